"""What saved views and settings show and let do."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
import strawberry
from sqlmodel import col

from bole.core.graph import Json, computed, node, read, write
from bole.core.operation import ASK
from bole.identity import view_service as service
from bole.identity.models import Account
from bole.identity.view_models import Preference, SavedView


def _owner(view: Any) -> Any:
    """Null to those who may see no other account than theirs."""
    return sa.select(col(Account.name)).where(col(Account.id) == view.account_id).scalar_subquery()


@node(SavedView, allow=None)
class SavedViewNode:
    """保存的视图"""

    id: UUID
    page: str
    name: str
    query: str
    columns: list[str] | None
    shared: bool = computed(lambda v: v.unit_id.is_not(None), description="是否与单位共享")
    mine: bool = computed(
        lambda v: v.account_id == ASK.actor_id, description="是否自己的（只有自己的可改可删）"
    )
    owner_name: str | None = computed(_owner, description="由谁保存")
    changed_at: datetime


@node(Preference, allow=None)
class PreferenceNode:
    """一项个人设置"""

    id: UUID
    key: str
    value: Json
    changed_at: datetime


@strawberry.type
class ViewQuery:
    views = read(service.views, list[SavedViewNode])
    preferences = read(service.preferences, list[PreferenceNode])


@strawberry.type
class ViewMutation:
    save_view = write(service.save_view, SavedViewNode)
    rename_view = write(service.rename_view, SavedViewNode)
    delete_view = write(service.delete_view, bool)
    set_preference = write(service.set_preference, bool)
