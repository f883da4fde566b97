"""The shape of what the city decides about finding and joining records of one person."""

from typing import Self

from pydantic import Field, model_validator

from bole.catalogue.shapes import Shape, shape
from bole.merge.rules import Clue

CODE = "duplicates"


class ClueWeight(Shape):
    """线索的分值"""

    clue: Clue = Field(description="线索")
    points: int = Field(ge=-200, le=200, description="分值（相互矛盾的为负）")


@shape("duplicate_rules")
class DuplicateRules(Shape):
    """核重规则"""

    weights: tuple[ClueWeight, ...] = Field(min_length=1, description="各项线索的分值")
    certain: int = Field(ge=1, description="达到多少分为“极可能是同一人”")
    possible: int = Field(ge=1, description="达到多少分为“可能是同一人”（不足的不列）")
    largest_block: int = Field(
        ge=2, le=200, description="一项线索至多有多少人相同；更多的不逐对比较，另行列出"
    )
    undo_days: int = Field(ge=1, le=3650, description="合并后多少日内可撤销")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.possible > self.certain:
            raise ValueError("“可能”的分数不能高于“极可能”的分数")
        if len({w.clue for w in self.weights}) < len(self.weights):
            raise ValueError("同一项线索只能有一个分值")
        return self

    @property
    def points(self) -> dict[Clue, int]:
        return {w.clue: w.points for w in self.weights}
