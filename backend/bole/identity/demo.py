"""Demo accounts: one for each role, from the profile's `demo_accounts.toml`. They cannot exist in production.

A staff's account is that of the person whom the profile seats on its post today; a talent's belongs to a talent
of the level it names; a counter's to its partner. Everybody knows the password, and the seed of the codes follows
from the login: `bole account code <login>` shows the code of the moment.
"""

import base64
import hashlib
import tomllib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from sqlmodel import col, select

from bole.core import clock
from bole.core.context import Context
from bole.core.errors import NotFound, Refusal
from bole.identity import partner_keys, passwords, rules
from bole.identity.accounts import make_account
from bole.identity.models import Account, Credential, Partner
from bole.identity.rules import AccountKind
from bole.identity.service import set_totp
from bole.org.models import Appointment, Post, holds

TalentOf = Callable[[str | None], Awaitable[tuple[UUID, str] | None]]
"""Id and name of a talent of this level without an account: the roster lies above, so its caller knows."""

PASSWORD = "Hanjiang-2026"  # noqa: S105 (printed by `make demo`; production has no account it would open)

GRANTED_FOR = timedelta(days=365)
"""For how long a demo's partner may verify and redeem already: the demo has a past."""


class DemoFileWrong(Refusal):
    """演示账号文件有误：{what}。"""

    status = 422


class _Told(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class DemoPartner(_Told):
    """A venue or another system, and what it may verify and redeem."""

    code: str
    name: str
    role: str
    services: tuple[str, ...] = ()


class DemoAccount(_Told):
    """One account as the file tells it. `holder`: which of a shared post's holders, from 1."""

    login: str = Field(min_length=1)
    role: str
    kind: AccountKind = AccountKind.STAFF
    post: str | None = None
    holder: int = Field(default=1, ge=1)
    partner: str | None = None
    level: str | None = None
    does: str = Field(default="", description="这个账号能看什么，一句话")

    @model_validator(mode="after")
    def _whole(self) -> "DemoAccount":
        if (self.post is not None) is not (self.kind in rules.SITS_ON_POSTS):
            raise ValueError(f"{self.login}：职员、领导与管理员须写岗位（post），其他账号不写")
        if (self.partner is not None) is not (self.kind is AccountKind.PARTNER_OPERATOR):
            raise ValueError(f"{self.login}：服务单位窗口须写 partner，其他账号不写")
        return self


class DemoFile(_Told):
    """`demo_accounts.toml`."""

    password: str = Field(default=PASSWORD, min_length=8, description="全部演示账号的密码")
    account: tuple[DemoAccount, ...]
    partner: tuple[DemoPartner, ...] = ()


@dataclass(frozen=True)
class Made:
    """What `make demo` prints of an account."""

    login: str
    name: str
    role: str
    password: str
    does: str
    needs_code: bool


def read_demo_accounts(path: Path) -> DemoFile:
    """The accounts of a profile; refuses (DemoFileWrong) with the first thing that is wrong."""
    try:
        return DemoFile.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except ValidationError as wrong:
        first = wrong.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise DemoFileWrong(what=f"{where} {first['msg'].removeprefix('Value error, ')}".strip()) from None
    except (OSError, tomllib.TOMLDecodeError) as wrong:
        raise DemoFileWrong(what=str(wrong)) from None


def seed_of(login: str) -> str:
    """The seed of a demo account's codes: known to everybody, and the same in every demo."""
    digest = hashlib.sha256(f"bole 演示动态码 {login}".encode()).digest()
    return base64.b32encode(digest[:20]).decode()


async def make_demo_accounts(ctx: Context, told: DemoFile, talent_of: TalentOf) -> list[Made]:
    """Makes the partners and accounts that are not there yet; run again, it changes nothing.

    An account for which there is no talent (an empty roster) is left out.
    """
    if ctx.settings is not None and ctx.settings.production:
        raise rules.DemoInProduction()
    partners = {row.code: await _partner(ctx, row) for row in told.partner}
    digest = await passwords.digest(told.password)
    made = []
    for row in told.account:
        account = await _known(ctx, row.login) or await _make(ctx, row, partners, digest, talent_of)
        if account is not None:
            needs_code = row.kind in rules.TWO_FACTORS
            made.append(Made(account.login, account.name, row.role, told.password, row.does, needs_code))
    return made


async def _known(ctx: Context, login: str) -> Account | None:
    theirs = select(Account).where(col(Account.login) == rules.login_key(login))
    return (await ctx.db.exec(theirs)).first()


async def _make(
    ctx: Context, row: DemoAccount, partners: dict[str, Partner], digest: str, talent_of: TalentOf
) -> Account | None:
    owner: dict[str, Any]
    if row.post is not None:
        owner = await _holder(ctx, row)
    elif row.partner is not None:
        if row.partner not in partners:
            raise DemoFileWrong(what=f"{row.login}：没有伙伴 {row.partner}")
        partner = partners[row.partner]
        owner = {"name": f"{partner.name}窗口", "partner_id": partner.id, "role": row.role}
    elif (talent := await talent_of(row.level)) is not None:
        owner = {"name": talent[1], "talent_id": talent[0], "role": row.role}
    else:
        return None
    account = await make_account(ctx, login=row.login, kind=row.kind, demo=True, **owner)
    credential = Credential(account_id=account.id, password_hash=digest, password_changed_at=ctx.now)
    if row.kind in rules.TWO_FACTORS:
        set_totp(ctx, credential, seed_of(row.login))
    ctx.db.add(credential)
    await ctx.db.flush()
    return account


async def _holder(ctx: Context, row: DemoAccount) -> dict[str, Any]:
    """The person whom the profile seats on this post today."""
    held = (
        select(Appointment)
        .join(Post, col(Post.id) == col(Appointment.post_id))
        .where(col(Post.code) == row.post, holds(Appointment, ctx.today))
        .order_by(col(Appointment.valid_from), col(Appointment.id))
    )
    found = (await ctx.db.exec(held)).all()
    if len(found) < row.holder:
        raise DemoFileWrong(what=f"{row.login}：岗位 {row.post} 今天没有第 {row.holder} 位任职人")
    term = found[row.holder - 1]
    return {"name": term.person_name, "person_id": term.person_id}


async def _partner(ctx: Context, told: DemoPartner) -> Partner:
    found = (await ctx.db.exec(select(Partner).where(col(Partner.code) == told.code))).first()
    if found is None:
        found = await partner_keys.register_partner(ctx, code=told.code, name=told.name, role=told.role)
        for service in told.services:
            begins = ctx.today - GRANTED_FOR
            await partner_keys.grant_service(ctx, partner_id=found.id, service=service, valid_from=begins)
    return found


async def code_of(ctx: Context, login: str) -> str:
    """The code that a demo account's authenticator shows at this moment. Of real accounts nobody here knows it."""
    theirs = (
        select(Credential)
        .join(Account, col(Account.id) == col(Credential.account_id))
        .where(col(Account.login) == rules.login_key(login), col(Account.demo))
    )
    credential = (await ctx.db.exec(theirs)).first()
    if credential is None or credential.totp_sealed is None:
        raise NotFound()
    secret = ctx.vault.open("credential", "totp", credential.id, credential.totp_sealed)
    return rules.totp_code(secret, clock.now())
