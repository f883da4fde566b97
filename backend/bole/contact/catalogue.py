"""The shape of the contact cadence in the catalogue: how often, by which leaders, and what counts."""

from typing import Self

from pydantic import Field, model_validator

from bole.catalogue.shapes import Shape, shape
from bole.contact.cadence_rules import Cadence
from bole.contact.rules import ContactMode, ContactNotDue
from bole.org.rules import LeaderLevel

CODE = "four-asked"
"""The one entry of this kind that a city has."""


class LevelCadence(Shape):
    """One talent level: every so many months, and which tier of leaders looks after it."""

    talent_level: str = Field(description="人才层次代码")
    months: int = Field(ge=1, le=24, description="每几个月至少联系一次")
    aligned: bool = Field(default=True, description="按自然月、季、半年、年计算（否则自上次联系起算）")
    leader_level: LeaderLevel = Field(description="由哪一级领导联系")

    @model_validator(mode="after")
    def _fits_the_calendar(self) -> Self:
        if self.aligned and 12 % self.months:
            raise ValueError(f"按自然周期计算时，间隔须能整除 12 个月，不能是 {self.months} 个月")
        return self

    @property
    def cadence(self) -> Cadence:
        return Cadence(self.months, self.aligned)


class NeedKind(Shape):
    """What a need is about, so that needs can be counted by cause."""

    code: str = Field(description="代码")
    name: str = Field(description="名称")
    working_days: int = Field(ge=1, description="分办后几个工作日内办结")


@shape("contact_cadence")
class ContactCadence(Shape):
    """联系频次与四问规则"""

    levels: tuple[LevelCadence, ...] = Field(description="各层次人才的联系频次")
    modes_that_count: frozenset[ContactMode] = Field(description="哪些方式计为一次联系")
    interim_counts: bool = Field(description="待接续期间（由人才办代管）是否计入覆盖")
    settle_days: int = Field(ge=0, le=90, description="新安排至少给多少天完成首次联系")
    edit_days: int = Field(ge=0, le=90, description="记录后几天内可以修改")
    need_kinds: tuple[NeedKind, ...] = Field(min_length=1, description="需求类别")
    default_need_kind: str = Field(description="未选类别的需求归入")

    @model_validator(mode="after")
    def _agree(self) -> Self:
        codes = [level.talent_level for level in self.levels]
        kinds = [kind.code for kind in self.need_kinds]
        if len(set(codes)) < len(codes) or len(set(kinds)) < len(kinds):
            raise ValueError("同一层次或同一类别写了两次")
        if self.default_need_kind not in kinds:
            raise ValueError(f"默认类别“{self.default_need_kind}”不在需求类别中")
        return self

    def of(self, talent_level: str | None) -> LevelCadence:
        """What this level is owed; refuses (ContactNotDue) where the city has decided nothing."""
        for level in self.levels:
            if level.talent_level == talent_level:
                return level
        raise ContactNotDue(level=talent_level or "未定层次")

    @property
    def kind_names(self) -> dict[str, str]:
        return {kind.code: kind.name for kind in self.need_kinds}

    def working_days(self, kind: str) -> int:
        return next(k.working_days for k in self.need_kinds if k.code == kind)
