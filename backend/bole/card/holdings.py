"""What cards hold of a person (roster/erasing.py): numbers, days and counts, which accounts stand on."""

from bole.card.code_models import CardCode, CardPresentation
from bole.card.models import BatchLine, Card
from bole.card.quota_models import Entitlement, EntitlementLedger, PoolWait, Redemption
from bole.roster.erasing import holding

holding("cards", "优才卡", Card, ground="service", position=40, fixed=True)
holding("card_batches", "发卡名单", BatchLine, ground="service", position=41, fixed=True)
holding("entitlements", "权益", Entitlement, ground="service", position=42, fixed=True)
holding("entitlement_ledger", "权益流水", EntitlementLedger, ground="service", position=43, fixed=True)
holding("redemptions", "核销与预约", Redemption, ground="service", position=44, fixed=True)
holding("presentations", "核验记录", CardPresentation, ground="service", position=45, fixed=True)
holding("pool_waits", "候补", PoolWait, ground="service", position=46, fixed=True)
holding("card_codes", "动态码", CardCode, ground="account", position=47)
