"""What this slice itself holds of a person (roster/erasing.py): the proof that their rights were kept."""

from bole.privacy.models import DataRequest, DeletionNotice, Erasure
from bole.roster.erasing import holding

holding("requests", "个人信息请求", DataRequest, ground="proof", position=62, fixed=True)
holding("erasures", "删除记录", Erasure, ground="proof", position=63, fixed=True)
holding("deletion_notices", "删除通知", DeletionNotice, ground="proof", position=64, fixed=True)
