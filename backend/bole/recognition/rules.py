"""What recognition refuses, and what it computes. Pure: values in, decisions out."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bole.core.errors import Refusal
from bole.recognition.flow_rules import JointOpinion, JointReviewStatus, RecognitionRoute
from bole.roster.rules import PRESENT, TALENT_FLOW, TalentStatus

# -- refusals: applying --------------------------------------------------------------------------------------


class AlreadyApplying(Refusal):
    """此人已有一份正在办理的认定申请。请先办结或撤回那一份，再另行申报。"""


class NobodyToApplyFor(Refusal):
    """此人已“{status}”，不能申报认定。如需恢复，请先办理“重新入库”。"""


class Banned(Refusal):
    """此人因“{reason}”在 {until} 之前不得申报认定。期满后可以申报。"""


class NotForYourself(Refusal):
    """“{route}”不能由您办理。人才本人请用“个人申报”，单位请用“单位申报”或“公荐”，人才办请用“县区提名”。"""

    status = 403


class NoUnitToApplyFor(Refusal):
    """您没有所在单位，不能代人申报。请先由系统管理员登记任职。"""

    status = 403


class NotTheirEmployer(Refusal):
    """“{unit}”不是此人现在的用人单位。可选：{choices}。"""

    status = 422


class NoOffice(Refusal):
    """没有找到受理认定的人才办。请系统管理员先登记市委人才办。"""


class NoRule(Refusal):
    """{day} 没有施行中的人才认定规则，暂时不能提交。请配置员先发布认定规则，草稿会为您保留。"""


class NoDirectory(Refusal):
    """{day} 没有施行中的重点人才目录，暂时不能申报。请等候市委人才办发布新的目录，草稿会为您保留。"""


class UnknownCriterion(Refusal):
    """目录第 {number} 版没有标准“{criterion}”。请从现行目录中另选一条。"""

    status = 422


class WrongType(Refusal):
    """这条标准只适用于类型“{expected}”，申报的是“{talent_type}”。请改选标准或类型。"""

    status = 422


class SameLevelHeld(Refusal):
    """此人现为“{level}”且认定有效至 {until}，不能再申报同级或更低层次。"""


class DirectoryChanged(Refusal):
    """目录已由第 {before} 版改为第 {after} 版（{since} 起施行）。请先看两版的不同，按现行目录确认后再提交。"""


class StillTheSameDirectory(Refusal):
    """草稿所依的已是现行目录（第 {number} 版），无须重新确认。"""


class EvidenceMissing(Refusal):
    """还缺佐证材料：{kinds}。请上传或从已有材料中选用后再提交。"""

    status = 422


class RecommendersMissing(Refusal):
    """公荐至少要有 {fewest} 名推荐人，现有 {count} 名。请补充推荐人姓名与单位。"""

    status = 422


class StatementMissing(Refusal):
    """请写明{what}。"""

    status = 422


class StatementTooLong(Refusal):
    """{what}最多 {most} 个字，现有 {count} 个。请删减后再提交。"""

    status = 422


# -- refusals: reviewing -------------------------------------------------------------------------------------


class NotYourApplication(Refusal):
    """这一步由“{unit}”办理。请转告其办理，或等候其办结。"""

    status = 403


class NotYourDraft(Refusal):
    """草稿只能由起草的本人或单位修改、提交。"""

    status = 403


class NobodyToReview(Refusal):
    """没有要送的部门。请至少选择一个部门，或在目录中为类型“{talent_type}”配置联审部门。"""

    status = 422


class ReviewersOutstanding(Refusal):
    """还有 {count} 个部门未审核：{units}。请等候或催办。"""


class ReviewersDisagree(Refusal):
    """{units}不同意。请协调后重新送其审核，或不予认定。"""


class AskedAlready(Refusal):
    """“{unit}”正在审核，无须重复送审。"""


class NotDone(Refusal):
    """专家评分尚未汇总，不能报审。请先邀请专家评分并汇总，或等候专家交回评分表。"""


class ScoresTooLow(Refusal):
    """专家平均分 {score}，未达到 {needed} 分。只能不予认定，或退回补正。"""


class JudgedByAnother(Refusal):
    """这一版目录规定按审定日评判，今天施行的是第 {after} 版。请退回补正，由申报人按现行目录确认。"""


class NotExemptable(Refusal):
    """只有免申即认、且规则允许的才能免于部门联审。请送部门联审。"""


# -- refusals: notice and after ------------------------------------------------------------------------------


class NoticeOver(Refusal):
    """公示已于 {ends_on} 二十四时结束，不再受理异议。如有弄虚作假的线索，请向市委人才办反映，可在认定后取消。"""


class NoticeNotOver(Refusal):
    """公示到 {ends_on} 二十四时为止，期满后才能发证。"""


class ObjectionsOpen(Refusal):
    """还有 {count} 件异议正在核查，核查完毕才能发证。"""


class EffectiveInThePast(Refusal):
    """生效日 {day} 早于今天。请填今天或以后的日期。"""

    status = 422


class EffectiveTooEarly(Refusal):
    """生效日 {day} 不晚于现层次的起始日 {since}。请填其后的日期。"""

    status = 422


class NotLower(Refusal):
    """复核降级须降到比“{level}”低的层次。"""

    status = 422


class NoSuchCertificate(Refusal):
    """没有这个核验码对应的证书。请核对证书上的核验码，字母不分大小写。"""

    status = 404


# -- refusals: files -----------------------------------------------------------------------------------------


class VirusFound(Refusal):
    """文件“{filename}”含有病毒特征（{signature}），已拒收并删除。请用杀毒软件检查您的电脑后，重新生成文件再上传。"""

    status = 422


class NotThatFormat(Refusal):
    """“{filename}”的内容不是可收的格式（{formats}）。改文件名不会改变格式；请用扫描或“另存为 PDF”重新生成后上传。"""

    status = 422


class FileTooLarge(Refusal):
    """文件超过 {limit} MB。请压缩或拆分后再上传。"""

    status = 413


class TooManyFiles(Refusal):
    """一份申请最多 {most} 个文件。请先移除用不到的。"""


class SomebodyElsesFile(Refusal):
    """这份材料不属于申报人本人，不能选用。"""

    status = 422


class NotForExperts(Refusal):
    """这份材料未隐去姓名与单位，盲评中不能查看。"""

    status = 403


# -- refusals: directory and programmes ----------------------------------------------------------------------


class DraftChanged(Refusal):
    """草案在试算之后改过内容。请重新试算，看过影响后再发布。"""


class NotTriedOut(Refusal):
    """发布之前须先试算影响：谁达到、谁不再达到、卡种与资金变动多少。请先点“试算影响”，等候结果。"""


class UnknownLevelInDirectory(Refusal):
    """目录里写了层次或类型目录中没有的代码：{codes}。请先发布该层次或类型。"""

    status = 422


class ProgrammeQuotaFull(Refusal):
    """名额已满。请先在批次中增加名额，或移出其他人选。"""


class AlreadySelected(Refusal):
    """此人已在这一批次中。"""


class NotEligible(Refusal):
    """此人不符合“{programme}”的入选条件：{why}。"""


class QuotaBelowSelected(Refusal):
    """已入选 {selected} 人，名额不能少于此数。"""

    status = 422


class UnitsUnknown(Refusal):
    """规则中的部门编号在单位中找不到：{codes}。请改正认定规则。"""

    status = 422


# -- checks --------------------------------------------------------------------------------------------------


def told(words: str | None, what: str, field: str, most: int = 1000) -> str:
    """The words without blanks around them; refuses none at all, and more than `most`."""
    kept = noted(words, what, field, most)
    if kept is None:
        raise StatementMissing(what=what, field=field)
    return kept


def noted(words: str | None, what: str = "说明", field: str = "note", most: int = 2000) -> str | None:
    """The same for what may be left out."""
    kept = (words or "").strip()
    if len(kept) > most:
        raise StatementTooLong(what=what, count=len(kept), most=most, field=field)
    return kept or None


def check_person(status: TalentStatus) -> None:
    if status not in PRESENT:
        raise NobodyToApplyFor(status=TALENT_FLOW.labels[status])


def check_ban(bans: Iterable[tuple[date, date, str]], today: date) -> None:
    """`bans`: first day, last day and reason of each."""
    for since, until, reason in bans:
        if since <= today <= until:
            raise Banned(reason=reason, until=until.isoformat())


def check_recommenders(
    given: Sequence[Mapping[str, str]] | None, *, route: RecognitionRoute, fewest: int
) -> None:
    if route is RecognitionRoute.PUBLIC and len(given or ()) < fewest:
        raise RecommendersMissing(fewest=fewest, count=len(given or ()), field="recommenders")


def check_evidence(needed: Mapping[str, str], given: Collection[str]) -> None:
    """`needed`: code → name of what the criterion asks for."""
    lacking = [name for code, name in needed.items() if code not in given]
    if lacking:
        raise EvidenceMissing(kinds="、".join(lacking))


@dataclass(frozen=True)
class Word:
    """The latest word of one department."""

    unit: str
    status: JointReviewStatus
    opinion: JointOpinion | None


def check_reviewed(words: Iterable[Word]) -> None:
    """All asked have answered, and none disagrees."""
    words = list(words)
    waiting = [w.unit for w in words if w.status is JointReviewStatus.PENDING]
    if waiting:
        raise ReviewersOutstanding(count=len(waiting), units="、".join(waiting))
    against = [w.unit for w in words if w.opinion is JointOpinion.DISAGREE]
    if against:
        raise ReviewersDisagree(units="、".join(against))


def check_opinion(opinion: JointOpinion, reason: str | None) -> None:
    if opinion is JointOpinion.DISAGREE and not (reason or "").strip():
        raise StatementMissing(what="不同意的理由", field="reason")


def check_objection(received_on: date, ends_on: date) -> None:
    """In time until the last minute of the last day."""
    if received_on > ends_on:
        raise NoticeOver(ends_on=ends_on.isoformat())


def check_certifiable(*, today: date, ends_on: date, open_objections: int) -> None:
    if open_objections:
        raise ObjectionsOpen(count=open_objections)
    if today <= ends_on:
        raise NoticeNotOver(ends_on=ends_on.isoformat())


def certificate_number(prefix: str, year: int, ordinal: int) -> str:
    return f"{prefix}〔{year}〕{ordinal}号"


def masked_name(name: str, *, keeps_last: bool) -> str:
    """A name that is recognised by who knows it, and tells nobody else: 林某岚, or 林＊＊."""
    if len(name) <= 1:
        return "＊"
    if len(name) == 2 or not keeps_last:
        return name[0] + "＊" * (len(name) - 1)
    return name[0] + "＊" * (len(name) - 2) + name[-1]
