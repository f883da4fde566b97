"""What administrators do: accounts, seats, roles; and what nobody may do, whoever asks."""

from datetime import date
from typing import Any

import asyncpg
import pytest
from httpx import AsyncClient
from sqlalchemy.exc import DBAPIError
from tests.identity.conftest import City, gql, sign_in

from bole.core.actor import PLATFORM
from bole.core.errors import Forbidden, InvalidInput, NotFound, StepNotAllowed
from bole.core.faults import refusal_of
from bole.core.permissions import Permission
from bole.identity import accounts, demo, rules
from bole.identity.models import Account, PostRole
from bole.identity.rules import AccountKind
from bole.org.models import Appointment

CREATE = """mutation($login: String!, $kind: AccountKind!, $role: String) {
  createAccount(login: $login, name: "某人", kind: $kind, role: $role) { id login password } }"""


async def test_an_account_is_created_and_its_password_told_once(city: City, api: AsyncClient) -> None:
    admin = await city.session("admin")
    made = (await gql(api, CREATE, admin, login="New.Clerk", kind="STAFF"))["data"]["createAccount"]
    assert made["login"] == "new.clerk" and len(made["password"]) == 23
    assert (await sign_in(api, "new.clerk", made["password"])).status_code == 201
    told = (await gql(api, "{ me { mustChangePassword mustEnrolTotp permissions posts { id } } }"))["data"][
        "me"
    ]
    assert told == {"mustChangePassword": True, "mustEnrolTotp": True, "permissions": [], "posts": []}


async def test_only_who_manages_accounts_creates_them(city: City, api: AsyncClient) -> None:
    clerk = await city.session("clerk")
    answer = await gql(api, CREATE, clerk, login="x", kind="STAFF")
    assert answer["errors"][0]["extensions"]["code"] == "FORBIDDEN"
    listed = await gql(api, "{ accounts { nodes { login } } }", clerk)
    assert listed["errors"][0]["extensions"]["code"] == "FORBIDDEN"


async def test_managing_accounts_is_closed_until_a_recent_proof(
    city: City, api: AsyncClient, sees: asyncpg.Connection
) -> None:
    admin = await city.session("admin")
    await sees.execute("update session set step_up_until = now() - interval '1 second'")
    answer = await gql(api, CREATE, admin, login="x", kind="STAFF")
    assert answer["errors"][0]["extensions"]["code"] == "STEP_UP_NEEDED"
    assert (await gql(api, "{ accounts { nodes { login } } }", admin))["data"]["accounts"]["nodes"]


async def test_an_account_is_found_by_a_part_of_its_login_or_of_its_owners_name(
    city: City, api: AsyncClient
) -> None:
    admin = await city.session("admin")
    await gql(api, CREATE, admin, login="xun.zhao", kind="STAFF")
    find = "query($part: String!) { accounts(text: $part) { nodes { login } } }"
    for text in ("XUN.", "zhao"):
        assert (await gql(api, find, admin, part=text))["data"]["accounts"]["nodes"] == [
            {"login": "xun.zhao"}
        ]
    for text in ("某", "某人"):
        found = (await gql(api, find, admin, part=text))["data"]["accounts"]["nodes"]
        assert {"login": "xun.zhao"} in found
    assert not (await gql(api, find, admin, part="%"))["data"]["accounts"]["nodes"]


async def test_the_list_of_accounts_shows_no_credential(city: City, api: AsyncClient) -> None:
    schema = await gql(api, '{ __type(name: "Account") { fields { name } } }')
    shown = {f["name"] for f in schema["data"]["__type"]["fields"]}
    assert not [name for name in shown if "password" in name.lower() or "totp" in name.lower()]


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"login": "clerk"}, rules.AccountInUse),
        ({"login": " ＣＬＥＲＫ"}, rules.AccountInUse),
        ({"login": " "}, InvalidInput),
        ({"role": "R1"}, rules.RoleNotForAccount),
        ({"kind": AccountKind.TALENT, "role": "R9"}, rules.RoleNotForAccount),
        ({"kind": AccountKind.TALENT, "talent": True}, rules.RoleNotForAccount),
        ({"kind": AccountKind.TALENT, "talent": True, "role": "R1"}, rules.RoleNotForAccount),
        ({"kind": AccountKind.TALENT, "talent": True, "role": "R99"}, rules.UnknownRole),
        ({"kind": AccountKind.PARTNER_OPERATOR, "role": "R10"}, rules.RoleNotForAccount),
        ({"kind": AccountKind.PARTNER_OPERATOR, "role": "R10", "partner": True}, NotFound),
        ({"person": "clerk"}, rules.PersonHasAccount),
    ],
)
async def test_an_account_that_contradicts_itself_is_refused(
    city: City, more: dict[str, Any], refusal: type[Exception]
) -> None:
    someone = city.accounts["clerk"]
    given: dict[str, Any] = {"login": "new", "name": "某人", "kind": AccountKind.STAFF}
    given |= {k: v for k, v in more.items() if k in ("login", "kind", "role")}
    given["talent_id"] = someone.id if "talent" in more else None
    given["partner_id"] = someone.id if "partner" in more else None
    given["person_id"] = someone.person_id if "person" in more else None
    with pytest.raises(refusal):
        async with city.work.write(await city.actor("admin")) as ctx:
            await accounts.create_account(ctx, **given)


