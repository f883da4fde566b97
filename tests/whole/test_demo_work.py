"""The demo's past: when it is ready, whoever signs in finds their main job waiting, and every state has a case."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.support import whole as wholes
from tests.support.city import city_template
from tests.support.postgres import TestServer
from tests.support.whole import Whole

from bole import demo_data
from bole.catalogue.calendar_jobs import tell_years_ahead
from bole.core import clock
from bole.core.actor import PLATFORM
from bole.core.context import Work
from bole.demo_people import a_talent, import_samples
from bole.demo_work import play
from bole.identity.demo import make_demo_accounts, read_demo_accounts
from bole.roster.populate import populate


@pytest.fixture(scope="module")
async def demo(
    postgres: TestServer, template: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Whole]:
    """What `make demo` makes, step by step, and an app over it."""
    mine = await postgres.fresh(await city_template(postgres, template))
    folder = Path(tmp_path_factory.mktemp("demo"))
    services = wholes.app_on(mine, folder).state.services
    async with Work(services).write(PLATFORM) as ctx:
        await tell_years_ahead(ctx)
    await import_samples(services, folder / "samples")
    await populate(services, 300)
    async with Work(services).write(PLATFORM) as ctx:
        told = read_demo_accounts(demo_data.ACCOUNTS)
        await make_demo_accounts(ctx, told, lambda level: a_talent(ctx, level))
    await play(services, demo_data.WORK, folder / "samples")
    await services.database.close()
    opened = await wholes.opened(mine, folder)
    yield opened
    await wholes.closed(opened)
    await postgres.drop(mine)


async def count(demo: Whole, who: str, field: str, **variables: Any) -> int:
    """How many rows a root field has for this account."""
    told = await demo.do(who, f"{{ {field} {{ totalCount }} }}", **variables)
    found: int = told["totalCount"]
    return found


@pytest.mark.parametrize(
    ("login", "days"),
    [("lianxi", 61), ("lianxi2", 30), ("zuzhang", 30), ("zhuren", 30)],
)
async def test_who_looks_after_talents_has_somebody_due_and_a_leader_nobody_elses(
    demo: Whole, login: str, days: int
) -> None:
    post = (await demo.do(login, "{ me { post { id } } }"))["post"]["id"]
    asked = """query ($by: Date!, $p: UUID!) { contactsDue(by: $by, postId: $p) {
      nodes { overdue post { id } talent { name } } } }"""
    due = (await demo.do(login, asked, by=str(clock.today() + timedelta(days=days)), p=post))["nodes"]
    overdue = {d["overdue"] for d in due}
    if (
        login != "lianxi"
    ):  # the post was taken over lately: nobody is late in the weeks they were asked to begin
        assert overdue == {True, False}
    assert all(d["post"]["id"] == post and d["talent"]["name"] for d in due)


async def test_a_leader_finds_contacts_overdue_to_come_planned_and_a_timeline(demo: Whole) -> None:
    logs = (
        await demo.do(
            "lianxi", "{ contactLogs(first: 15) { nodes { status confidentiality needs { id } } } }"
        )
    )["nodes"]
    assert {"PLANNED", "RECORDED", "REVIEW", "ARCHIVED"} <= {log["status"] for log in logs}
    assert "RESTRICTED" in {log["confidentiality"] for log in logs}
    assert any(log["needs"] for log in logs)


@pytest.mark.parametrize("login", ["zhuanyuan", "zhuanyuan2"])
async def test_a_department_finds_a_countersign_to_give_and_needs_to_handle(demo: Whole, login: str) -> None:
    assert await count(demo, login, "myCountersigns(status: PENDING)") >= 1
    unit = (await demo.do(login, "{ me { post { unitId } } }"))["post"]["unitId"]
    needs = "query ($u: UUID!) { needs(handlerUnitId: $u) { nodes { status } } }"
    assert {"ROUTED", "IN_HAND"} & {n["status"] for n in (await demo.do(login, needs, u=unit))["nodes"]}


async def test_one_countersign_is_overdue_at_another_department(demo: Whole) -> None:
    cases = "{ fasttrackCases(status: COUNTERSIGNING, first: 10) { nodes { countersigns { status dueOn unit { code } } } } }"
    asked = [c for case in (await demo.do("jingban", cases))["nodes"] for c in case["countersigns"]]
    late = [c for c in asked if c["status"] == "PENDING" and c["dueOn"] < str(clock.today())]
    assert {c["unit"]["code"] for c in late} >= {"zhujian"}


async def test_the_deputy_finds_a_batch_to_approve_and_approves_it(demo: Whole) -> None:
    (batch,) = (await demo.do("zhuren", "{ cardBatches(status: SUBMITTED) { nodes { id planned } } }"))[
        "nodes"
    ]
    approve = "mutation ($b: UUID!) { approveCardBatch(batchId: $b) { issued } }"
    assert (await demo.do("zhuren", approve, b=batch["id"]))["issued"] == batch["planned"] > 0


async def test_the_chair_finds_a_case_to_decide_and_decides_it(demo: Whole) -> None:
    waiting = "{ fasttrackCases(mine: true, status: AWAITING_DECISION) { nodes { id } } }"
    (case,) = (await demo.do("zuzhang", waiting))["nodes"]
    decide = """mutation ($c: UUID!) { decideCase(caseId: $c, outcome: APPROVED, opinion: "同意", form: "组长审定") {
      status } }"""
    assert (await demo.do("zuzhang", decide, c=case["id"]))["status"] == "DECIDED"


@pytest.mark.parametrize("login", ["rencai", "rencai2"])
async def test_a_talent_has_a_card_with_rights_and_uses_a_leader_a_need_to_confirm_and_notices(
    demo: Whole, login: str
) -> None:
    (card,) = await demo.do(login, "{ myCards { status entitlements(first: 20) { remaining } } }")
    assert card["status"] == "ACTIVE" and any(e["remaining"] for e in card["entitlements"])
    assert (await demo.do(login, "{ myRedemptions { nodes { id } } }"))["nodes"]
    assert await demo.do(login, "{ myContactLeaders { post { name } } }")
    needs = (await demo.do(login, "{ myNeeds { nodes { status } } }"))["nodes"]
    assert "TO_CONFIRM" in {n["status"] for n in needs}
    assert (await demo.do(login, "{ notices { nodes { id } } }"))["nodes"]


@pytest.mark.parametrize("login", ["yiyuan", "jingqu"])
async def test_a_counter_has_uses_of_today_and_of_last_month_and_may_redeem(demo: Whole, login: str) -> None:
    uses = "query ($f: Date, $t: Date) { counterRedemptions(dayFrom: $f, dayTo: $t) { nodes { id status } } }"
    today = clock.today()
    assert (await demo.do(login, uses, f=str(today), t=str(today)))["nodes"]
    first = today.replace(day=1)
    assert (await demo.do(login, uses, t=str(first)))["nodes"]


async def test_there_are_cards_of_every_tier_and_a_pool_that_is_nearly_used_up(demo: Whole) -> None:
    told = await demo.do("jingban", "{ cardTierDistribution { tier active pending frozen lost } }")
    assert {t["tier"] for t in told if t["active"]} == {"gold", "silver", "regular"}
    assert sum(t["active"] for t in told) >= 30
    assert all(sum(t[state] for t in told) for state in ("pending", "frozen", "lost"))
    pool, *_ = (await demo.do("jingban", "{ cityPools { nodes { quota used reserved } } }"))["nodes"]
    assert 0 < pool["quota"] - pool["used"] - pool["reserved"] <= 12


@pytest.mark.parametrize("login", ["xiangqiao", "chaoan"])
async def test_a_district_finds_changes_to_confirm(demo: Whole, login: str) -> None:
    assert await count(demo, login, "proposedChanges(status: PROPOSED)") >= 1


async def test_the_import_desk_has_a_table_with_its_errors(demo: Whole) -> None:
    imports = "{ imports(status: CHECKED) { nodes { rowsTotal rowsError } } }"
    assert {"rowsTotal": 300, "rowsError": 37} in (await demo.do("chaoan", imports))["nodes"]


async def test_an_employer_has_people_of_its_own(demo: Whole) -> None:
    assert await count(demo, "danwei", "talents") >= 5


async def test_everybody_at_work_has_read_and_unread_notices(demo: Whole) -> None:
    for login in ("jingban", "zhuren", "chaoan", "xiangqiao", "zhuanyuan"):
        every, unread = await count(demo, login, "notices"), await count(demo, login, "notices(unread: true)")
        assert 0 < unread < every, login


STATES = {
    "need": {"registered", "routed", "in_hand", "to_confirm", "settled", "returned"},
    "contact_log": {"planned", "lapsed", "recorded", "review", "archived", "cancelled"},
    "suggestion": {"open", "adopted", "partly", "declined"},
    "proposed_change": {"proposed", "accepted", "rejected"},
    "card_batch": {"draft", "issued"},
    "card": {"pending", "active", "frozen", "lost", "replaced", "cancelled"},
    "redemption": {"reserved", "confirmed"},
    "fasttrack_case": {
        "opened", "verifying", "planning", "countersigning", "deliberating", "delivering", "closed", "stopped",
    },
    "import_job": {"checked", "done"},
    "recognition_application": {
        "draft", "submitted", "recommended", "reviewed", "joint_review", "awaiting_decision", "on_notice",
        "objected", "recognised",
    },
}  # fmt: skip


@pytest.mark.parametrize("table", STATES)
async def test_every_state_that_one_may_meet_is_there(demo: Whole, table: str) -> None:
    async with demo.sees() as sees:
        found = {row[0] for row in await sees.fetch(f"select distinct status from {table}")}
    assert STATES[table] <= found


async def test_an_open_pause_and_an_overdue_need_are_there(demo: Whole) -> None:
    async with demo.sees() as sees:
        assert await sees.fetchval("select count(*) from fasttrack_pause where resumed_on is null") == 1
        late = "select count(*) from need where due_on < $1 and status in ('routed', 'in_hand')"
        assert await sees.fetchval(late, clock.today()) >= 1


async def test_nothing_is_dated_after_now_and_nothing_waits_for_the_worker(demo: Whole) -> None:
    async with demo.sees() as sees:
        assert await sees.fetchval("select count(*) from redemption where occurred_at > now()") == 0
        assert await sees.fetchval("select count(*) from notice where created_at > now()") == 0
        waits = "select count(*) from outbox where delivered_at is null and at < now() - interval '1 hour'"
        assert await sees.fetchval(waits) == 0
        assert await sees.fetchval("select max(attempts) from outbox") == 0


async def test_played_again_it_changes_nothing(demo: Whole) -> None:
    seen = (
        "select (select count(*) from need), (select count(*) from card), (select count(*) from contact_log)"
    )
    async with demo.sees() as sees:
        before = await sees.fetchrow(seen)
        await play(demo.services, demo_data.WORK, demo.files / "samples")
        assert await sees.fetchrow(seen) == before


@pytest.mark.parametrize("login", ["jingban", "danwei", "xiangqiao", "chaoan", "zhuanyuan", "zhuanyuan2"])
async def test_whoever_handles_recognition_finds_an_application_waiting(demo: Whole, login: str) -> None:
    assert await count(demo, login, "recognitionApplications(mine: true)") >= 1


async def test_the_expert_the_director_and_the_person_find_theirs(demo: Whole) -> None:
    assert await count(demo, "zhuanjia", "myScoreSheets") == 3
    assert await count(demo, "zhuanjia", "myScoreSheets(status: SCORED)") == 1
    assert await count(demo, "zhuren", "recognitionApplications(status: AWAITING_DECISION)") == 1
    assert await count(demo, "rencai", "myRecognitionApplications") == 1
    drafts = (await demo.do("jingban", "{ directoryDrafts { nodes { countedAt people gain lose } } }"))[
        "nodes"
    ]
    assert drafts[0]["countedAt"] is not None and drafts[0]["people"] > 200
