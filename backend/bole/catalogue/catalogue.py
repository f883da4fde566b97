"""The shapes of this slice's own entries: levels and types of talents, roles, and the city itself."""

from datetime import date

from pydantic import Field, field_validator

from bole.catalogue.shapes import Shape, shape
from bole.core.actor import ActorKind
from bole.core.permissions import Permission


class Criterion(Shape):
    """One way to meet a level, and the papers that show it."""

    text: str = Field(min_length=1, max_length=500, description="标准")
    evidence: tuple[str, ...] = Field(default=(), description="佐证材料")


@shape("level")
class Level(Shape):
    """人才层次"""

    ordinal: int = Field(ge=1, le=20, description="第几层次（一为最高）")
    label: str = Field(min_length=1, max_length=20, description="层次序称，如“第一层次”")
    recognised: bool = Field(default=True, description="是否属于认定的高层次人才")
    criteria: tuple[Criterion, ...] = Field(default=(), description="水平参照标准")


@shape("talent_type")
class TalentType(Shape):
    """人才类型"""

    ordinal: int = Field(ge=1, le=40, description="排序")
    lead_unit: str | None = Field(default=None, max_length=40, description="牵头主管部门的单位编号")
    note: str | None = Field(default=None, max_length=200, description="说明")


class FixedHoliday(Shape):
    """One statutory festival on a fixed day of the calendar."""

    name: str = Field(min_length=1, max_length=20, description="节日名称")
    month: int = Field(ge=1, le=12, description="月")
    day: int = Field(ge=1, le=28, description="日")
    length: int = Field(ge=1, le=7, description="放假几日")


@shape("statutory_holidays")
class StatutoryHolidays(Shape):
    """法定节日"""

    law: str = Field(min_length=1, max_length=80, description="依据的法规")
    days: tuple[FixedHoliday, ...] = Field(min_length=1, description="公历固定的节日")


@shape("role")
class Role(Shape):
    """角色"""

    actor: ActorKind = Field(description="以何种身份登录：职员、用人单位人事、联系领导、人才本人或伙伴系统")
    permissions: frozenset[Permission] = Field(min_length=1, description="权限")
    daily: tuple[str, ...] = Field(default=(), max_length=8, description="每日要务")

    @field_validator("actor")
    @classmethod
    def _nobody_signs_in_as_the_platform(cls, actor: ActorKind) -> ActorKind:
        if actor is ActorKind.SYSTEM:
            raise ValueError("平台身份只供后台进程使用，不能作为角色")
        return actor


@shape("city")
class City(Shape):
    """城市方案"""

    code: str = Field(pattern=r"^[a-z]+$", max_length=40, description="方案代码")
    name: str = Field(min_length=1, max_length=40, description="城市名称")
    system: str = Field(min_length=1, max_length=60, description="系统名称")
    label: str = Field(default="", max_length=20, description="数据标识（演示数据处处标明）")
    note: str = Field(default="", max_length=500, description="说明")
    valid_from: date = Field(description="未写起始日的内容自何日起")
