"""Requests of the person: deadlines, withdrawal at once, erasure by plan, and partners who are told."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import asyncpg
import orjson
import pytest
import sqlalchemy as sa
from sqlmodel import SQLModel, select
from tests.roster.people import People

from bole import parts, worker
from bole.catalogue import lookup
from bole.core.actor import PLATFORM, Actor, ActorKind
from bole.core.context import Work
from bole.core.permissions import Permission
from bole.core.table import new_id
from bole.merge import merge_service
from bole.merge.rules import ImagesGone
from bole.privacy import anomaly_service, jobs, notice_service, rules, service
from bole.privacy.anomaly_service import Verdict
from bole.privacy.models import DataRequest, DeletionNotice, Erasure
from bole.privacy.rules import AnomalyStatus, Asker, Fate, NoticeStatus, RequestKind, RequestStatus
from bole.roster import career_service, consent_service, own_copy, standing_service
from bole.roster.catalogue import DataGround
from bole.roster.erasing import GONE, HOLDINGS
from bole.roster.forms import FamilyIn
from bole.roster.grounds import groundless
from bole.roster.models import FamilyMember, Talent
from bole.roster.rules import DepartureReason, Relation, TalentStatus


async def with_child(people: People) -> tuple[Talent, Actor]:
    one = await people.enter("林晓岚", phone="13800001111", specialty="釉料")
    child = FamilyIn(relation=Relation.CHILD, name="林小满", birth_date=date(2018, 5, 1), purpose="子女入学")
    one = await people.do(people.office, career_service.add_family_member, talent_id=one.id, member=child)
    return one, people.own(ActorKind.TALENT, one.id)


async def verified(everything: asyncpg.Connection, one: Talent, partner: str) -> None:
    """The hospital looked at the person's card once."""
    card = await everything.fetchval(
        "insert into card (id, unit_path, talent_id, number, scheme, scheme_version, tier, tier_name, level, valid_from,"
        " valid_until, status, status_reason, status_since, version) values (uuidv7(), $1, $2, 'CZ-1', 's', 1, 't', '金卡',"
        " 'L2', current_date, current_date + 30, 'active', '', now(), 1) returning id",
        one.unit_path, one.id,
    )  # fmt: skip
    await everything.execute(
        "insert into card_presentation (id, unit_path, card_id, talent_id, tier, tier_name, valid_from, valid_until, scanned,"
        " presented_at, lasts_until, provider_id, by_id) values (uuidv7(), $1, $2, $3, 't', '金卡', current_date,"
        " current_date + 30, true, now(), now() + interval '5 minutes', $4, uuidv7())",
        one.unit_path, card, one.id, UUID(partner),
    )  # fmt: skip


async def ask(people: People, me: Actor, kind: RequestKind, **more: Any) -> DataRequest:
    return await people.do(me, service.raise_data_request, kind=kind, content="请办理", **more)


async def refreshed(people: People, table: Any, id: UUID) -> Any:
    async with Work(people.services).read(PLATFORM) as ctx:
        return await ctx.get(table, id)


async def all_of(people: People, table: Any) -> list[Any]:
    async with Work(people.services).read(PLATFORM) as ctx:
        return list((await ctx.db.exec(select(table))).all())


# What is told of every table ------------------------------------------------------------------------------


async def test_every_field_of_a_person_has_its_ground_in_the_catalogue(people: People) -> None:
    async with Work(people.services).read(PLATFORM) as ctx:
        grounds = await lookup.bodies(ctx, DataGround)
    assert groundless(grounds) == []
    assert "talent.specialty" in groundless({k: g for k, g in grounds.items() if k != "identity"})
    assert {h.ground for h in HOLDINGS.values()} <= set(grounds), "a holding names a ground that there is"
    assert all(grounds[h.ground].keep_years for h in HOLDINGS.values() if h.fixed), (
        "what nobody may touch must be kept"
    )


