"""The shapes of the roster's own entries: consent, legal grounds, the six categories, how good a record is."""

from typing import Self

from pydantic import Field, model_validator

from bole.catalogue.shapes import Shape, shape
from bole.core.words import Word
from bole.roster.rules import RecordField


@shape("consent_purpose")
class ConsentPurpose(Shape):
    """授权事项"""

    what: str = Field(min_length=1, max_length=300, description="涉及哪些资料")
    to_whom: str = Field(min_length=1, max_length=300, description="提供给谁")
    why: str = Field(min_length=1, max_length=300, description="用来做什么")
    ground: str = Field(min_length=1, max_length=300, description="依据（为何须经本人同意）")
    afterwards: str = Field(min_length=1, max_length=300, description="撤回之后如何处理")


class Ground(Word):
    """处理个人信息的依据"""

    STATUTORY = "statutory"
    CONSENT = "consent"
    CONTRACT = "contract"
    SECURITY = "security"

    @property
    def label(self) -> str:
        words = {"statutory": "履行法定职责", "consent": "本人同意", "contract": "订立、履行协议或提供服务"}
        return {**words, "security": "保障安全、留存证明"}[self.value]


@shape("data_ground")
class DataGround(Shape):
    """个人信息处理依据"""

    fields: tuple[str, ...] = Field(
        min_length=1, description="适用的资料项：表名.列名，表名.* 为该表其余各项"
    )
    ground: Ground = Field(description="依据种类")
    basis: str = Field(min_length=1, max_length=300, description="依据条文")
    purpose: str = Field(min_length=1, max_length=300, description="用来做什么")
    consent_purpose: str | None = Field(default=None, max_length=60, description="须经同意的授权事项代码")
    keep_years: int | None = Field(
        default=None, ge=1, le=100, description="删除本人资料时仍须保存的年数（空为随删除清除）"
    )
    keep_why: str | None = Field(default=None, max_length=300, description="为何须保存")

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.ground is Ground.CONSENT) != (self.consent_purpose is not None):
            raise ValueError("依据为本人同意的，须写明授权事项；其他的不写")
        if (self.keep_years is None) != (self.keep_why is None):
            raise ValueError("须保存的，年数与理由都要写")
        return self


@shape("talent_category")
class TalentCategory(Shape):
    """六类人才"""

    ordinal: int = Field(ge=1, le=20, description="排序")
    types: tuple[str, ...] = Field(default=(), description="归入此类的人才类型代码")


@shape("record_quality")
class RecordQuality(Shape):
    """资料质量评分"""

    weights: dict[RecordField, int] = Field(min_length=1, description="各项资料的权重（填了才得分）")
    fresh_months: int = Field(ge=1, le=60, description="多少个月内更改或确认过的算新")
    old_costs: int = Field(ge=0, le=100, description="过期或待更新的扣分")
    conflict_costs: int = Field(ge=0, le=100, description="与他人资料冲突的扣分")
