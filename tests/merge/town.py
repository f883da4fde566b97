"""The city of tests/card with everything that may hang on a talent: rows as the platform puts them; what is tested
goes through the operations."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

import asyncpg
from tests.card.world import BEGIN, PROFILE, SHANGHAI, City

from bole.catalogue.models import Entry
from bole.contact.models import ContactAssignment, ContactLog, Need
from bole.contact.rules import ContactMode, LogStatus
from bole.core.table import new_id
from bole.introduction import service as introduction
from bole.introduction.models import IntroductionClaim
from bole.merge import merge_service
from bole.merge.images import TALENT
from bole.merge.models import TalentMerge
from bole.merge.parts import DERIVED, kept
from bole.org.models import Appointment, Post
from bole.org.rules import LeaderLevel
from bole.roster.models import SensitiveRead, Talent
from bole.roster.rules import SecretField


@dataclass
class Town:
    city: City
    sight: asyncpg.Connection
    """What really stands in the tables."""
    post: Post
    term: Appointment

    @classmethod
    async def of(cls, city: City, sight: asyncpg.Connection) -> "Town":
        published = datetime(2025, 1, 1, tzinfo=SHANGHAI)
        for name in ("duplicate_rules", "introduction_terms"):
            told = tomllib.loads((PROFILE.parent / f"{name}.toml").read_text())
            about = {
                "kind": told["kind"],
                "source": told["source"],
                "published_at": published,
                "valid_from": BEGIN,
            }
            await city.add(*(Entry(**about, position=0, **one) for one in told["entry"]))
        leader = {"leader_level": LeaderLevel.CITY, "valid_from": BEGIN}
        post = Post(unit_id=city.units["潮州"].id, code="p-1", name="副市长", **leader)
        await city.add(post)
        term = Appointment(post_id=post.id, person_id=uuid4(), person_name="许文彬", valid_from=BEGIN)
        await city.add(term)
        return cls(city, sight, post, term)

    async def merge(self, a: Talent, b: Talent, **given: Any) -> TalentMerge:
        about = {"survivor_id": a.id, "absorbed_id": b.id, "reason": "核实为同一人", **given}
        return await self.city.do(self.city.office, merge_service.merge_talents, **about)

    async def part(self, merge: TalentMerge, **given: Any) -> TalentMerge:
        about = {"merge_id": merge.id, "reason": "核实为姐妹", **given}
        return await self.city.do(self.city.office, merge_service.undo_merge, **about)

    async def claim(self, talent: Talent, unit: str, arrived: date) -> IntroductionClaim:
        about = {"talent_id": talent.id, "unit_id": self.city.units[unit].id, "arrived_on": arrived}
        return await self.city.do(self.city.office, introduction.claim_introduction, **about)

    # What hangs on a talent
    async def looked_after(self, talent: Talent, *, log: bool = True) -> ContactAssignment:
        place = {"talent_id": talent.id, "unit_path": talent.unit_path}
        made = ContactAssignment(
            **place, post_id=self.post.id, appointment_id=self.term.id, level=LeaderLevel.CITY,
            valid_from=date(2026, 1, 1), cadence_months=6, cadence_aligned=False, first_due_on=date(2026, 6, 30),
        )  # fmt: skip
        await self.city.add(made)
        if log:
            await self.visited(talent, made.id)
        return made

    async def visited(self, talent: Talent, assignment: UUID | None = None) -> ContactLog:
        place = {"talent_id": talent.id, "unit_path": talent.unit_path}
        made = ContactLog(
            **place, post_id=self.post.id, assignment_id=assignment, post_then="副市长", leader_then="许文彬",
            recorded_by=uuid4(), recorded_by_name="经办", occurred_on=date(2026, 2, 3), mode=ContactMode.VISIT,
            greeting="看望", status=LogStatus.RECORDED,
        )  # fmt: skip
        need = Need(
            **place,
            talent_name=talent.name,
            log_id=made.id,
            kind="school",
            content="子女入学",
            raised_on=made.occurred_on,
        )
        await self.city.add(made, need)
        return made

    async def read(self, talent: Talent) -> None:
        place = {"talent_id": talent.id, "unit_path": talent.unit_path, "read_at": datetime.now(SHANGHAI)}
        by = {"actor_id": new_id(), "actor_name": "经办", "purpose": "联系本人", "reason": "走访"}
        await self.city.add(SensitiveRead(**place, **by, field=SecretField.PHONE))

    async def consented(self, talent: Talent, purpose: str, *, withdrawn: datetime | None = None) -> None:
        await self.sight.execute(
            "insert into consent (id, unit_path, talent_id, purpose, version, given_at, withdrawn_at) "
            "values (uuidv7(), $1, $2, $3, 1, $4, $5)",
            talent.unit_path, talent.id, purpose, datetime(2026, 1, 1, tzinfo=SHANGHAI), withdrawn,
        )  # fmt: skip

    async def dump(self) -> dict[str, list[dict[str, Any]]]:
        """Every row of every table that hangs on talents, but how often and when it was written."""
        told = {}
        for part in (TALENT, *kept()):
            rows = await self.sight.fetch(f"select * from {part.table}")
            told[part.table] = sorted(
                ({k: v for k, v in r.items() if k not in DERIVED} | {"id": r["id"]} for r in rows), key=str
            )
        return told
