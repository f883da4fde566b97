"""The first schema, as plain SQL beside this file.

`bole generate` writes 0001_first.sql from the models for as long as this is the only migration. From the second
one on it is history and is never written again.
"""

from pathlib import Path

from alembic import context, op
from sqlalchemy.util import await_only

revision = "0001_first"
down_revision = None
branch_labels = None
depends_on = None

SQL = Path(__file__).with_suffix(".sql")


def upgrade() -> None:
    script = SQL.read_text()
    if context.is_offline_mode():
        op.execute(script)
        return
    # asyncpg takes a script of many statements only outside the extended protocol that SQLAlchemy speaks.
    await_only(op.get_bind().connection.driver_connection.execute(script))


def downgrade() -> None:
    raise RuntimeError("首个迁移没有上一步：要回到空库，请删除数据库")
