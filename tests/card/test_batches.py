"""Issuing: drawn up, seen, approved by another, issued as approved, each person once."""

import asyncio
from datetime import date

import pytest
from tests.card.world import City, at

from bole.card import batch_service as batches
from bole.card import service
from bole.card.jobs import issue_batch
from bole.card.models import BatchLine, Card, CardBatch
from bole.card.rules import (
    BatchStatus,
    CardStatus,
    LineStatus,
    NobodyToIssue,
    ReasonNeeded,
    SamePerson,
    SkipReason,
    read_number,
)
from bole.core.errors import NotFound
from bole.core.flow import StepNotAllowed
from bole.core.permissions import Permission
from bole.roster.rules import TalentStatus


async def draw_up(city: City, actor=None, **given) -> CardBatch:
    asked = {"title": "2026 年第一批", "scheme_code": "youcai", **given}
    return await city.do(actor or city.office, batches.draw_up_card_batch, **asked)


async def lines(city: City, batch: CardBatch) -> dict:
    found = await city.all(BatchLine, batch_id=batch.id)
    return {line.talent_id: line for line in found}


async def approve(city: City, batch: CardBatch) -> CardBatch:
    await city.do(city.office, batches.submit_card_batch, batch_id=batch.id)
    return await city.do(city.staff("潮州", "主任"), batches.approve_card_batch, batch_id=batch.id)


async def test_the_list_says_who_gets_which_card_and_who_none_and_why(city: City):
    with at("2026-03-02"):
        gold = await city.a_talent("顶尖", level="L1")
        plain = await city.a_talent("骨干", level="L5", until=date(2026, 12, 31))
        none = await city.a_talent("待认定", level=None)
        gone = await city.a_talent("离开", level="L3", status=TalentStatus.LEFT)
        holder = await city.a_talent("已有", level="L4")
        await city.a_card(holder)
        everyone = [gold, plain, none, gone, holder]
        batch = await draw_up(city, talent_ids=[t.id for t in everyone])
    assert (batch.people, batch.planned, batch.issued) == (5, 2, 0)
    seen = await lines(city, batch)
    assert (seen[gold.id].tier, seen[gold.id].valid_until) == ("gold", date(2029, 3, 1))
    assert (seen[plain.id].tier_name, seen[plain.id].valid_until) == ("普通卡", date(2026, 12, 31))
    why = {t.name: seen[t.id].skip for t in everyone}
    assert why == {
        "顶尖": None, "骨干": None, "待认定": SkipReason.NO_LEVEL, "离开": SkipReason.LEFT, "已有": SkipReason.HOLDS_ONE
    }  # fmt: skip


async def test_by_unit_and_level_only_those_without_a_card_are_listed(city: City):
    with at("2026-03-02"):
        here = await city.a_talent("甲", "湘桥", level="L4")
        await city.a_talent("乙", "饶平", level="L4")
        await city.a_talent("丙", "湘桥", level="L5")
        await city.a_talent("丁", "湘桥", level=None)
        await city.a_talent("戊", "湘桥", level="L4", status=TalentStatus.CANDIDATE)
        holder = await city.a_talent("己", "湘桥", level="L4")
        await city.a_card(holder)
        batch = await draw_up(city, unit_id=city.units["湘桥"].id, levels=["L3", "L4"])
    assert list(await lines(city, batch)) == [here.id]


async def test_whoever_drew_it_up_cannot_approve_it(city: City):
    with at("2026-03-02"):
        batch = await draw_up(city, talent_ids=[(await city.a_talent()).id])
        await city.do(city.office, batches.submit_card_batch, batch_id=batch.id)
        with pytest.raises(SamePerson):
            await city.do(city.office, batches.approve_card_batch, batch_id=batch.id)
    assert await city.all(Card) == []


async def test_approval_issues_pending_cards_with_numbers_of_their_own(city: City, sees):
    with at("2026-03-02"):
        people = [await city.a_talent(f"林某{i}", level="L5") for i in range(5)]
        batch = await approve(city, await draw_up(city, talent_ids=[t.id for t in people]))
    assert (batch.status, batch.issued, batch.approved_by_name) == (BatchStatus.ISSUED, 5, "潮州主任")
    cards = await city.all(Card)
    assert len({c.number for c in cards}) == 5
    assert all(c.status is CardStatus.PENDING and read_number(c.number) == c.number for c in cards)
    assert all(c.number.startswith("CZ26-") and c.scheme_version == 1 for c in cards)
    assert {line.card_id for line in (await lines(city, batch)).values()} == {c.id for c in cards}
    assert await sees.fetchval("select count(*) from outbox where fact = 'CardIssued'") == 5


async def test_an_empty_list_cannot_be_submitted(city: City):
    with at("2026-03-02"):
        batch = await draw_up(city, talent_ids=[(await city.a_talent(level=None)).id])
        with pytest.raises(NobodyToIssue):
            await city.do(city.office, batches.submit_card_batch, batch_id=batch.id)


