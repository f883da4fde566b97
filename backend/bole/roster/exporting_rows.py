"""The rows of an export: what is read for them, and how each cell is told."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Select
from sqlalchemy.orm import aliased
from sqlmodel import col

from bole.core.actor import Actor
from bole.core.documents import context_binds, statement_of
from bole.core.operation import binds_of, operation_of
from bole.core.secrets import Vault
from bole.org.models import Unit
from bole.roster import service
from bole.roster.exporting_rules import ExportColumn
from bole.roster.identity_numbers import DocumentKind
from bole.roster.matching import LABELS
from bole.roster.models import Education, Employment, IdentityDocument, Talent
from bole.roster.names import name_search
from bole.roster.rules import TALENT_FLOW, SecretField, TalentStatus
from bole.roster.sealed import PLACES
from bole.roster.service import TalentOrder

C = ExportColumn
KINDS: Final = {k.value: k.label for k in DocumentKind}
STATES: Final = {s.value: label for s, label in TALENT_FLOW.labels.items()}


@dataclass(frozen=True)
class Selected:
    """What is read for an export."""

    count: Select[Any]
    rows: Select[Any]
    binds: dict[str, Any]


def selected(filters: Mapping[str, Any], actor: Actor) -> Selected:
    """The people that the list shows with these filters, in the list's usual order."""
    op = operation_of(service.talents)
    given: dict[str, Any] = {p.name: filters.get(p.name) for p in op.params}
    given["order"] = TalentOrder.UNIT
    if given.get("unit_id"):
        given["unit_id"] = UUID(given["unit_id"])
    if given.get("status"):
        given["status"] = TalentStatus(given["status"])
    if given.get("due_before"):
        given["due_before"] = date.fromisoformat(given["due_before"])
    if given.get("search"):
        given["search"] = name_search(given["search"])
    binds = context_binds(actor)
    for param in op.params:
        binds |= binds_of(param, given[param.name], "export")
    asked = statement_of(op, given, "export", actor.kind).order_by(None).with_only_columns(col(Talent.id))
    if chosen := filters.get("ids"):
        asked = asked.where(col(Talent.id).in_([UUID(one) for one in chosen]))
    found = asked.subquery("found")
    return Selected(sa.select(sa.func.count()).select_from(found), _told(found), binds)


def _told(found: Any) -> Select[Any]:
    document, main = IdentityDocument, Employment
    some, learnt = aliased(IdentityDocument), aliased(Education)
    first = (
        sa.select(col(some.id))
        .where(col(some.talent_id) == col(Talent.id), col(some.active))
        .order_by((col(some.kind) != DocumentKind.RESIDENT_ID), col(some.created_at), col(some.id))
        .limit(1)
        .correlate(Talent)
        .scalar_subquery()
    )
    highest = (
        sa.select(col(learnt.id))
        .where(col(learnt.talent_id) == col(Talent.id), col(learnt.degree) == col(Talent.highest_degree))
        .order_by(col(learnt.graduated_on).desc().nulls_last(), col(learnt.id))
        .limit(1)
        .correlate(Talent)
        .scalar_subquery()
    )
    return (
        sa.select(
            *(col(getattr(Talent, name)) for name in TALENT_COLUMNS),
            col(Unit.name).label("unit"),
            col(document.id).label("document_id"),
            col(document.kind).label("document_kind"),
            col(document.number_masked),
            col(document.number_sealed),
            col(main.employer_uscc),
            col(main.kind).label("employment_kind"),
            col(main.started_on),
            col(Education.school),
            col(Education.major),
        )
        .join(found, found.c.id == col(Talent.id))
        .join(Unit, col(Unit.id) == col(Talent.unit_id))
        .outerjoin(document, col(document.id) == first)
        .outerjoin(main, sa.and_(col(main.talent_id) == col(Talent.id), col(main.main)))
        .outerjoin(Education, col(Education.id) == highest)
        .order_by(col(Talent.unit_path), col(Talent.name_key), col(Talent.id))
    )


TALENT_COLUMNS: Final = (
    "id", "name", "gender", "birth_date", "nationality", "status", "entered_on", "level", "level_since", "talent_type",
    "specialty", "residence", "phone_masked", "phone_sealed", "email_masked", "email_sealed", "employer_name",
    "position", "highest_degree", "highest_title", "highest_rank", "last_contact_on", "next_contact_due",
)  # fmt: skip

PLAIN: Final = {
    C.NAME: "name", C.NATIONALITY: "nationality", C.UNIT: "unit", C.ENTERED_ON: "entered_on", C.LEVEL_SINCE: "level_since",
    C.EMPLOYER: "employer_name", C.EMPLOYER_USCC: "employer_uscc", C.POSITION: "position",
    C.EMPLOYED_FROM: "started_on", C.SCHOOL: "school", C.MAJOR: "major", C.TITLE: "highest_title",
    C.SPECIALTY: "specialty", C.RESIDENCE: "residence", C.LAST_CONTACT_ON: "last_contact_on",
    C.NEXT_CONTACT_DUE: "next_contact_due",
}  # fmt: skip
SECRET: Final = {
    C.DOCUMENT_NUMBER: (SecretField.IDENTITY_NUMBER, "document_id", "number_sealed", "number_masked"),
    C.PHONE: (SecretField.PHONE, "id", "phone_sealed", "phone_masked"),
    C.EMAIL: (SecretField.EMAIL, "id", "email_sealed", "email_masked"),
}


class Teller:
    """Makes the cells of a row. Without `clear` the vault is not asked at all."""

    def __init__(
        self,
        columns: Sequence[ExportColumn],
        names: Mapping[str, Mapping[str, str]],
        vault: Vault,
        *,
        clear: bool,
        sensitive: bool,
    ) -> None:
        self.vault, self.clear, self.sensitive = vault, clear, sensitive
        labels: dict[ExportColumn, tuple[str, Mapping[str, str]]] = {
            C.GENDER: ("gender", LABELS["gender"]),
            C.DOCUMENT_KIND: ("document_kind", KINDS),
            C.STATUS: ("status", STATES),
            C.LEVEL: ("level", names["level"]),
            C.TALENT_TYPE: ("talent_type", names["talent_type"]),
            C.EMPLOYMENT_KIND: ("employment_kind", LABELS["employment_kind"]),
            C.DEGREE: ("highest_degree", LABELS["degree"]),
            C.TITLE_RANK: ("highest_rank", LABELS["title_rank"]),
        }
        self._tellers = [self._teller(column, labels) for column in columns]

    def cells(self, row: Any) -> list[str]:
        return [tell(row) for tell in self._tellers]

    def _teller(
        self, column: ExportColumn, labels: Mapping[ExportColumn, tuple[str, Mapping[str, str]]]
    ) -> Callable[[Any], str]:
        if column in SECRET:
            return self._secret(*SECRET[column])
        if column is C.BIRTH_DATE:
            return self._birth
        if column in labels:
            name, words = labels[column]
            return lambda row: words.get(row[name], row[name] or "")
        name = PLAIN[column]
        return lambda row: "" if row[name] is None else str(row[name])

    def _birth(self, row: Any) -> str:
        born = row["birth_date"]
        if born is None:
            return ""
        return str(born) if self.sensitive else f"{born.year}-**-**"

    def _secret(self, field: SecretField, owner: str, sealed: str, masked: str) -> Callable[[Any], str]:
        if not self.clear:
            return lambda row: row[masked] or ""
        table, place = PLACES[field]

        def opened(row: Any) -> str:
            return self.vault.open(table, place, row[owner], row[sealed]) if row[sealed] is not None else ""

        return opened
