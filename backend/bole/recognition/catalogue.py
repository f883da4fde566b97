"""What the city decides of recognition: the directory, the rules of the procedure, money by level, programmes."""

from datetime import date
from decimal import Decimal
from typing import Literal, Self

from pydantic import Field, field_validator, model_validator

from bole.catalogue.shapes import Shape, shape
from bole.recognition import predicate
from bole.roster.rules import DepartureReason

CODE = r"^[a-z][a-z0-9_]{1,39}$"
DIRECTORY = "directory"
"""The one code of its kind: an entry is a whole version of the directory."""
RULE = "recognition"


class EvidenceKind(Shape):
    """佐证材料的一种"""

    code: str = Field(pattern=CODE, description="代码")
    name: str = Field(min_length=1, max_length=40, description="名称")


class DirectoryCriterion(Shape):
    """目录中的一条标准"""

    code: str = Field(pattern=CODE, description="代码")
    level: str = Field(min_length=1, max_length=60, description="人才层次代码")
    talent_type: str | None = Field(default=None, max_length=60, description="人才类型代码（空为各类型通用）")
    text: str = Field(min_length=1, max_length=500, description="标准")
    evidence: tuple[str, ...] = Field(default=(), max_length=12, description="须提交的佐证材料代码")
    predicate: str | None = Field(default=None, max_length=500, description="可由系统核对的条件（CEL）")

    @field_validator("predicate")
    @classmethod
    def _can_be_asked(cls, told: str | None) -> str | None:
        if told is not None and (told := told.strip()):
            predicate.check(told)
        return told or None


class Transition(Shape):
    """新旧目录如何衔接"""

    judged_by: Literal["submitted", "decided"] = Field(
        default="submitted", description="按哪一天的目录评判：提交日 submitted 或审定日 decided"
    )
    draft: Literal["reconfirm", "follow"] = Field(
        default="reconfirm", description="旧目录下的草稿：须重新确认 reconfirm，或自动改用新目录 follow"
    )


@shape("talent_directory")
class Directory(Shape):
    """重点人才目录"""

    criteria: tuple[DirectoryCriterion, ...] = Field(min_length=1, max_length=300, description="标准")
    evidence_kinds: tuple[EvidenceKind, ...] = Field(min_length=1, max_length=60, description="佐证材料种类")
    transition: Transition = Field(default=Transition(), description="衔接规则")

    @model_validator(mode="after")
    def _agree(self) -> Self:
        codes = [c.code for c in self.criteria]
        if len(set(codes)) < len(codes):
            raise ValueError("同一标准代码写了两次")
        kinds = [k.code for k in self.evidence_kinds]
        if len(set(kinds)) < len(kinds):
            raise ValueError("同一佐证材料代码写了两次")
        if unknown := {e for c in self.criteria for e in c.evidence} - set(kinds):
            raise ValueError(f"佐证材料未列入种类：{'、'.join(sorted(unknown))}")
        return self

    def criterion(self, code: str) -> DirectoryCriterion | None:
        return next((c for c in self.criteria if c.code == code), None)

    def evidence_name(self, code: str) -> str:
        return next((k.name for k in self.evidence_kinds if k.code == code), code)


class TypeDepartments(Shape):
    """一个类型的联审部门"""

    talent_type: str = Field(min_length=1, max_length=60, description="人才类型代码")
    units: tuple[str, ...] = Field(min_length=1, max_length=12, description="联审部门的单位编号")


class ScoreItem(Shape):
    """评分表的一项"""

    code: str = Field(pattern=CODE, description="代码")
    name: str = Field(min_length=1, max_length=40, description="名称")
    weight: int = Field(ge=1, le=100, description="权重（各项之和为一百）")
    about: str = Field(default="", max_length=200, description="评分要点")


class Scoring(Shape):
    """专家评分"""

    levels: tuple[str, ...] = Field(min_length=1, description="哪些层次须经专家评分")
    items: tuple[ScoreItem, ...] = Field(min_length=1, max_length=12, description="评分项")
    fewest: int = Field(ge=1, le=30, description="有效评分表至少几份")
    pass_score: Decimal = Field(ge=0, le=100, decimal_places=2, description="平均分不低于")
    shows: tuple[Literal["degree", "title", "position", "specialty", "age"], ...] = Field(
        default=("degree", "title", "specialty"), description="评分表上可以显示的资料（姓名与单位一律不显示）"
    )

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        codes = [i.code for i in self.items]
        if len(set(codes)) < len(codes):
            raise ValueError("同一评分项写了两次")
        if sum(i.weight for i in self.items) != 100:
            raise ValueError("各评分项的权重之和应为一百")
        return self


