"""Demo accounts: one for each role, on the real profile of 潮州, and never in production."""

from pathlib import Path
from uuid import UUID

import asyncpg
import pytest
from httpx import ASGITransport, AsyncClient
from tests.identity.conftest import sign_in
from typer.testing import CliRunner

import bole
from bole.app import create_app
from bole.catalogue.profile import load_profile, read_profile
from bole.core import clock
from bole.core.actor import PLATFORM, ActorKind
from bole.core.context import Services, Work
from bole.core.permissions import Permission
from bole.core.table import new_id
from bole.identity import cli, demo, rules
from bole.identity.demo import DemoFileWrong, make_demo_accounts, read_demo_accounts, seed_of
from bole.identity.identify import Identity
from bole.settings import settings

CHAOZHOU = Path(bole.__file__).parent / "profiles" / "chaozhou"
FILE = CHAOZHOU / "demo_accounts.toml"
TALENT = new_id()


@pytest.fixture(scope="session")
async def template(bare_template: str) -> str:
    """The real city is loaded here, not the small one of the other tests."""
    return bare_template


async def talent_of(level: str | None) -> tuple[UUID, str] | None:
    return (TALENT, "林晓岚") if level == "L3" else None


async def nobody(level: str | None) -> None:
    return None


async def test_every_role_of_the_city_has_an_account_that_signs_in_and_holds_its_permissions(
    services: Services, sees: asyncpg.Connection
) -> None:
    profile, told = read_profile(CHAOZHOU), read_demo_accounts(FILE)
    async with Work(services).write(PLATFORM) as ctx:
        await load_profile(ctx, profile)
        made = await make_demo_accounts(ctx, told, talent_of)
    roles = {e.code: e for e in profile.entries if e.kind == "role"}
    assert {m.role for m in made} == set(roles)

    identity = Identity(services)
    transport = ASGITransport(create_app(services, identity), raise_app_exceptions=False)
    acting = {}
    async with AsyncClient(transport=transport, base_url="http://bole.test") as client:
        client.headers["x-bole-request"] = "1"
        for account in made:
            code = rules.totp_code(seed_of(account.login), clock.now()) if account.needs_code else None
            answer = await sign_in(client, account.login, account.password, code)
            assert answer.status_code == 201, (account.login, answer.text)
            actor = await identity.sessions.actor_of(client.cookies["bole"])
            assert actor is not None
            wanted = {Permission(p) for p in roles[account.role].body["permissions"]}
            assert wanted <= actor.permissions, account.login
            assert actor.kind.value == roles[account.role].body["actor"], account.login
            acting[account.login] = actor

    paths = dict(await sees.fetch("select code, int8range(path, path_end) from unit"))
    for login, unit in {"jingban": "cz", "xiangqiao": "xiangqiao", "chaoan": "chaoan"}.items():
        assert (acting[login].lo, acting[login].hi) == (paths[unit].lower, paths[unit].upper), login
    assert acting["rencai"].self_id == TALENT
    assert {m.login: m.name for m in made}["yiyuan"] == "潮州市中心医院窗口"
    assert acting["yiyuan"].kind is ActorKind.PARTNER and acting["yiyuan"].self_id is not None
    assert acting["lianxi"].self_id == acting["lianxi"].post_id

    async with Work(services).write(PLATFORM) as ctx:
        again = await make_demo_accounts(ctx, told, talent_of)
    assert again == made and await sees.fetchval("select count(*) from account") == len(made)


async def test_without_talents_there_is_no_talents_account_and_the_others_are_made(
    services: Services,
) -> None:
    async with Work(services).write(PLATFORM) as ctx:
        await load_profile(ctx, read_profile(CHAOZHOU))
        made = await make_demo_accounts(ctx, read_demo_accounts(FILE), nobody)
    assert "R9" not in {m.role for m in made} and len({m.role for m in made}) == 14


