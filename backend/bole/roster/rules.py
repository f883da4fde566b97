"""Who is in the roster, and in which state. No I/O: values in, decisions out."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from bole.core.errors import Refusal
from bole.core.flow import Flow, step
from bole.core.words import Word

EARLIEST: Final = date(1900, 1, 1)
REVEAL_MINUTES: Final = 5
"""How long a revealed number may stay on a screen."""

REVEALS_PER_HOUR: Final = 60
"""More than an officer's work needs; a list being copied out by hand reaches it."""


class TalentStatus(Word):
    """人才在名录中的状态"""

    CANDIDATE = "candidate"
    ACTIVE = "active"
    STALE = "stale"
    LEFT = "left"
    CLOSED = "closed"


_S = TalentStatus
PRESENT: Final = frozenset({_S.CANDIDATE, _S.ACTIVE, _S.STALE})
"""Those whose data are kept up to date."""

TALENT_FLOW: Flow[TalentStatus] = Flow(
    "talent",
    _S.CANDIDATE,
    {
        _S.CANDIDATE: "候选",
        _S.ACTIVE: "在库",
        _S.STALE: "待更新",
        _S.LEFT: "离开",
        _S.CLOSED: "注销",
    },
    step("admit", _S.CANDIDATE, _S.ACTIVE, "入库"),
    step("ask_update", _S.ACTIVE, _S.STALE, "催更新"),
    step("confirm", _S.STALE, _S.ACTIVE, "确认更新"),
    step("leave", PRESENT, _S.LEFT, "登记离开"),
    step("come_back", _S.LEFT, _S.ACTIVE, "重新入库"),
    step("close", PRESENT | {_S.LEFT}, _S.CLOSED, "注销"),
)


class Gender(Word):
    """性别（按证件）"""

    MALE = "male"
    FEMALE = "female"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        return {"male": "男", "female": "女", "unknown": "未说明"}[self.value]


class NameKind(Word):
    """现用名之外的名称"""

    FORMER = "former"
    ALIAS = "alias"
    FOREIGN = "foreign"

    @property
    def label(self) -> str:
        return {"former": "曾用名", "alias": "别名", "foreign": "外文名"}[self.value]


class EmploymentKind(Word):
    """用人方式"""

    FULL = "full"
    FLEXIBLE = "flexible"
    SECONDED = "seconded"

    @property
    def label(self) -> str:
        return {"full": "全职", "flexible": "柔性引进", "seconded": "派出、挂职"}[self.value]


class Degree(Word):
    """学历（从高到低）"""

    DOCTOR = "doctor"
    MASTER = "master"
    BACHELOR = "bachelor"
    COLLEGE = "college"
    SECONDARY = "secondary"
    OTHER = "other"

    @property
    def label(self) -> str:
        words = {
            "doctor": "博士研究生",
            "master": "硕士研究生",
            "bachelor": "大学本科",
            "college": "大学专科",
        }
        return {**words, "secondary": "高中及中专", "other": "其他"}[self.value]


class TitleRank(Word):
    """职称或技能级别（从高到低）"""

    SENIOR = "senior"
    ASSOCIATE_SENIOR = "associate_senior"
    INTERMEDIATE = "intermediate"
    JUNIOR = "junior"
    NONE = "none"

    @property
    def label(self) -> str:
        words = {"senior": "正高级（特级技师）", "associate_senior": "副高级（高级技师）"}
        words |= {"intermediate": "中级（技师、高级工）", "junior": "初级", "none": "不分级"}
        return words[self.value]


class HonourGrade(Word):
    """荣誉级别"""

    NATIONAL = "national"
    PROVINCIAL = "provincial"
    CITY = "city"
    COUNTY = "county"
    OTHER = "other"

    @property
    def label(self) -> str:
        words = {"national": "国家级", "provincial": "省部级", "city": "市厅级", "county": "县处级"}
        return {**words, "other": "其他"}[self.value]


class Relation(Word):
    """与本人关系"""

    SPOUSE = "spouse"
    CHILD = "child"
    PARENT = "parent"
    OTHER = "other"

    @property
    def label(self) -> str:
        return {"spouse": "配偶", "child": "子女", "parent": "父母", "other": "其他"}[self.value]


class DepartureReason(Word):
    """离开原因"""

    TRANSFER = "transfer"
    RESIGNED = "resigned"
    TERM_ENDED = "term_ended"
    RETIRED = "retired"
    DECEASED = "deceased"
    OTHER = "other"

    @property
    def label(self) -> str:
        words = {
            "transfer": "调出本市",
            "resigned": "辞职离开",
            "term_ended": "聘期届满",
            "retired": "退休离开",
        }
        return {**words, "deceased": "去世", "other": "其他"}[self.value]


class SecretField(Word):
    """可按用途查看明文的敏感信息"""

    PHONE = "phone"
    EMAIL = "email"
    IDENTITY_NUMBER = "identity_number"

    @property
    def label(self) -> str:
        return {"phone": "电话", "email": "电子邮箱", "identity_number": "证件号码"}[self.value]


class RevealPurpose(Word):
    """查看明文的用途"""

    VERIFY = "verify"
    CONTACT = "contact"
    SERVICE = "service"
    CORRECT = "correct"
    REPORT = "report"

    @property
    def label(self) -> str:
        words = {"verify": "身份核验", "contact": "联系本人", "service": "办理服务事项"}
        return {**words, "correct": "核对更正资料", "report": "依法依规上报"}[self.value]


