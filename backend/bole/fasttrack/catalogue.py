"""The shape of the fast-track terms in the catalogue: one entry per talent level that may use the track."""

from fractions import Fraction
from typing import Self

from pydantic import Field, field_validator, model_validator

from bole.catalogue.shapes import Shape, shape

PART = r"^[1-9]\d?/[1-9]\d?$"
"""A share is told as a fraction: 2/3 is exact, 0.67 refuses six of nine."""


class MeasureKind(Shape):
    """One kind of support that a plan may promise."""

    code: str = Field(pattern=r"^[a-z][a-z_]{1,30}$", description="代码")
    name: str = Field(min_length=1, max_length=30, description="名称")
    money: bool = Field(default=False, description="是否资金类（须填金额）")


@shape("fasttrack_term")
class FastTrackTerm(Shape):
    """一事一议时限与论证规则"""

    working_days: int = Field(ge=1, le=250, description="受理至审定的工作日")
    countersign_days: int = Field(ge=1, le=60, description="每个部门会签的工作日")
    experts_required: bool = Field(description="是否必须经专家论证")
    experts_fewest: int = Field(ge=1, le=50, description="到会专家至少几人")
    expert_quorum: str = Field(pattern=PART, description="到会人数占应到人数的比例不低于")
    expert_majority: str = Field(pattern=PART, description="同意人数占到会人数的比例不低于")
    measure_kinds: tuple[MeasureKind, ...] = Field(min_length=1, description="可列入方案的措施类别")

    @field_validator("expert_quorum", "expert_majority")
    @classmethod
    def _a_share(cls, told: str) -> str:
        if Fraction(told) > 1:
            raise ValueError("比例不能大于一")
        return told

    @model_validator(mode="after")
    def _agree(self) -> Self:
        if self.countersign_days > self.working_days:
            raise ValueError("会签时限不能长于总时限")
        codes = [kind.code for kind in self.measure_kinds]
        if len(set(codes)) < len(codes):
            raise ValueError("同一措施类别写了两次")
        return self

    @property
    def quorum(self) -> Fraction:
        return Fraction(self.expert_quorum)

    @property
    def majority(self) -> Fraction:
        return Fraction(self.expert_majority)

    def kind(self, code: str) -> MeasureKind | None:
        return next((k for k in self.measure_kinds if k.code == code), None)