async def test_a_refused_account_leaves_nothing_behind(city: City, sees: asyncpg.Connection) -> None:
    before = (
        await sees.fetchval("select count(*) from account"),
        await sees.fetchval("select count(*) from outbox"),
    )
    with pytest.raises(rules.AccountInUse):
        async with city.work.write(await city.actor("admin")) as ctx:
            await accounts.create_account(ctx, login="clerk", name="某人", kind=AccountKind.STAFF)
    after = (
        await sees.fetchval("select count(*) from account"),
        await sees.fetchval("select count(*) from outbox"),
    )
    assert after == (before[0], before[1] + 1)  # the one fact is the administrator's own sign-in


async def test_seating_an_account_gives_it_the_access_of_the_post(city: City, api: AsyncClient) -> None:
    await city.account("newcomer")
    token = await city.session("newcomer")
    assert (await gql(api, "{ me { permissions } }", token))["data"]["me"]["permissions"] == []
    admin = await city.session("admin")
    seat = """mutation($a: UUID!, $p: UUID!) {
      seat(accountId: $a, postId: $p, validFrom: "2020-01-01") { validFrom } }"""
    ids = {"a": str(city.accounts["newcomer"].id), "p": str(city.posts["湘桥区经办"].id)}
    done = await gql(api, seat, admin, **ids)
    assert done.get("errors") is None, done
    assert done["data"]["seat"] == {"validFrom": "2020-01-01"}
    assert "roster:write" in (await gql(api, "{ me { permissions } }", token))["data"]["me"]["permissions"]


async def test_a_talent_sits_on_no_post(city: City) -> None:
    await city.account("talent", kind=AccountKind.TALENT, talent_id=city.accounts["clerk"].id, role_code="R9")
    with pytest.raises(rules.RoleNotForAccount):
        async with city.work.write(await city.actor("admin")) as ctx:
            await accounts.seat(
                ctx,
                account_id=city.accounts["talent"].id,
                post_id=city.posts["湘桥区经办"].id,
                valid_from=date(2026, 1, 1),
            )


