"""What every process of the product opens from its settings: API, worker, chores."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bole import parts
from bole.core.context import Services
from bole.core.database import Database
from bole.core.files import Files
from bole.core.secrets import Vault
from bole.settings import Settings, WrongSettings


def open_services(chosen: Settings, dsn: str | None = None) -> Services:
    """What a process holds for its whole life. `dsn` stands in for `BOLE_APP_DATABASE_URL`."""
    parts.load()
    address = dsn or chosen.app_dsn
    if address is None:
        raise WrongSettings(
            "请设置 BOLE_APP_DATABASE_URL：数据库地址，以角色 bole_app 连接；或先运行 make demo"
        )
    return Services(
        Database(address, size=chosen.pool_max),
        settings=chosen,
        vault=Vault.of(chosen),
        files=Files.of(chosen),
    )


@asynccontextmanager
async def services_of(chosen: Settings, dsn: str | None = None) -> AsyncIterator[Services]:
    """The same for one chore, closed after it."""
    services = open_services(chosen, dsn)
    try:
        yield services
    finally:
        await services.database.close()