def test_every_table_that_tells_of_a_person_says_what_erasure_makes_of_it() -> None:
    parts.load()
    told = {h.table.__table__.name for h in HOLDINGS.values()}
    tables = {t.name for t in SQLModel.metadata.tables.values() if "talent_id" in t.columns} | {"talent"}
    assert tables - told == {"talent_gram", "talent_key"}, "they follow the person by triggers"


# Requests -------------------------------------------------------------------------------------------------


async def test_a_request_has_its_own_working_days_and_says_how_they_were_counted(people: People) -> None:
    _, me = await with_child(people)
    made = await ask(people, me, RequestKind.EXPLAIN)
    assert made.due_on > made.raised_on and made.due_words
    other = people.own(ActorKind.TALENT, (await people.enter("陈文轩")).id)
    async with Work(people.services).read(other) as ctx:
        assert await ctx.find(DataRequest, made.id) is None
    await people.do(
        people.district("xiangqiao"), service.answer_data_request, request_id=made.id, answer="依法定职责处理"
    )
    async with Work(people.services).read(me) as ctx:
        seen = await ctx.get(DataRequest, made.id)
    assert (seen.status, seen.answer) == (RequestStatus.ANSWERED, "依法定职责处理")


async def test_an_overdue_request_is_told_once(people: People, everything: asyncpg.Connection) -> None:
    _, me = await with_child(people)
    made = await ask(people, me, RequestKind.COPY)
    await everything.execute("update data_request set raised_on = '2026-01-05', due_on = '2026-01-26'")
    for _ in range(2):
        async with Work(people.services).write(PLATFORM) as ctx:
            await jobs.tell_overdue(ctx)
    assert (await refreshed(people, DataRequest, made.id)).overdue_told


async def test_for_a_dead_person_a_relative_asks_by_name(people: People) -> None:
    one, _ = await with_child(people)
    day = date(2026, 6, 1)
    told = {"left_on": day, "told_on": day, "reason": DepartureReason.DECEASED, "told_to": "人才办"}
    await people.do(people.office, standing_service.leave, talent_id=one.id, **told)
    given = {"talent_id": one.id, "kind": RequestKind.ERASE, "content": "请删除"}
    with pytest.raises(rules.NotThePerson):
        await people.do(people.office, service.record_data_request, **given)
    with pytest.raises(rules.AskerMissing):
        await people.do(people.office, service.record_data_request, asker=Asker.RELATIVE, **given)
    made = await people.do(
        people.office, service.record_data_request, asker=Asker.RELATIVE, asker_name="林某（女儿）", **given
    )
    assert made.asker is Asker.RELATIVE


# Consent --------------------------------------------------------------------------------------------------


async def test_taking_back_consent_purges_the_family_and_tells_the_partners(
    people: People, everything: asyncpg.Connection, partner: str
) -> None:
    one, me = await with_child(people)
    await verified(everything, one, partner)
    await people.do(me, consent_service.give_consent, purpose="family_health", version=1)
    await worker.deliver_all(people.services)
    assert len(await all_of(people, FamilyMember)) == 1
    await people.do(me, consent_service.withdraw_consent, purpose="family_health")
    await worker.deliver_all(people.services)
    assert await all_of(people, FamilyMember) == []
    (told,) = await all_of(people, DeletionNotice)
    assert (told.reason.value, told.cards, told.status) == ("withdrawn", ["CZ-1"], NoticeStatus.WAITING)


async def test_a_withdrawal_on_paper_takes_effect_as_one_on_the_phone(people: People) -> None:
    one, me = await with_child(people)
    await people.do(me, consent_service.give_consent, purpose="family_health", version=1)
    made = await people.do(
        people.office, service.record_data_request, talent_id=one.id, kind=RequestKind.WITHDRAW, content="撤回",
        purpose="family_health",
    )  # fmt: skip
    await people.do(people.office, service.answer_data_request, request_id=made.id, answer="已撤回")
    await worker.deliver_all(people.services)
    assert await all_of(people, FamilyMember) == []