@pytest.mark.parametrize(("role", "refusal"), [("R9", rules.RoleNotForPosts), ("R99", rules.UnknownRole)])
async def test_a_post_takes_no_talents_role_and_no_unknown_one(
    city: City, role: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        async with city.work.write(await city.actor("admin")) as ctx:
            await accounts.give_role(ctx, post_id=city.posts["综合科经办"].id, role=role)


async def test_giving_a_role_twice_gives_it_once(city: City, sees: asyncpg.Connection) -> None:
    for _ in range(2):
        async with city.work.write(await city.actor("admin")) as ctx:
            await accounts.give_role(ctx, post_id=city.posts["综合科经办"].id, role="R5")
    assert await sees.fetchval("select count(*) from post_role where role_code = 'R5'") == 3


async def test_withdrawing_a_role_that_is_not_there_is_not_found(city: City) -> None:
    with pytest.raises(NotFound):
        async with city.work.write(await city.actor("admin")) as ctx:
            await accounts.withdraw_role(ctx, post_id=city.posts["综合科经办"].id, role="R5")


async def test_nobody_holds_the_administrators_and_the_auditors_duties_by_two_posts(city: City) -> None:
    with pytest.raises(DBAPIError) as refused:
        await city.appoint("admin", "安全审计员")
    assert isinstance(refusal_of(refused.value), rules.DutiesConflict)


async def test_a_post_does_not_take_both_duties_while_somebody_holds_it(city: City) -> None:
    with pytest.raises(DBAPIError) as refused:
        async with city.work.write(await city.actor("admin")) as ctx:
            await accounts.give_role(ctx, post_id=city.posts["系统管理员"].id, role="R15")
    assert isinstance(refusal_of(refused.value), rules.DutiesConflict)


async def test_one_who_left_the_one_duty_may_take_up_the_other(city: City) -> None:
    await city.account("rotated")
    await city.appoint("rotated", "综合科经办", until=date(2025, 12, 31))
    async with city.work.write(PLATFORM) as ctx:
        term = Appointment(
            post_id=city.posts["安全审计员"].id, person_id=city.accounts["rotated"].person_id,
            person_name="rotated", valid_from=date(2026, 1, 1),
        )  # fmt: skip
        ctx.db.add(term)
        ctx.db.add(PostRole(post_id=city.posts["综合科经办"].id, role_code="R14"))
        await ctx.db.flush()
    assert Permission.AUDIT_READ in (await city.actor("rotated")).permissions


async def test_an_account_moves_only_by_its_steps(city: City) -> None:
    async with city.work.write(await city.actor("admin")) as ctx:
        with pytest.raises(StepNotAllowed):
            await accounts.enable_account(ctx, account_id=city.accounts["clerk"].id)
        await accounts.disable_account(ctx, account_id=city.accounts["clerk"].id, reason="休假")
        await accounts.enable_account(ctx, account_id=city.accounts["clerk"].id)


LINK = """mutation($accountId: UUID!, $issuer: String!, $subject: String!) {
  linkOidc(accountId: $accountId, issuer: $issuer, subject: $subject) { oidcIssuer oidcSubject } }"""


async def test_a_link_to_the_identity_provider_belongs_to_one_account(
    city: City, api: AsyncClient, sees: asyncpg.Connection
) -> None:
    admin = await city.session("admin")
    clerk, other = (str(city.accounts[login].id) for login in ("clerk", "xiangqiao"))
    told: dict[str, Any] = {"issuer": "https://sso", "subject": "u-1"}
    for _ in range(2):  # said again, it is the same link
        made = await gql(api, LINK, admin, accountId=clerk, **{**told, "subject": " u-1 "})
        assert made["data"]["linkOidc"] == {"oidcIssuer": "https://sso", "oidcSubject": "u-1"}
    taken = (await gql(api, LINK, admin, accountId=other, **told))["errors"][0]
    assert taken["extensions"]["code"] == "IDENTITY_LINKED" and taken["extensions"]["field"] == "subject"
    assert "clerk" in taken["message"]
    blank = (await gql(api, LINK, admin, accountId=other, **{**told, "issuer": " "}))["errors"][0]
    assert blank["extensions"]["field"] == "issuer"
    with pytest.raises(asyncpg.UniqueViolationError):  # nor past the operation
        await sees.execute(
            "update account set oidc_issuer = 'https://sso', oidc_subject = 'u-1' where login = 'xiangqiao'"
        )


async def test_the_database_itself_refuses_an_account_of_two_kinds(
    city: City, sees: asyncpg.Connection
) -> None:
    with pytest.raises(asyncpg.CheckViolationError):
        await sees.execute("update account set kind = 'talent' where login = 'clerk'")


async def test_two_administrators_who_edit_one_account_do_not_overwrite_each_other(city: City) -> None:
    from sqlalchemy.orm.exc import StaleDataError

    with pytest.raises(StaleDataError):
        async with city.work.write(PLATFORM) as first:
            one = await first.get(Account, city.accounts["clerk"].id)
            async with city.work.write(PLATFORM) as second:
                (await second.get(Account, one.id)).name = "乙"
            one.name = "甲"


async def test_the_anonymous_actor_may_call_nothing_but_signing_in(city: City, api: AsyncClient) -> None:
    from bole.core.operation import OPERATIONS

    public = {n for n, op in OPERATIONS.items() if op.public and n.startswith("identity.")}
    assert public == {"identity.sign_in"}
    refused = await gql(api, 'mutation { changePassword(old: "a", new: "b") }')
    assert refused["errors"][0]["extensions"]["code"] == "NOT_SIGNED_IN"


async def test_forbidden_names_the_permission_in_words(city: City) -> None:
    with pytest.raises(Forbidden, match="维护账号与角色"):
        (await city.actor("clerk")).require(Permission.ACCOUNT_MANAGE)


async def test_the_code_of_a_real_account_is_nobodys_business(city: City) -> None:
    """Its seed lies in the same table; the command shows demo accounts' codes only."""
    with pytest.raises(NotFound):
        async with city.work.read(PLATFORM) as ctx:
            await demo.code_of(ctx, "clerk")
