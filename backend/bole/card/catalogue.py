"""What the city decides about its cards: the scheme, its tiers, and the services they open."""

from typing import Self

from pydantic import Field, model_validator

from bole.card.quota_rules import CountedPer, Limit, Period
from bole.card.rules import Tier
from bole.catalogue.shapes import Shape, shape
from bole.core.words import Word
from bole.org.rules import UnitKind
from bole.roster.rules import DepartureReason


class Mode(Word):
    """How a service is had."""

    BOOK = "book"
    SCAN = "scan"
    APPLY = "apply"
    QUEUE = "queue"
    MATCH = "match"
    REFER = "refer"
    PUSH = "push"
    ASSIGN = "assign"

    @property
    def label(self) -> str:
        return {
            "book": "预约",
            "scan": "扫码核销",
            "apply": "申请审批",
            "queue": "排队轮候",
            "match": "自动匹配",
            "refer": "转介",
            "push": "名单推送",
            "assign": "指派",
        }[self.value]


class ServiceClass(Shape):
    """One class of services, as the guide groups them."""

    code: str = Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40, description="类别代码")
    name: str = Field(min_length=1, max_length=40, description="类别名称")


@shape("card_scheme")
class CardScheme(Shape):
    """人才卡方案"""

    number_prefix: str = Field(pattern=r"^[A-Z]{2,4}$", description="卡号前缀")
    valid_years: int = Field(ge=1, le=30, description="有效期年数（不超过认定期限）")
    classes: tuple[ServiceClass, ...] = Field(min_length=1, description="服务类别")
    settlement_day: int = Field(ge=1, le=28, description="每月几日结算上月核销")
    record_within_hours: int = Field(ge=0, le=240, description="网点断网后补录核销的时限（小时）")
    code_seconds: int = Field(default=30, ge=10, le=300, description="动态码多少秒换一次")
    code_windows: int = Field(default=40, ge=2, le=120, description="手机一次取多少个动态码")
    code_grace_seconds: int = Field(
        default=30, ge=0, le=120, description="动态码换过之后多少秒内仍可核验（网络慢时）"
    )
    presentation_minutes: int = Field(default=5, ge=1, le=60, description="一次核验多少分钟内可以核销")
    approve_batches: bool = Field(default=True, description="发卡批次须由另一人批准")
    ends_on_leaving: tuple[DepartureReason, ...] = Field(
        default=(), description="离开名录时直接注销卡的原因（其余原因先冻结，待核实）"
    )

    @model_validator(mode="after")
    def _agree(self) -> Self:
        codes = [c.code for c in self.classes]
        if len(set(codes)) < len(codes):
            raise ValueError("同一服务类别写了两次")
        return self


@shape("card_tier")
class CardTier(Shape):
    """卡种"""

    scheme: str = Field(max_length=60, description="所属方案代码")
    levels: tuple[str, ...] = Field(min_length=1, description="持有这一卡种的人才层次代码")
    face: str = Field(default="", max_length=40, description="卡面样式代码")

    def value(self, code: str, name: str) -> Tier:
        return Tier(code, name, frozenset(self.levels))


class ServiceLimit(Shape):
    """So many times in a period: the same for every tier, or told by tier. No number at all only counts."""

    period: Period = Field(description="周期")
    quota: int | None = Field(default=None, ge=0, le=1_000_000, description="次数（空为不限）")
    by_tier: dict[str, int] = Field(default_factory=dict, description="按卡种的次数")

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if self.quota is not None and self.by_tier:
            raise ValueError("次数要么统一，要么按卡种，不能两者都写")
        if any(n < 0 for n in self.by_tier.values()):
            raise ValueError("次数不能为负")
        return self

    def of(self, tier: str) -> Limit:
        return Limit(self.period, self.by_tier.get(tier, 0) if self.by_tier else self.quota)


class CityPool(Shape):
    """What the whole city may use of a service in a period."""

    period: Period = Field(description="周期")
    quota: int = Field(ge=0, le=10_000_000, description="全市名额")

    @model_validator(mode="after")
    def _is_the_citys(self) -> Self:
        if self.period is Period.CARD:
            raise ValueError("全市名额不能按各卡的有效期计算")
        return self


@shape("card_service")
class CardService(Shape):
    """人才卡服务项目"""

    scheme: str = Field(max_length=60, description="所属方案代码")
    service_class: str = Field(max_length=40, description="所属类别代码")
    summary: str = Field(default="", max_length=500, description="服务内容")
    modes: tuple[Mode, ...] = Field(min_length=1, description="办理方式")
    tiers: tuple[str, ...] = Field(min_length=1, description="可享受的卡种代码")
    per: CountedPer = Field(default=CountedPer.HOLDER, description="按谁计次")
    stages: tuple[str, ...] = Field(default=(), description="学段（按学段计次时）")
    limits: tuple[ServiceLimit, ...] = Field(default=(), description="次数限制（各条同时满足）")
    pool: CityPool | None = Field(default=None, description="全市名额")
    sla_working_days: int | None = Field(default=None, ge=1, le=250, description="办结时限（工作日）")
    provider_kinds: tuple[UnitKind, ...] = Field(default=(UnitKind.PROVIDER,), description="服务提供单位类别")
    materials: tuple[str, ...] = Field(default=(), description="所需材料")
    shown_on_use: tuple[str, ...] = Field(default=(), description="使用时须出示")
    legal_basis: str = Field(default="", max_length=300, description="依据")
    book_ahead_days: int = Field(default=30, ge=0, le=366, description="最多提前几天预约")
    reverse_within_hours: int = Field(default=24, ge=0, le=720, description="网点自行撤销核销的时限（小时）")

    @model_validator(mode="after")
    def _agree(self) -> Self:
        periods = [limit.period for limit in self.limits]
        if len(set(periods)) < len(periods):
            raise ValueError("同一周期写了两条次数限制")
        for limit in self.limits:
            if limit.by_tier and set(limit.by_tier) != set(self.tiers):
                raise ValueError("按卡种的次数须与可享受的卡种一一对应")
        if (self.per is CountedPer.CHILD_STAGE) != bool(self.stages):
            raise ValueError("按学段计次时须列出学段，其他情形不列")
        return self

    def limits_of(self, tier: str) -> list[Limit]:
        """What binds a card of this tier. A service without limits is counted all the same, per card."""
        if tier not in self.tiers:
            return []
        return [limit.of(tier) for limit in self.limits] or [Limit(Period.CARD, None)]
