"""What requests, proposals and notices add to a talent's own copy."""

from bole.privacy.models import DataRequest, DeletionNotice, Erasure
from bole.roster.copying import part
from bole.roster.proposal_models import ProposedChange

part(
    "proposals", "我提出的更正", ProposedChange,
    ("raised_on", "field", "value", "reason", "evidence_name", "status", "value_taken", "decided_on",
     "decided_by_name", "decision_note"),
    order=lambda c: [c.raised_on.desc(), c.id], position=71,
)  # fmt: skip
part(
    "requests", "我的个人信息请求", DataRequest,
    ("kind", "content", "asker", "asker_name", "raised_on", "due_on", "due_words", "status", "answer", "closed_on"),
    order=lambda r: [r.raised_on.desc(), r.id], position=72,
)  # fmt: skip
part(
    "deletion_notices", "已通知伙伴单位删除", DeletionNotice,
    ("partner_name", "reason", "received", "asked_on", "status", "acknowledged_at", "receipt"),
    order=lambda n: [n.asked_on.desc(), n.id], position=82,
)  # fmt: skip
part(
    "erasures", "删除记录", Erasure, ("ordered_at", "ordered_by_name", "done_at", "lines"),
    order=lambda e: [e.ordered_at.desc(), e.id], position=73,
)  # fmt: skip
