"""`bole account …`: the first administrator of an installation, and the codes of demo accounts."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Annotated, TypeVar

import typer
from sqlmodel import col, select

from bole.core.actor import PLATFORM
from bole.core.context import Context, Services, Work
from bole.core.database import Database
from bole.core.errors import NotFound
from bole.core.secrets import Vault
from bole.identity import accounts, demo
from bole.identity.models import Account
from bole.identity.rules import AccountKind, login_key
from bole.identity.service import ask_again
from bole.org.models import Appointment, Post
from bole.settings import WrongSettings, settings

app = typer.Typer(name="account", help="账号：建立第一位管理员，查看演示账号与动态码", no_args_is_help=True)
T = TypeVar("T")
Login = Annotated[str, typer.Argument(help="登录名")]


@app.command("create")
def create(
    login: Login,
    name: Annotated[str, typer.Option(help="姓名")],
    post: Annotated[str, typer.Option(help="岗位编号，权限随岗位取得")],
    kind: Annotated[AccountKind, typer.Option(help="账号类别")] = AccountKind.STAFF,
) -> None:
    """建立账号并任命到岗位；初始密码只显示这一次。"""

    async def act(ctx: Context) -> accounts.NewAccount:
        ctx.performed.append("identity.create_account")
        found = (await ctx.db.exec(select(Post).where(col(Post.code) == post))).first()
        if found is None:
            raise WrongSettings(f"没有编号为“{post}”的岗位，请先导入城市方案（bole profile import）")
        held = select(Appointment).where(
            col(Appointment.post_id) == found.id, col(Appointment.person_name) == name
        )
        holder = (await ctx.db.exec(held)).first()
        made = await accounts.create_account(
            ctx, login=login, name=name, kind=kind, person_id=holder.person_id if holder else None
        )
        if holder is None:
            await accounts.seat(ctx, account_id=made.id, post_id=found.id, valid_from=ctx.today)
        return made

    made = _done(act)
    typer.echo(f"✓ 已建立账号 {made.login}，初始密码（只显示这一次）：{made.password}")
    typer.echo("首次登录须修改密码，职员、领导与管理员还须绑定身份验证器。")


@app.command("code")
def code(login: Login) -> None:
    """显示演示账号此刻的动态码（正式账号的动态码只在本人的身份验证器上）。"""

    async def act(ctx: Context) -> str:
        return await demo.code_of(ctx, login)

    typer.echo(_done(act))


@app.command("demo")
def demo_accounts() -> None:
    """列出演示账号。"""

    async def act(ctx: Context) -> list[Account]:
        theirs = (
            select(Account).where(col(Account.demo)).order_by(col(Account.created_at), col(Account.login))
        )
        return list((await ctx.db.exec(theirs)).all())

    for account in _done(act):
        typer.echo(f"{account.login:<16}{account.name}")


@app.command("prove-again")
def prove_again(login: Login) -> None:
    """不注销登录，但导出、查看明文、授权前须再次验证身份（如离席未锁屏，或演示这一步）。"""

    async def act(ctx: Context) -> None:
        ctx.performed.append("identity.prove_again")
        await ask_again(ctx, (await _known(ctx, login)).id)

    _done(act)
    typer.echo(f"✓ {login} 须再次验证身份")


@app.command("reset")
def reset(login: Login) -> None:
    """重置密码并解绑身份验证器，供管理员自己无法登录时使用。"""

    async def act(ctx: Context) -> accounts.NewAccount:
        ctx.performed += ["identity.reset_password", "identity.unbind_totp"]
        found = await _known(ctx, login)
        await accounts.unbind_totp(ctx, account_id=found.id)
        return await accounts.reset_password(ctx, account_id=found.id)

    made = _done(act)
    typer.echo(f"✓ {made.login} 的新密码（只显示这一次）：{made.password}")


async def _known(ctx: Context, login: str) -> Account:
    found = (await ctx.db.exec(select(Account).where(col(Account.login) == login_key(login)))).first()
    if found is None:
        raise NotFound()
    return found


def _done(act: Callable[[Context], Awaitable[T]]) -> T:
    """One unit of work of the platform's, by the person at the machine."""
    chosen = settings()
    if chosen.app_dsn is None:
        raise WrongSettings("请设置 BOLE_APP_DATABASE_URL，或先运行 make demo")
    dsn = chosen.app_dsn

    async def chore() -> T:
        database = Database(dsn, size=2)
        try:
            services = Services(database, settings=chosen, vault=Vault.of(chosen))
            async with Work(services).write(PLATFORM) as ctx:
                return await act(ctx)
        finally:
            await database.close()

    return asyncio.run(chore())
