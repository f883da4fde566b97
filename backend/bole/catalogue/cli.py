"""`bole profile …`: a city as one reviewed package."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Annotated

import typer

from bole.catalogue.profile import (
    Loaded,
    Profile,
    changes,
    load_profile,
    profile_of,
    read_profile,
    write_profile,
)
from bole.core.actor import PLATFORM
from bole.core.context import Services, Work
from bole.core.database import Database
from bole.settings import WrongSettings, settings

app = typer.Typer(
    name="profile", help="城市方案：单位、岗位、目录与日历，整体导出、导入、比较", no_args_is_help=True
)
Folder = Annotated[Path, typer.Argument(help="方案所在的文件夹")]


@app.command("import")
def import_(
    folder: Folder,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只说明会有哪些改动，不保存")] = False,
) -> None:
    """把文件夹中的方案导入数据库：增补、截止、更名；不删除，不改已发布的版本。"""
    done = asyncio.run(_import(read_profile(folder), keep=not dry_run))
    for change in done.done:
        typer.echo(change.words)
    for change in done.kept:
        typer.echo(f"= {change.words[2:]}：方案中没有，库中保留")
    if dry_run:
        typer.echo(f"共 {len(done.done)} 处改动，未保存（--dry-run）")
    else:
        typer.echo(f"已导入，共 {len(done.done)} 处改动" if done.done else "没有改动")


@app.command("export")
def export(folder: Folder) -> None:
    """把数据库中的方案写成文件，放进一个空文件夹；再导入即复原。"""
    for path in write_profile(asyncio.run(_told()), folder):
        typer.echo(f"已写：{path}")


@app.command("diff")
def diff(
    folder: Folder,
    other: Annotated[Path | None, typer.Argument(help="另一个方案的文件夹；不写则与数据库比较")] = None,
) -> None:
    """逐项列出不同：从数据库（或第一个文件夹）变为这个文件夹（或第二个文件夹）要改什么。"""
    if other is None:
        before, after = asyncio.run(_told()), read_profile(folder)
    else:
        before, after = read_profile(folder), read_profile(other)
    found = changes(before, after)
    for change in found:
        typer.echo(change.words)
    typer.echo(f"共 {len(found)} 处不同" if found else "没有不同")


class _OnlyLooking(Exception):
    """Raised to leave a unit of work without saving it."""


async def _import(profile: Profile, *, keep: bool) -> Loaded:
    done = Loaded((), ())
    try:
        async with _work() as work, work.write(PLATFORM) as ctx:
            ctx.performed.append("catalogue.import_profile")
            done = await load_profile(ctx, profile)
            if not keep:
                raise _OnlyLooking
    except _OnlyLooking:
        pass
    return done


async def _told() -> Profile:
    async with _work() as work, work.read(PLATFORM) as ctx:
        return await profile_of(ctx)


@asynccontextmanager
async def _work() -> AsyncIterator[Work]:
    address = settings().app_dsn
    if address is None:
        raise WrongSettings("请设置 BOLE_APP_DATABASE_URL：数据库地址，以角色 bole_app 连接")
    database = Database(address, size=2)
    try:
        yield Work(Services(database, settings=settings()))
    finally:
        await database.close()
