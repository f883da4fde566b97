"""What a talent consented to, and when they took it back: each giving is a row of its own."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from bole.core.ddl import EXTRA
from bole.core.faults import TryAgain, constraint
from bole.core.table import link, moment
from bole.roster.models import OfTalent, Talent, of_talent


class Consent(OfTalent, table=True):
    """One giving of consent to one purpose, in the words of one version of the catalogue."""

    __table_args__ = (
        *of_talent("consent", "given_at"),
        Index(
            "consent_one_open",
            "talent_id",
            "purpose",
            unique=True,
            postgresql_where=text("withdrawn_at is null"),
        ),
        CheckConstraint("withdrawn_at is null or withdrawn_at >= given_at", name="in_order"),
        CheckConstraint("version >= 1", name="version_from_one"),
    )
    __grants__: ClassVar[dict[str, str]] = {
        "staff": "select",
        "system": "select, update (withdrawn_at, talent_id, unit_path)",
        "leader": "select",
        "talent": "select, insert, update (withdrawn_at)",
    }

    purpose: str = Field(max_length=60, description="授权事项代码")
    version: int = Field(description="同意时所示文字的版次")
    given_at: datetime = Field(sa_type=moment(), description="同意时间")
    withdrawn_at: datetime | None = Field(default=None, sa_type=moment(), description="撤回时间")

    talent: Talent = link(reverse="consents")


constraint("consent_one_open", TryAgain)

EXTRA += [
    # Given is given: the only change is that it ends, once. Rows follow a talent who changes units, and a record
    # that is joined with another of the same person.
    "create trigger consent_append_only before delete or truncate on consent"
    " for each statement execute function bole_append_only()",
    "alter table consent enable always trigger consent_append_only",
    "create trigger consent_kept before update on consent for each row"
    " when ((to_jsonb(new) - 'unit_path' - 'talent_id' - 'withdrawn_at') is distinct from"
    " (to_jsonb(old) - 'unit_path' - 'talent_id' - 'withdrawn_at')"
    " or (old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at))"
    " execute function bole_append_only()",
    "alter table consent enable always trigger consent_kept",
]