async def test_a_returned_list_is_changed_and_submitted_again(city: City):
    with at("2026-03-02"):
        one, two = await city.a_talent("甲"), await city.a_talent("乙")
        batch = await draw_up(city, talent_ids=[one.id, two.id])
        await city.do(city.office, batches.submit_card_batch, batch_id=batch.id)
        boss = city.staff("潮州", "主任")
        with pytest.raises(ReasonNeeded):
            await city.do(boss, batches.return_card_batch, batch_id=batch.id, note="")
        await city.do(boss, batches.return_card_batch, batch_id=batch.id, note="乙的材料待补")
        away = (await lines(city, batch))[two.id]
        changed = await city.do(
            city.office, batches.remove_from_card_batch, batch_id=batch.id, line_ids=[away.id]
        )
        assert changed.planned == 1
        done = await approve(city, batch)
        assert done.issued == 1
        with pytest.raises(StepNotAllowed):
            await city.do(city.office, batches.remove_from_card_batch, batch_id=batch.id, line_ids=[away.id])
    assert (await lines(city, batch))[two.id].skip is SkipReason.REMOVED


async def test_whoever_changed_since_the_approval_was_asked_for_gets_no_card(city: City):
    with at("2026-03-02"):
        same, risen, left = [await city.a_talent(n, level="L5") for n in "甲乙丙"]
        batch = await draw_up(city, talent_ids=[same.id, risen.id, left.id])
        await city.add_sql("update talent set level = 'L1' where id = $1", risen.id)
        await city.add_sql("update talent set status = 'left' where id = $1", left.id)
        batch = await approve(city, batch)
    assert (batch.planned, batch.issued) == (1, 1)
    seen = await lines(city, batch)
    assert [seen[t.id].skip for t in (same, risen, left)] == [None, SkipReason.CHANGED, SkipReason.LEFT]


async def test_a_large_batch_goes_on_in_the_worker_and_may_be_begun_again(city: City, monkeypatch):
    monkeypatch.setattr(batches, "AT_ONCE", 3)
    with at("2026-03-02"):
        people = [await city.a_talent(f"林某{i}", level="L5") for i in range(8)]
        batch = await approve(city, await draw_up(city, talent_ids=[t.id for t in people]))
        assert (batch.status, batch.issued) == (BatchStatus.APPROVED, 3)
        # told twice at once, as a worker that died and its heir would
        await asyncio.gather(*(issue_batch(city.services, batch_id=str(batch.id)) for _ in range(2)))
        await issue_batch(city.services, batch_id=str(batch.id))
    done = await city.one(CardBatch, id=batch.id)
    assert (done.status, done.issued) == (BatchStatus.ISSUED, 8)
    assert len(await city.all(Card)) == 8
    assert {line.status for line in (await lines(city, batch)).values()} == {LineStatus.ISSUED}


async def test_the_worker_was_asked_for_the_rest_in_the_same_transaction(city: City, sees, monkeypatch):
    monkeypatch.setattr(batches, "AT_ONCE", 2)
    with at("2026-03-02"):
        people = [await city.a_talent(f"林某{i}", level="L5") for i in range(3)]
        batch = await approve(city, await draw_up(city, talent_ids=[t.id for t in people]))
    (queued,) = await sees.fetch("select entrypoint, payload from pgqueuer")
    assert queued["entrypoint"] == "card.issue_batch" and str(batch.id).encode() in queued["payload"]


async def test_two_batches_with_the_same_person_give_one_card(city: City):
    with at("2026-03-02"):
        talent = await city.a_talent()
        one = await draw_up(city, talent_ids=[talent.id])
        two = await draw_up(city, talent_ids=[talent.id])
        await approve(city, one)
        late = await approve(city, two)
    assert late.issued == 0 and len(await city.all(Card)) == 1
    assert (await lines(city, two))[talent.id].skip is SkipReason.HOLDS_ONE


async def test_a_withdrawn_batch_issues_nothing(city: City):
    with at("2026-03-02"):
        batch = await draw_up(city, talent_ids=[(await city.a_talent()).id])
        await city.do(city.office, batches.withdraw_card_batch, batch_id=batch.id)
        with pytest.raises(StepNotAllowed):
            await city.do(city.staff("潮州", "主任"), batches.approve_card_batch, batch_id=batch.id)


async def test_a_district_lists_only_its_own_people_and_cannot_touch_the_citys_batch(city: City):
    with at("2026-03-02"):
        mine, theirs = await city.a_talent("甲", "湘桥"), await city.a_talent("乙", "饶平")
        district = city.staff("湘桥")
        batch = await draw_up(city, district, talent_ids=[mine.id, theirs.id])
        assert list(await lines(city, batch)) == [mine.id]
        whole = await draw_up(city, talent_ids=[mine.id])
        with pytest.raises(NotFound):
            await city.do(district, batches.withdraw_card_batch, batch_id=whole.id)


async def test_activating_needs_the_permission_to_issue(city: City):
    # the operation says so; the edge checks it before anything is read
    from bole.core.operation import operation_of

    assert operation_of(service.activate_card).allow is Permission.CARD_ISSUE
    assert operation_of(batches.approve_card_batch).allow is Permission.CARD_APPROVE
