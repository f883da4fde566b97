"""A worker process for the crash tests: lets one import in, chunk by small chunk, until done or killed.

python tests/roster/import_worker.py DSN FOLDER IMPORT_ID CHUNK
"""

import asyncio
import functools
import sys
from pathlib import Path

import bole.tables  # noqa: F401  (the import writes to tables of the roster; reactions are no concern of it)
from bole.core.context import Services
from bole.core.database import Database
from bole.core.files import Files
from bole.core.secrets import Vault
from bole.roster import importing
from bole.settings import Environment, read_settings


async def main(dsn: str, folder: str, import_id: str, chunk: str) -> None:
    settings = read_settings(env=Environment.TEST, files_dir=Path(folder) / "files", data_dir=Path(folder))
    importing.reading = functools.partial(importing.reading, chunk=int(chunk))  # type: ignore[assignment]
    database = Database(dsn, size=4)
    await importing.run_import(
        Services(database, settings, Vault.of(settings), Files.of(settings)), import_id=import_id
    )
    await database.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
