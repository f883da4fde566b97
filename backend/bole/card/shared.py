"""What partners received of a card's holder (roster/sharing.py)."""

from typing import Any

import sqlalchemy as sa
from sqlmodel import col, select

from bole.card.code_models import CardPresentation
from bole.card.quota_models import Redemption
from bole.identity.models import Partner
from bole.roster.copying import part
from bole.roster.sharing import received

received(CardPresentation, "provider_id", "presented_at", "优才卡的卡种与有效期")
received(Redemption, "provider_id", "occurred_at", "核销的服务、日期与次数")


def _partner(row: Any) -> Any:
    return select(col(Partner.name)).where(col(Partner.id) == row.provider_id).scalar_subquery()


part(
    "partners", "哪些伙伴单位核验过我的卡", CardPresentation, ("presented_at", "tier_name"),
    more={"partner": ("伙伴单位", _partner), "got": ("得到的内容", lambda _: sa.literal("卡种与有效期，不含姓名"))},
    order=lambda p: [p.presented_at.desc(), p.id], position=81,
)  # fmt: skip
