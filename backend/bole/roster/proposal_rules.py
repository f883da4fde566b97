"""Proposed changes: which facts may be proposed, by whom, and what becomes of a proposal. No I/O."""

from collections.abc import Mapping
from typing import Final

from bole.core.errors import Refusal
from bole.core.flow import Flow, step
from bole.core.words import Word
from bole.roster.codes import mask_email, read_email, read_phone


class ChangeStatus(Word):
    """资料变动建议的状态"""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    PARTLY = "partly"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class ProposalSource(Word):
    """资料变动由谁提出"""

    LEADER = "leader"
    EMPLOYER = "employer"
    TALENT = "talent"

    @property
    def label(self) -> str:
        return {"leader": "联系领导", "employer": "用人单位", "talent": "人才本人"}[self.value]


_S = ChangeStatus
CHANGE_FLOW: Flow[ChangeStatus] = Flow(
    "proposed_change",
    _S.PROPOSED,
    {
        _S.PROPOSED: "待确认",
        _S.ACCEPTED: "已采用",
        _S.PARTLY: "部分采用",
        _S.REJECTED: "未采用",
        _S.WITHDRAWN: "已撤回",
    },
    step("accept", _S.PROPOSED, _S.ACCEPTED, "采用"),
    step("accept_partly", _S.PROPOSED, _S.PARTLY, "部分采用"),
    step("reject", _S.PROPOSED, _S.REJECTED, "不采用"),
    step("withdraw", _S.PROPOSED, _S.WITHDRAWN, "撤回"),
)

NOTE: Final = "note"
"""Told in words, not as one field: the owner of the data reads it and puts right what it touches."""

DEPARTURE: Final = "departure"
"""An employer reports that somebody left it."""

PROPOSABLE: Final[Mapping[str, str]] = {
    NOTE: "情况说明",
    "name": "姓名",
    "gender": "性别",
    "nationality": "国籍（地区）",
    "specialty": "专业专长",
    "residence": "常住地",
    "phone": "电话",
    "email": "电子邮箱",
}
"""What may be proposed, by the roster's own name of it. Level and type are decided, a birth date follows from
the document: neither is proposed."""

BY_LEADERS: Final = {NOTE, "specialty", "residence", "phone", "email"}
"""What a visit brings to light; what a document says is told by whoever holds the document."""

SEALED: Final = frozenset({"phone", "email"})
"""Of these, what the roster keeps sealed: a proposal keeps it sealed too."""


class FieldNotProposable(Refusal):
    """“{name}”不能由联系记录更正，可更正：{known}。其他情况请写入“问情”，由数据责任人核实。"""

    status = 422


class NotProposable(Refusal):
    """“{name}”不能在这里提出更正，可更正：{known}。其他情况请选“情况说明”写明，由归口单位核实。"""

    status = 422


class SameAlready(Refusal):
    """名录中的“{name}”已经是这个内容，无需更正。"""

    status = 422


class ProposedAlready(Refusal):
    """这一项已有一项更正在等待确认。请等候答复，或撤回后重新提出。"""


class NotTheKeeper(Refusal):
    """这条资料由“{unit}”保管，只有保管单位能确认或更改。您可以提出更正，由其核实。"""

    status = 403


class KeptByYou(Refusal):
    """这条资料由本单位保管，请直接更改，不必提出更正。"""


class NotYourProposal(Refusal):
    """只有提出的人能撤回。"""

    status = 403


class NotEmployedHere(Refusal):
    """此人现在没有在本单位的任职，不能由本单位报告离开。请核对人员。"""

    status = 422


class NotEvidence(Refusal):
    """佐证文件须为 PDF、PNG 或 JPEG，这个文件的内容不是。请换一个文件，或拍照后再附。"""

    status = 422


class EvidenceTooBig(Refusal):
    """佐证文件超过 {limit} MB。请压缩或分页后再附。"""

    status = 413


_MAGIC: Final = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
)


def evidence_type(data: bytes) -> str:
    """What the file is by its own first bytes; refuses everything else, whatever it is called."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    raise NotEvidence(field="file")


def check_proposable(field: str) -> None:
    """Of a contact."""
    if field not in BY_LEADERS:
        known = "、".join(PROPOSABLE[f] for f in PROPOSABLE if f in BY_LEADERS)
        raise FieldNotProposable(name=PROPOSABLE.get(field, field), known=known, field="changes")


def check_field(field: str) -> str:
    """What the field is called; refuses one that is not for proposing."""
    if field not in PROPOSABLE:
        raise NotProposable(name=field, known="、".join(PROPOSABLE.values()), field="field")
    return PROPOSABLE[field]


def label_of(field: str) -> str:
    return "离开" if field == DEPARTURE else PROPOSABLE.get(field, field)


def read_sealed(field: str, value: str) -> tuple[str, str]:
    """The number or address in its one spelling, and as it may be shown; refuses what cannot be one."""
    if field == "phone":
        phone = read_phone(value)
        return phone.number, phone.masked
    address = read_email(value)
    return address, mask_email(address)
