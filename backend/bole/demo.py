"""`make demo`: the whole system on one machine, from nothing to the addresses, and down again.

Everything it makes lies in `.demo/` (or in the database of `DATABASE_URL`); run again, it uses what is there.
"""

import asyncio
import secrets
import shutil
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import typer

from bole import demo_data, migrate
from bole.core import children, own_server, server
from bole.core.children import Child
from bole.core.server import Address, Server, ServerFailure
from bole.settings import Settings, WrongSettings

DATABASE = "bole"
READY_SECONDS = 90


def run(chosen: Settings, *, reload: bool = False) -> None:
    """Until Ctrl-C, SIGTERM or the death of a child; then everything that was started stops, the server last."""
    if chosen.production:
        raise WrongSettings("演示系统不能在生产环境（BOLE_ENV=production）运行")
    began = time.monotonic()
    check_port(chosen)
    signal.signal(signal.SIGHUP, signal.getsignal(signal.SIGTERM))  # the terminal window was closed
    running: list[Child] = []
    embedded: Server | None = None
    try:
        with step("数据库"):
            address, embedded = database(chosen)
        with step("迁移"):
            migrate.migrate(address.owner)
        for part in demo_data.remaining(chosen, address):
            with step(part.label):
                demo_data.take(part, chosen, address)
        with step("启动 API 与后台进程"):
            environment = {
                "BOLE_APP_DATABASE_URL": address.app,
                "PORT": str(chosen.port),
                "BOLE_PUBLIC_URL": chosen.public_url or here(chosen),  # certificates lead back by it
            }
            log = chosen.data_dir / "log"
            running.append(children.start("后台进程", ["worker"], environment, log / "worker.log"))
            command = ["serve", "--reload"] if reload else ["serve"]
            running.append(children.start("API", command, environment, log / "api.log"))
            wait_until_ready(chosen, running)
        typer.secho(f"\n✓ 已就绪，共 {time.monotonic() - began:.0f} 秒\n", fg="green")
        show(chosen, address)
        while not (gone := [c for c in running if c.ended]):
            time.sleep(0.5)
        raise ServerFailure(f"{gone[0].name}意外退出，最后的日志：\n{gone[0].last_words()}")
    except KeyboardInterrupt:
        pass
    finally:
        # A second Ctrl-C while stopping would leave half of it running.
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        typer.echo("\n正在停止…")
        for child in reversed(running):
            child.stop()
        if embedded is not None:
            embedded.stop()
        typer.echo("已全部停止。")


@contextmanager
def step(name: str) -> Iterator[None]:
    """One line of progress, with its seconds once it is done."""
    typer.echo(f"→ {name} … ", nl=False)
    began = time.monotonic()
    try:
        yield
    except BaseException:
        typer.echo("")
        raise
    typer.echo(f"{time.monotonic() - began:.1f} 秒")


def check_port(chosen: Settings) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((chosen.host, chosen.port))
        except OSError:
            raise WrongSettings(f"端口 {chosen.port} 已被占用，请换一个：make demo PORT=8001") from None


# The database ------------------------------------------------------------------------------------------


def database(chosen: Settings) -> tuple[Address, Server | None]:
    """Where the demo's database is, made if need be; and the embedded server if that is what we started."""
    if chosen.reset:
        shutil.rmtree(chosen.files, ignore_errors=True)
    if chosen.owner_dsn is not None:
        asyncio.run(own_server.provide(chosen.owner_dsn, reset=chosen.reset))
        return Address(chosen.owner_dsn, chosen.app_dsn or app_way_in(chosen, chosen.owner_dsn)), None
    embedded = server.start(chosen.data_dir / "pg")
    try:
        maintenance = embedded.dsn("postgres")
        asyncio.run(own_server.fresh(maintenance, DATABASE, server.OWNER, reset=chosen.reset))
    except BaseException:
        embedded.stop()
        raise
    return embedded.address(DATABASE), embedded


def app_way_in(chosen: Settings, owner_dsn: str) -> str:
    """The DSN of `bole_app` on an own server; its password is made once and kept beside the demo's data."""
    kept = chosen.data_dir / "app-password"
    new = not kept.exists()
    password = secrets.token_urlsafe(24) if new else kept.read_text()
    dsn = asyncio.run(own_server.app_way_in(owner_dsn, password, new=new))
    if new:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(password)
    return dsn


def running_address(chosen: Settings) -> Address | None:
    """Where the embedded database of a running demo is."""
    return server.running(chosen.data_dir / "pg", DATABASE)


# Ready -------------------------------------------------------------------------------------------------


def wait_until_ready(chosen: Settings, running: list[Child]) -> None:
    """Until `/readyz` says yes. A child that ends before, or takes too long, is told with its last words."""
    until = time.monotonic() + READY_SECONDS
    told = ""
    with httpx.Client(base_url=f"http://{chosen.host}:{chosen.port}", timeout=5) as asking:
        while time.monotonic() < until:
            for child in running:
                if child.ended:
                    raise ServerFailure(f"{child.name}未能启动，最后的日志：\n{child.last_words()}")
            try:
                answer = asking.get("/readyz")
            except httpx.TransportError:
                time.sleep(0.1)
                continue
            if answer.status_code == 200:
                return
            told = answer.text
            time.sleep(0.2)
    raise ServerFailure(f"系统 {READY_SECONDS} 秒内未能就绪：{told or running[-1].last_words()}")


def here(chosen: Settings) -> str:
    return f"http://localhost:{chosen.port}"


def show(chosen: Settings, address: Address) -> None:
    """Where to go, and as whom."""
    at = here(chosen)
    if (chosen.frontend_dir / "workbench" / "index.html").exists():
        typer.echo(f"工作台    {at}/    优才卡  {at}/card/    核验台  {at}/verify/")
    typer.echo(f"GraphQL   {at}/graphql")
    typer.echo(f"健康检查  {at}/readyz    指标  {at}/metrics")
    typer.echo(f"样例表格  {demo_data.samples_folder(chosen)}    日志  {chosen.data_dir / 'log'}")
    if accounts := asyncio.run(demo_data.accounts(address.app)):
        typer.echo(
            f"\n演示账号（密码都是 {demo_data.password()}，动态码：.venv/bin/bole account code 登录名）"
        )
        for login, name, does in accounts:
            typer.echo(f"  {login:<10} {does}（{name}）")
    typer.echo("\nCtrl-C 停止。")
