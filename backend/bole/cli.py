"""`bole …`: every process and every chore of an installation. A slice's own chores are in its `cli.py`."""

import asyncio
import contextlib
import gc
import json
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from functools import wraps
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import Annotated, Any, ParamSpec, TypeVar

import asyncpg
import typer

import bole
from bole.core import children
from bole.core.errors import Refusal
from bole.core.server import ServerFailure
from bole.settings import Settings, WrongSettings, settings

app = typer.Typer(
    help="伯乐：一座城市的人才工作系统",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
P = ParamSpec("P")
T = TypeVar("T")


def told(chore: Callable[P, None]) -> Callable[P, None]:
    """What goes wrong for a reason the operator can mend is told in a sentence, not as a traceback."""

    @wraps(chore)
    def tell(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            chore(*args, **kwargs)
        except (WrongSettings, ServerFailure, Refusal) as no:
            for line in str(no).splitlines():
                typer.secho(f"✗ {line}", fg="red", err=True)
            raise typer.Exit(1) from None

    return tell


def stop_on_sigterm() -> None:
    """SIGTERM must unwind the stack, or nobody stops what this process started."""

    def leave(_: int, __: FrameType | None) -> None:
        sys.exit(0)

    signal.signal(signal.SIGTERM, leave)


@app.command()
@told
def demo(
    reload: Annotated[bool, typer.Option("--reload", help="改动代码后 API 自动重启")] = False,
) -> None:
    """启动整个演示系统：数据库、API、后台进程；Ctrl-C 全部停止。"""
    from bole.demo import run

    stop_on_sigterm()
    run(settings(), reload=reload)


@app.command()
@told
def serve(
    workers: Annotated[int, typer.Option(help="进程数，一般等于处理器核数")] = 1,
    reload: Annotated[bool, typer.Option("--reload", help="改动代码后自动重启")] = False,
) -> None:
    """运行 API。"""
    import uvicorn

    chosen = settings()
    need_database(chosen)
    stop_on_sigterm()
    children.end_with_parent()
    uvicorn.run(
        "bole.serving:served",
        factory=True,
        host=chosen.host,
        port=chosen.port,
        workers=workers if not reload else None,
        reload=reload,
        reload_dirs=["backend"] if reload else None,
        loop="uvloop",
        http="httptools",
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=10,
    )


@app.command()
@told
def worker() -> None:
    """运行后台进程：派发事实、执行任务与定时事项。"""
    import uvloop

    from bole.core import log
    from bole.process import services_of
    from bole.worker import run as work

    chosen = settings()
    need_database(chosen)
    log.configure()
    children.end_with_parent()
    chosen = settings()

    async def until_told() -> None:
        task = asyncio.current_task()
        assert task is not None
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, task.cancel)
        with contextlib.suppress(asyncio.CancelledError):
            async with services_of(chosen) as services:
                await work(services, services.database.dsn)

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(until_told())


@app.command()
@told
def ask(
    login: Annotated[str, typer.Argument(help="演示账号的登录名")],
    document: Annotated[str, typer.Argument(help="GraphQL 文档")],
    given: Annotated[list[str] | None, typer.Option("--set", help="变量：名称=值，值可以是 JSON")] = None,
    pick: Annotated[str | None, typer.Option(help="只打印答复中的一处，例如 talents.nodes.0.id")] = None,
) -> None:
    """以一个演示账号向运行中的演示系统提问，打印答复。"""
    from bole.ask import Demo, at, variable

    answer = Demo(settings(), login).ask(document, dict(map(variable, given or [])))
    if answer.get("errors"):
        typer.echo(json.dumps(answer, ensure_ascii=False, indent=2), err=True)
        raise typer.Exit(1)
    typer.echo(at(answer["data"], pick) if pick else json.dumps(answer, ensure_ascii=False, indent=2))


@app.command()
@told
def upload(
    login: Annotated[str, typer.Argument(help="演示账号的登录名")],
    file: Annotated[Path, typer.Argument(help="名录表格，.xlsx 或 .csv")],
    pick: Annotated[str | None, typer.Option(help="只打印其中一项，例如 id")] = None,
) -> None:
    """以一个演示账号上传名录表格，等检查完，打印结果；不改动名录。"""
    from bole.ask import Demo, at

    job = Demo(settings(), login).upload(file)
    typer.echo(at(job, pick) if pick else json.dumps(job, ensure_ascii=False, indent=2))


@app.command()
@told
def migrate() -> None:
    """把数据库迁移到最新版本（DATABASE_URL：属主的地址）。"""
    from bole import migrate as migrations

    dsn = settings().owner_dsn
    if dsn is None:
        raise WrongSettings("请设置 DATABASE_URL：要迁移的数据库，以属主连接；演示环境由 make demo 自动迁移")
    before = migrations.migrate(dsn)
    typer.echo(
        f"数据库已在 {migrations.head()}"
        + (f"（原为 {before or '空库'}）" if before != migrations.head() else "")
    )


@app.command()
@told
def generate(
    check: Annotated[bool, typer.Option("--check", help="只检查，不写；不是最新则失败")] = False,
) -> None:
    """重写机器能写的文件。"""
    from bole import generate as generator
    from bole.settings import ROOT

    changed = generator.stale() if check else generator.write()
    for path in changed:
        typer.echo(f"{'不是最新' if check else '已写'}：{path.relative_to(ROOT)}")
    if check and changed:
        typer.secho("✗ 请运行 make generate，看过差异后一并提交", fg="red", err=True)
        raise typer.Exit(1)


audit = typer.Typer(help="审计链：验证与锚定。", no_args_is_help=True)
app.add_typer(audit, name="audit")


@audit.command()
@told
def verify(
    anchor: Annotated[Path | None, typer.Option(help="以前用 bole audit anchor 写出的锚点文件")] = None,
) -> None:
    """核对审计链：改过、删过、截过的记录都会被指出。"""
    from bole.core import audit as trail

    known = _read_anchor(anchor) if anchor else None
    verdict = with_connection(lambda db: trail.verify(db, known))
    for fault in verdict.faults:
        typer.secho(f"✗ {fault}", fg="red", err=True)
    if not verdict.whole:
        raise typer.Exit(1)
    typer.echo(f"✓ 审计链完整，共 {verdict.entries} 条")


@audit.command()
@told
def anchor(file: Annotated[Path, typer.Argument(help="写到哪里；请存放在数据库之外的另一处")]) -> None:
    """写出审计链的锚点（带签名的链头），日后可发现整条链被重写。"""
    from bole.core import audit as trail

    written = with_connection(lambda db: trail.anchor(db, settings().signature_key))
    file.write_bytes(written)
    typer.echo(f"✓ 锚点已写入 {file}")


def _read_anchor(file: Path) -> dict[str, Any]:
    from bole.core import audit as trail

    try:
        return trail.opened(file.read_bytes(), settings().signature_key)
    except (OSError, ValueError) as wrong:
        raise WrongSettings(f"锚点文件不能用：{wrong}") from None


keys = typer.Typer(help="敏感字段的密钥：清点与轮换。", no_args_is_help=True)
app.add_typer(keys, name="keys")


@keys.command("list")
@told
def list_keys() -> None:
    """清点每个加密字段各由哪把密钥加密；不再出现的密钥即可销毁。"""
    from bole.core import rotation

    for held in with_connection(rotation.census):
        typer.echo(f"{held.column!s:<40}{held.key:<20}{held.cells}")


@keys.command()
@told
def rotate() -> None:
    """把全部加密字段换到 BOLE_SECRET_KEYS 的第一把密钥；业务不停，可中断，可重复运行。"""
    from bole.core import rotation
    from bole.core.secrets import Vault

    vault = Vault.of(settings())

    def tell(state: rotation.Rotated) -> None:
        if state.done and state.done % 50_000 < rotation.BATCH:
            typer.echo(f"{state.column}：已换 {state.done}")

    unwell = False
    for state in with_connection(lambda db: rotation.rotate(db, vault, told=tell)):
        typer.echo(f"{state.column}：换到 {vault.active_key_id}，共 {state.done} 条")
        for row in state.broken:
            typer.secho(f"✗ {state.column} {row} 已损坏或缺少密钥，未改动", fg="red", err=True)
        if state.left > 0:
            typer.secho(
                f"✗ {state.column} 还有 {state.left} 条：有进程仍在用旧密钥加密，请重启后再运行",
                fg="red",
                err=True,
            )
        unwell = unwell or bool(state.broken) or state.left > 0
    if unwell:
        raise typer.Exit(1)


def with_connection(act: Callable[[asyncpg.Connection], Awaitable[T]]) -> T:
    """One chore on one connection, as the platform's database role."""
    need_database(settings())
    dsn = settings().app_dsn

    async def chore() -> T:
        try:
            db = await asyncpg.connect(dsn, timeout=10, server_settings={"role": "bole_system"})
        except (OSError, TimeoutError, asyncpg.PostgresError) as refused:
            raise ServerFailure(f"无法连接数据库：{refused}") from refused
        try:
            return await act(db)
        finally:
            await db.close()

    return asyncio.run(chore())


def need_database(chosen: Settings) -> None:
    """A process of its own reaches the demo's server too, when that is running. Raises WrongSettings."""
    if chosen.app_dsn is None and not chosen.production:
        from bole.demo import running_address

        address = running_address(chosen)
        if address is None:
            raise WrongSettings(
                "没有可用的数据库。请先运行 make demo，或设置 BOLE_APP_DATABASE_URL（角色 bole_app）"
            )
        os.environ["BOLE_APP_DATABASE_URL"] = address.app
        settings.cache_clear()


def on_the_database(chore: Callable[P, None]) -> Callable[P, None]:
    """A slice's chore finds its database: the one that is set, or that of the running demo."""

    @wraps(chore)
    def ready(*args: P.args, **kwargs: P.kwargs) -> None:
        need_database(settings())
        chore(*args, **kwargs)

    return ready


def _add_slices() -> None:
    # by their files: asking whether a module is there would import the package around it
    for file in sorted(Path(bole.__path__[0]).glob("*/cli.py")):
        part: Any = import_module(f"bole.{file.parent.name}.cli")
        for command in part.app.registered_commands:
            command.callback = told(on_the_database(command.callback))
        app.add_typer(part.app)


def main() -> None:
    # a hundred thousand objects of schema and tables are made while we start, and none of them is garbage
    gc.set_threshold(50_000, 20, 100)
    ours = {c.name or getattr(c.callback, "__name__", "") for c in app.registered_commands}
    ours |= {group.name for group in app.registered_groups}
    if not sys.argv[1:] or sys.argv[1] not in ours:
        _add_slices()  # brings the tables with it: a second that our own commands need not wait
    app()


if __name__ == "__main__":
    main()