async def test_a_family_is_forgotten_when_its_person_left_long_enough_ago(people: People) -> None:
    one, _ = await with_child(people)
    day = people.services.now().date() - timedelta(days=40)
    told = {"left_on": day, "told_on": day, "reason": DepartureReason.TRANSFER, "told_to": "人才办"}
    await people.do(people.office, standing_service.leave, talent_id=one.id, **told)
    async with Work(people.services).write(PLATFORM) as ctx:
        await jobs.forget_families(ctx)
    assert await all_of(people, FamilyMember) == []


# Erasure --------------------------------------------------------------------------------------------------


async def test_an_erasure_does_what_its_plan_said_and_leaves_a_tombstone(
    people: People, everything: asyncpg.Connection, partner: str
) -> None:
    one, me = await with_child(people)
    await verified(everything, one, partner)
    made = await ask(people, me, RequestKind.ERASE)
    await people.do(people.office, service.accept_data_request, request_id=made.id)
    with pytest.raises(rules.AnswerByErasing):
        await people.do(people.office, service.answer_data_request, request_id=made.id, answer="好")
    async with Work(people.services).read(people.office) as ctx:
        plan = await service.erasure_plan(ctx, request_id=made.id)
    fates = {line.code: line for line in plan.lines}
    assert (fates["documents"].fate, fates["documents"].rows) == (Fate.DELETED, 1)
    assert fates["family"].fate is Fate.BLANKED
    kept = fates["cards"]
    assert kept.fate is Fate.KEPT and kept.until is not None and "会计档案" in kept.why
    with pytest.raises(rules.PlanChanged):
        await people.do(people.office, service.carry_out_erasure, request_id=made.id, digest="another")
    await people.do(people.office, service.carry_out_erasure, request_id=made.id, digest=plan.digest)
    await worker.deliver_all(people.services)

    stone = await refreshed(people, Talent, one.id)
    assert (stone.name, stone.status, stone.phone_sealed, stone.phone_masked) == (
        GONE,
        TalentStatus.CLOSED,
        None,
        None,
    )
    for table in ("identity_document", "family_member", "talent_gram", "talent_key", "employment"):
        assert await everything.fetchval(f"select count(*) from {table}") == 0, table
    assert await everything.fetchval("select status from card") == "cancelled"
    for column in ("name", "specialty", "sources::text", "pinyin", "search_tokens::text"):
        assert "林" not in (await everything.fetchval(f"select {column} from talent") or ""), column
    done = await refreshed(people, DataRequest, made.id)
    assert done.status is RequestStatus.ANSWERED and done.content == GONE and "删除" in done.answer
    (erasure,) = await all_of(people, Erasure)
    assert erasure.done_at is not None and "林晓岚" not in orjson.dumps(erasure.lines).decode()
    assert len(await all_of(people, DeletionNotice)) == 1
    assert await people.found(people.office, "林晓岚") == []


async def test_an_erasure_reaches_the_records_that_were_merged_and_what_was_kept_to_part_them(
    people: People, everything: asyncpg.Connection
) -> None:
    one = await people.enter("林晓岚", phone="13800138001")
    other = await people.enter("林曉嵐", "raoping", phone="13800138002", documents=[])
    merge = await people.do(
        people.office, merge_service.merge_talents, survivor_id=one.id, absorbed_id=other.id, reason="同一人"
    )
    me = people.own(ActorKind.TALENT, one.id)
    made = await ask(people, me, RequestKind.ERASE)
    await people.do(people.office, service.accept_data_request, request_id=made.id)
    async with Work(people.services).read(people.office) as ctx:
        plan = await service.erasure_plan(ctx, request_id=made.id)
    fates = {line.code: line for line in plan.lines}
    assert fates["profile"].rows == 2 and fates["merge_images"].fate is Fate.DELETED
    await people.do(people.office, service.carry_out_erasure, request_id=made.id, digest=plan.digest)
    await worker.deliver_all(people.services)
    assert {t.name for t in await all_of(people, Talent)} == {GONE}
    assert {t.phone_sealed for t in await all_of(people, Talent)} == {None}
    for table in ("talent_name", "identity_document", "talent_key", "merge_image"):
        assert await everything.fetchval(f"select count(*) from {table}") == 0, table
    with pytest.raises(ImagesGone):
        await people.do(people.office, merge_service.undo_merge, merge_id=merge.id, reason="误合")