class RecordField(Word):
    """评资料质量时看的各项"""

    PHONE = "phone"
    GENDER = "gender"
    TALENT_TYPE = "talent_type"
    SPECIALTY = "specialty"
    EMPLOYER = "employer"
    POSITION = "position"
    DEGREE = "degree"
    TITLE = "title"
    RESIDENCE = "residence"

    @property
    def label(self) -> str:
        words = {"phone": "电话", "gender": "性别", "talent_type": "人才类型"}
        words |= {"specialty": "专业专长", "employer": "用人单位", "position": "职务", "degree": "学历"}
        return {**words, "title": "职称", "residence": "常住地"}[self.value]


class FigureAxis(Word):
    """名录数字按什么分列"""

    LEVEL = "level"
    TYPE = "type"
    CATEGORY = "category"
    UNIT = "unit"
    STATUS = "status"

    @property
    def label(self) -> str:
        words = {"level": "按层次", "type": "按类型", "category": "按六类人才", "unit": "按单位"}
        return {**words, "status": "按状态"}[self.value]


COUNTED: Final = (_S.ACTIVE, _S.STALE)
"""Who counts as the city's talents: in the roster, up to date or not. 待更新 is told beside every count."""

# -- refusals -----------------------------------------------------------------------------------------------


class AlreadyInRoster(Refusal):
    """名录中已有持同一{kind}的“{name}”（{unit}）。请打开该记录更改，不要重复录入。"""


class HeldElsewhere(Refusal):
    """持这一证件的人已在您管理范围之外的单位的名录中。请与市委人才办联系，由其核对并办理转入；或选择“先录为候选，报市委人才办核重”后再提交。"""


class PossibleDuplicate(Refusal):
    """名录中已有同名同电话的“{name}”（{unit}）。若是同一人，请打开该记录更改；确认不是，请勾选“不是同一人”后再提交。"""


class SameDocumentTwice(Refusal):
    """两处填写了同一个证件号码。请删去一处。"""

    status = 422


class UnknownLevel(Refusal):
    """现行目录里没有人才层次“{level}”。可填：{choices}。"""

    status = 422


class UnknownType(Refusal):
    """现行目录里没有人才类型“{talent_type}”。可填：{choices}。"""

    status = 422


class DateNotPlausible(Refusal):
    """{what}“{day}”不合理：{why}。请核对。"""

    status = 422


class SameLevel(Refusal):
    """此人现在就是这一层次，没有变动。请核对。"""

    status = 422


class AlreadyEnded(Refusal):
    """这段任职已于 {ended_on} 结束，不能再次结束。如日期有误，请更改该段任职。"""


class NothingToReveal(Refusal):
    """此人没有登记{what}，无可查看。"""

    status = 404


class NotToBeEmpty(Refusal):
    """“{what}”不能为空。请填写后再提交。"""

    status = 422


class NothingChanged(Refusal):
    """没有任何改动。请修改后再提交。"""

    status = 422


class SameUnit(Refusal):
    """此人已归口“{unit}”，无需转入。"""


class AdmittedByTheOffice(Refusal):
    """用人单位录入的人才先列为候选，由归口的人才办核实后入库。请等候，或与人才办联系。"""

    status = 403


class RecordClosed(Refusal):
    """此记录已“{status}”，不能再更改。如需恢复，请先办理“重新入库”。"""


# -- checks -------------------------------------------------------------------------------------------------


def check_level(level: str, known: Mapping[str, str]) -> None:
    """The level must stand in the catalogue in force: `known` are its codes and names."""
    if level not in known:
        raise UnknownLevel(level=level, choices=_choices(known), field="level")


def check_type(talent_type: str, known: Mapping[str, str]) -> None:
    if talent_type not in known:
        raise UnknownType(talent_type=talent_type, choices=_choices(known), field="talentType")


def _choices(known: Mapping[str, str]) -> str:
    return "、".join(f"{name}（{code}）" for code, name in known.items())


def check_same_birth(filled: date | None, by_number: date | None) -> None:
    """Refuses a birth date that the number on the document contradicts."""
    if filled is not None and by_number is not None and filled != by_number:
        why = f"与证件号码中的 {by_number.isoformat()} 不一致"
        raise DateNotPlausible(what="出生日期", day=filled.isoformat(), why=why, field="birthDate")


def check_past(what: str, day: date | None, *, today: date, field: str) -> None:
    if day is None:
        return
    if day > today:
        raise DateNotPlausible(what=what, day=day.isoformat(), why="在今天之后", field=field)
    if day < EARLIEST:
        raise DateNotPlausible(what=what, day=day.isoformat(), why="早于 1900 年", field=field)


def check_span(what: str, start: date | None, end: date | None, *, field: str) -> None:
    if start is not None and end is not None and end < start:
        raise DateNotPlausible(what=what, day=end.isoformat(), why=f"早于开始日期 {start}", field=field)


def check_level_change(before: str | None, after: str | None, begun: date | None, since: date) -> None:
    """A change goes forward: what someone was on past days is not rewritten by it."""
    if before == after:
        raise SameLevel(field="level")
    if begun is not None and since <= begun:
        why = f"须晚于现层次的起始日 {begun.isoformat()}"
        raise DateNotPlausible(what="层次起始日", day=since.isoformat(), why=why, field="since")


def filled(what: str, text: str, *, field: str) -> str:
    """The text without blanks around it; refuses nothing but blanks."""
    if not (said := text.strip()):
        raise NotToBeEmpty(what=what, field=field)
    return said


def check_editable(status: TalentStatus) -> None:
    """The data of someone who left stay as they were on the last day."""
    if status not in PRESENT:
        raise RecordClosed(status=TALENT_FLOW.labels[status])


def highest(degrees: Iterable[Degree]) -> Degree | None:
    """The highest of several; both enums above are told from the highest down."""
    order = list(Degree)
    return min(degrees, key=order.index, default=None)


def age_on(born: date, day: date) -> int:
    """Full years lived; who is born on 29 February is a year older on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
