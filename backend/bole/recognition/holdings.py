"""What recognition holds of a person (roster/erasing.py): decisions and their grounds are archives; words go after."""

from bole.recognition.models.application import ApplicationParty, ApplicationStage, RecognitionApplication
from bole.recognition.models.directory import DirectoryImpact
from bole.recognition.models.evidence import Attachment, EvidenceFile
from bole.recognition.models.granted import Recognition, RecognitionBan, RecognitionCheck
from bole.recognition.models.programme import ProgrammeMember
from bole.recognition.models.review import JointReview, NoticeObjection, PublicNotice
from bole.roster.erasing import GONE, holding

holding("recognition_applications", "认定申请", RecognitionApplication, ground="recognition", position=70,
        blank={"talent_name": GONE, "employer_name": None, "statement": GONE, "recommenders": None,
               "kinship": []})  # fmt: skip
holding("recognitions", "认定与证书", Recognition, ground="recognition", position=71, blank={"name": GONE})
holding("recognition_notices", "公示", PublicNotice, ground="recognition", position=72, blank={"shown": {}})
holding(
    "recognition_objections", "公示异议", NoticeObjection, ground="recognition", position=73,
    blank={"objector": GONE, "content": GONE},
)  # fmt: skip
holding("programme_places", "人才计划入选", ProgrammeMember, ground="recognition", position=74,
        blank={"basis": GONE})  # fmt: skip
holding("directory_impacts", "目录试算", DirectoryImpact, ground="level", position=75)
for _code, _title, _table, _position in (
    ("recognition_parties", "参与申请的单位", ApplicationParty, 76),
    ("recognition_stages", "申请的步骤", ApplicationStage, 77),
    ("recognition_reviews", "部门联审", JointReview, 78),
    ("recognition_evidence", "佐证材料", EvidenceFile, 79),
    ("recognition_attachments", "选用的材料", Attachment, 80),
    ("recognition_checks", "认定复核", RecognitionCheck, 81),
    ("recognition_bans", "禁止申报", RecognitionBan, 82),
):
    holding(_code, _title, _table, ground="recognition", position=_position, fixed=True)