async def test_only_who_may_erase_erases_and_another_district_sees_no_request(people: People) -> None:
    _, me = await with_child(people)
    made = await ask(people, me, RequestKind.ERASE)
    assert service.carry_out_erasure.operation.allow is Permission.PRIVACY_ERASE  # type: ignore[attr-defined]
    async with Work(people.services).read(people.district("raoping")) as ctx:
        assert await ctx.find(DataRequest, made.id) is None


async def test_what_had_to_stay_goes_when_its_term_is_over(
    people: People, everything: asyncpg.Connection
) -> None:
    one = await people.enter("陈文轩", level="L3")
    me = people.own(ActorKind.TALENT, one.id)
    made = await ask(people, me, RequestKind.ERASE)
    await people.do(people.office, service.accept_data_request, request_id=made.id)
    async with Work(people.services).read(people.office) as ctx:
        plan = await service.erasure_plan(ctx, request_id=made.id)
    await people.do(people.office, service.carry_out_erasure, request_id=made.id, digest=plan.digest)
    await worker.deliver_all(people.services)
    assert await everything.fetchval("select count(*) from level_grant") == 1
    await everything.execute(
        "update erasure set next_due = '2026-01-01', lines ="
        " (select jsonb_agg(case when l ->> 'code' = 'levels' then l || '{\"until\": \"2026-01-01\"}' else l end)"
        "  from jsonb_array_elements(lines) l)"
    )
    async with Work(people.services).write(PLATFORM) as ctx:
        await jobs.erase_what_is_over(ctx)
    assert await everything.fetchval("select count(*) from level_grant") == 0


# Partners -------------------------------------------------------------------------------------------------


async def test_a_partner_fetches_its_own_notices_until_it_acknowledges(
    people: People, everything: asyncpg.Connection, partner: str
) -> None:
    one, me = await with_child(people)
    await verified(everything, one, partner)
    await people.do(me, consent_service.give_consent, purpose="service_push", version=1)
    await people.do(me, consent_service.withdraw_consent, purpose="service_push")
    await worker.deliver_all(people.services)
    hospital = Actor(UUID(partner), "医院", ActorKind.PARTNER, frozenset(Permission), self_id=UUID(partner))
    stranger = Actor(new_id(), "景区", ActorKind.PARTNER, frozenset(Permission), self_id=new_id())
    assert (await people.do(stranger, notice_service.fetch_deletions)).items == []
    for _ in range(2):
        (told,) = (await people.do(hospital, notice_service.fetch_deletions)).items
    await everything.execute(
        "update deletion_notice set due_on = '2026-01-05', told_at = now() - interval '3 days'"
    )
    async with Work(people.services).write(PLATFORM) as ctx:
        await jobs.tell_partners_again(ctx)
    assert (await refreshed(people, DeletionNotice, told.id)).told_times == 2
    done = await people.do(hospital, notice_service.acknowledge_deletion, notice_id=told.id, receipt="已删除")
    assert done.status is NoticeStatus.ACKNOWLEDGED
    assert (await people.do(hospital, notice_service.fetch_deletions)).items == []


async def test_the_own_copy_tells_partners_requests_and_grounds(
    people: People, everything: asyncpg.Connection, partner: str
) -> None:
    one, me = await with_child(people)
    await verified(everything, one, partner)
    await ask(people, me, RequestKind.COPY)
    told = orjson.loads((await people.do(me, own_copy.my_copy)).body)
    assert told["partners"][0]["partner"] == "潮州市中心医院"
    assert told["requests"][0]["kind"] == "copy"
    assert len(told["grounds"]) >= 9
    family = next(g for g in told["grounds"] if g["name"].startswith("家庭"))
    assert family["ground"] == "本人同意"


# Reads that are looked at -----------------------------------------------------------------------------------


