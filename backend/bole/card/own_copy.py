"""What cards add to a talent's own copy."""

from bole.card.models import Card
from bole.card.quota_models import Entitlement, PoolWait, Redemption
from bole.roster.copying import part

part(
    "cards", "优才卡", Card,
    ("number", "tier_name", "level", "valid_from", "valid_until", "status", "status_reason", "status_since"),
    order=lambda c: [c.id.desc()], position=50,
)  # fmt: skip
part(
    "entitlements", "权益", Entitlement,
    ("service_name", "period", "starts_on", "ends_on", "quota", "used", "reserved", "live"),
    order=lambda e: [e.starts_on.desc(), e.position, e.id], position=51,
)  # fmt: skip
part(
    "redemptions", "核销与预约", Redemption, ("day", "service_name", "amount", "status", "occurred_at", "reason"),
    order=lambda r: [r.occurred_at.desc(), r.id], position=52,
)  # fmt: skip
part(
    "pool_waits", "候补", PoolWait, ("day", "service_code", "status", "reason"),
    order=lambda w: [w.day.desc(), w.id], position=53,
)  # fmt: skip