async def test_production_has_no_demo_accounts(services: Services, sees: asyncpg.Connection) -> None:
    class Production:
        production = True

    services.settings = Production()
    with pytest.raises(rules.DemoInProduction):
        async with Work(services).write(PLATFORM) as ctx:
            await make_demo_accounts(ctx, read_demo_accounts(FILE), talent_of)
    assert await sees.fetchval("select count(*) from account") == 0


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("account = [", "end of document"),
        ('password = "Hanjiang-2026"', "account"),
        ('password = "Hanjiang-2026"\naccount = [{login = "a", role = "R1"}]', "岗位"),
        (
            'password = "Hanjiang-2026"\naccount = [{login = "a", role = "R9", kind = "talent", post = "x"}]',
            "岗位",
        ),
        (
            'password = "Hanjiang-2026"\naccount = [{login = "a", role = "R10", kind = "partner_operator"}]',
            "partner",
        ),
        ('password = "x"\naccount = []', "password"),
        ('password = "Hanjiang-2026"\naccount = []\nmore = 1', "more"),
    ],
)
def test_a_wrong_file_is_told_in_words(tmp_path: Path, text: str, what: str) -> None:
    (tmp_path / "demo_accounts.toml").write_text(text)
    with pytest.raises(DemoFileWrong, match=what):
        read_demo_accounts(tmp_path / "demo_accounts.toml")
    with pytest.raises(DemoFileWrong):
        read_demo_accounts(tmp_path / "missing.toml")


async def test_an_account_for_a_post_that_nobody_holds_is_told(services: Services) -> None:
    told = demo.DemoFile(
        password="Hanjiang-2026", account=(demo.DemoAccount(login="a", role="R1", post="nowhere"),)
    )
    with pytest.raises(DemoFileWrong, match="nowhere"):
        async with Work(services).write(PLATFORM) as ctx:
            await make_demo_accounts(ctx, told, nobody)


# The command line -------------------------------------------------------------------------------------
@pytest.fixture
def command(db: "object", monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    monkeypatch.setenv("BOLE_APP_DATABASE_URL", db.app)  # type: ignore[attr-defined]
    settings.cache_clear()
    yield CliRunner()
    settings.cache_clear()


async def run(command: CliRunner, *words: str) -> tuple[int, str]:
    import asyncio

    done = await asyncio.to_thread(command.invoke, cli.app, list(words))
    return done.exit_code, done.output + (str(done.exception) if done.exception else "")


async def test_the_first_administrator_is_made_on_the_command_line(
    command: CliRunner, services: Services, sees: asyncpg.Connection
) -> None:
    async with Work(services).write(PLATFORM) as ctx:
        await load_profile(ctx, read_profile(CHAOZHOU))
    status, said = await run(
        command, "create", "root", "--name", "杨静远", "--post", "office-system", "--kind", "platform"
    )
    assert status == 0 and "初始密码（只显示这一次）" in said
    # the person whom the profile seats on the post: no second term is made
    assert await sees.fetchval("select count(*) from appointment where person_name = '杨静远'") == 1
    assert await sees.fetchval("select demo from account where login = 'root'") is False
    status, said = await run(command, "code", "root")
    assert status != 0
    status, said = await run(command, "prove-again", "root")
    assert status == 0 and "须再次验证身份" in said
    status, said = await run(command, "prove-again", "nobody")
    assert status != 0
    status, said = await run(command, "reset", "root")
    assert status == 0 and "新密码" in said
    status, said = await run(command, "create", "x", "--name", "某人", "--post", "nowhere")
    assert status != 0 and "没有编号为“nowhere”的岗位" in said
    audited = await sees.fetchval("select count(*) from audit where actor_name = '平台'")
    assert audited >= 3


async def test_the_command_line_shows_the_demo_accounts_and_their_codes(
    command: CliRunner, services: Services
) -> None:
    async with Work(services).write(PLATFORM) as ctx:
        await load_profile(ctx, read_profile(CHAOZHOU))
        await make_demo_accounts(ctx, read_demo_accounts(FILE), nobody)
    status, said = await run(command, "demo")
    assert status == 0 and "xiangqiao" in said and "shenji" in said
    before = rules.totp_code(seed_of("xiangqiao"), clock.now())
    status, said = await run(command, "code", "xiangqiao")
    assert status == 0
    assert said.strip() in {before, rules.totp_code(seed_of("xiangqiao"), clock.now())}