async def test_reads_are_listed_by_the_rules_once_and_reviewed_by_another(
    people: People, everything: asyncpg.Connection
) -> None:
    reader, day = new_id(), datetime.fromisoformat("2026-11-18T10:00:00+08:00")
    for i in range(12):
        one = await people.enter(f"陈人才{'甲乙丙丁戊己庚辛壬癸子丑'[i]}")
        await everything.execute(
            "insert into sensitive_read (id, unit_path, talent_id, field, purpose, reason, actor_id, actor_name, read_at)"
            " values (uuidv7(), $1, $2, 'phone', '联系本人', '走访', $3, '陈科员', $4)",
            one.unit_path, one.id, reader, day + timedelta(minutes=i),
        )  # fmt: skip
    auditor = people.office
    look = {"since": day.date(), "until": day.date()}
    assert await people.do(auditor, anomaly_service.look_for_anomalies, **look) == 3
    assert await people.do(auditor, anomaly_service.look_for_anomalies, **look) == 0, (
        "nothing is listed twice"
    )
    async with Work(people.services).read(auditor) as ctx:
        found = {a.rule: a for a in (await ctx.db.execute(sa.select(anomaly_service.ReadAnomaly))).scalars()}
    assert set(found) == {"many", "outside", "surname"}, "it was a working day in working hours"
    assert (found["many"].reads, found["many"].persons) == (12, 12)
    assert "未必" in found["surname"].words, "the words accuse nobody"
    done = await people.do(
        auditor,
        anomaly_service.review_anomaly,
        anomaly_id=found["many"].id,
        verdict=Verdict.EXPLAIN,
        review="季度走访",
    )
    assert done.status is AnomalyStatus.EXPLAINED
    self = Actor(reader, "陈科员", ActorKind.STAFF, frozenset(Permission), 0, 10**18)
    with pytest.raises(rules.NotYourOwnRead):
        await people.do(
            self,
            anomaly_service.review_anomaly,
            anomaly_id=found["surname"].id,
            verdict=Verdict.EXPLAIN,
            review="无",
        )


async def test_reads_at_night_and_on_a_day_off_are_listed(
    people: People, everything: asyncpg.Connection
) -> None:
    one = await people.enter("林晓岚")
    for at in ("2026-11-18T22:30:00+08:00", "2026-11-21T10:00:00+08:00"):
        await everything.execute(
            "insert into sensitive_read (id, unit_path, talent_id, field, purpose, reason, actor_id, actor_name, read_at)"
            " values (uuidv7(), $1, $2, 'phone', '联系本人', '走访', $3, '王科员', $4)",
            one.unit_path, one.id, new_id(), datetime.fromisoformat(at),
        )  # fmt: skip
    await people.do(
        people.office, anomaly_service.look_for_anomalies, since=date(2026, 11, 16), until=date(2026, 11, 22)
    )
    listed = [a for a in await all_of(people, anomaly_service.ReadAnomaly) if a.rule == "off_hours"]
    assert len(listed) == 2


# Two records that are one ---------------------------------------------------------------------------------


async def test_requests_of_two_records_that_are_one_run_on_and_come_apart_again(people: People) -> None:
    (one, me), other = await with_child(people), await people.enter("林曉嵐")
    twin = people.own(ActorKind.TALENT, other.id)
    await ask(people, me, RequestKind.EXPLAIN)
    same, another = await ask(people, twin, RequestKind.EXPLAIN), await ask(people, twin, RequestKind.COPY)
    about = {"survivor_id": one.id, "absorbed_id": other.id, "reason": "同一人"}
    merge = await people.do(people.office, merge_service.merge_talents, **about)
    # of one kind one runs: the other one of that kind is answered where it was raised
    assert (await refreshed(people, DataRequest, same.id)).talent_id == other.id
    assert (await refreshed(people, DataRequest, another.id)).talent_id == one.id
    await people.do(people.office, merge_service.undo_merge, merge_id=merge.id, reason="是姐妹")
    assert {(await refreshed(people, DataRequest, r.id)).talent_id for r in (same, another)} == {other.id}