class WorkingDays(Shape):
    """各环节的工作日"""

    recommend: int = Field(ge=1, le=60, description="单位推荐")
    review: int = Field(ge=1, le=60, description="县区初审")
    send: int = Field(ge=1, le=60, description="送部门联审")
    joint: int = Field(ge=1, le=60, description="部门联审")
    decide: int = Field(ge=1, le=60, description="审定")
    notice: int = Field(ge=1, le=60, description="公示")
    objection: int = Field(ge=1, le=60, description="异议核查")
    remind: int = Field(default=1, ge=0, le=10, description="到期前几个工作日提醒")


class EvidenceRule(Shape):
    """佐证文件"""

    formats: tuple[Literal["pdf", "jpeg", "png"], ...] = Field(
        default=("pdf",), min_length=1, description="可收的文件格式"
    )
    max_megabytes: int = Field(default=10, ge=1, le=50, description="单个文件上限（MB）")
    most: int = Field(default=20, ge=1, le=100, description="一份申请最多几个文件")


@shape("recognition_rule")
class RecognitionRule(Shape):
    """人才认定规则"""

    working_days: WorkingDays = Field(description="各环节的工作日")
    departments: tuple[TypeDepartments, ...] = Field(min_length=1, description="各类型的联审部门")
    scoring: Scoring | None = Field(default=None, description="专家评分（不评分则不写）")
    evidence: EvidenceRule = Field(default=EvidenceRule(), description="佐证文件")
    recommenders_fewest: int = Field(default=2, ge=1, le=20, description="公荐至少几名推荐人")
    exempt_skips_joint_review: bool = Field(default=True, description="免申的是否免于部门联审")
    certify_automatically: bool = Field(default=True, description="公示期满无异议的是否自动发证")
    certificate_prefix: str = Field(min_length=1, max_length=12, description="证书编号字头")
    issuer: str = Field(min_length=1, max_length=60, description="发证机关")
    valid_years: int = Field(ge=1, le=20, description="认定有效年数")
    renew_days: int = Field(default=90, ge=0, le=730, description="到期前几天起可申请同级续认")
    ban_years: int = Field(ge=1, le=20, description="弄虚作假的禁止申报年数")
    ends_on_leaving: frozenset[DepartureReason] = Field(
        default=frozenset(), description="因哪些原因离开即终止认定"
    )
    public_fields: tuple[Literal["name", "employer", "level", "talent_type", "criterion"], ...] = Field(
        default=("name", "employer", "level", "talent_type"), min_length=1, description="公示哪些内容"
    )
    mask_keeps_last: bool = Field(default=True, description="核验页姓名掩码是否保留末字")

    @model_validator(mode="after")
    def _once(self) -> Self:
        types = [d.talent_type for d in self.departments]
        if len(set(types)) < len(types):
            raise ValueError("同一类型的联审部门写了两次")
        return self

    def departments_of(self, talent_type: str) -> tuple[str, ...]:
        return next((d.units for d in self.departments if d.talent_type == talent_type), ())

    def scored(self, level: str) -> bool:
        return self.scoring is not None and level in self.scoring.levels


@shape("level_money")
class LevelMoney(Shape):
    """层次待遇"""

    amount: Decimal = Field(ge=0, max_digits=14, decimal_places=2, description="每年的资金（元）")
    note: str | None = Field(default=None, max_length=200, description="说明")


@shape("talent_programme")
class TalentProgramme(Shape):
    """人才计划"""

    criteria: str = Field(min_length=1, max_length=1000, description="入选条件")
    levels: tuple[str, ...] = Field(default=(), description="限哪些层次（空为不限）")
    types: tuple[str, ...] = Field(default=(), description="限哪些类型（空为不限）")
    term_years: int = Field(ge=1, le=10, description="支持期（年）")
    funding: Decimal = Field(
        default=Decimal(0), ge=0, max_digits=14, decimal_places=2, description="每人资助（元）"
    )
    once: bool = Field(default=True, description="支持期内是否不得重复入选")


def day_after_years(day: date, years: int) -> date:
    """The same day some years on; 29 February becomes 28 February where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
