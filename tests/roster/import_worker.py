"""A worker process for the crash tests: lets one import in, chunk by small chunk, until done or killed."""

import asyncio
import functools
from pathlib import Path

import bole.tables  # noqa: F401  (the import writes to tables of the roster; reactions are no concern of it)
from bole.core.context import Services
from bole.core.database import Database
from bole.core.files import Files
from bole.core.secrets import Vault
from bole.roster import importing
from bole.settings import Environment, read_settings


def work(*given: str) -> None:
    asyncio.run(let_in(*given))


async def let_in(dsn: str, folder: str, import_id: str, chunk: str) -> None:
    settings = read_settings(env=Environment.TEST, files_dir=Path(folder) / "files", data_dir=Path(folder))
    importing.reading = functools.partial(importing.reading, chunk=int(chunk))  # type: ignore[assignment]
    database = Database(dsn, size=4)
    await importing.run_import(
        Services(database, settings, Vault.of(settings), Files.of(settings)), import_id=import_id
    )
    await database.close()
