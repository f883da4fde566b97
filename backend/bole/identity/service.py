"""Signing in and out, and what everyone may do with the own account."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pyotp
import sqlalchemy as sa
from sqlalchemy import Select
from sqlmodel import col, select

from bole.core.actor import Actor, ActorKind
from bole.core.context import Context, Work
from bole.core.errors import NotFound, NotSignedIn
from bole.core.operation import Ask, command, query
from bole.identity import passwords, reports, rules, throttle
from bole.identity.events import PasswordChanged, SessionRevoked, SignedIn, SignedOut, SteppedUp, TotpEnrolled
from bole.identity.memory import forget_after
from bole.identity.models import Account, Credential, Session
from bole.identity.rules import AccountKind, AccountStatus, SignInMethod

ISSUER = "伯乐"
"""What an authenticator app calls us."""

REMEMBERED = timedelta(days=30)
"""For how long an address from which somebody signed in is theirs."""

NOBODY = UUID(int=0)
SYSTEM = ActorKind.SYSTEM.database_role


@dataclass(frozen=True)
class Opened:
    """A new session: its token is told once, here."""

    token: str
    session_id: UUID
    account_id: UUID
    expires_at: datetime
    failed_attempts: int


@dataclass(frozen=True)
class Enrolment:
    """What an authenticator app needs; told once."""

    secret: str
    uri: str


@dataclass(frozen=True)
class Seat:
    """A post that the actor holds today."""

    id: UUID
    name: str
    unit_id: UUID
    unit: str


@dataclass(frozen=True)
class Me:
    """Who is acting, and as what."""

    id: UUID
    login: str
    name: str
    kind: ActorKind
    account_kind: AccountKind
    post: Seat | None
    posts: list[Seat]
    permissions: list[str]
    locked: list[str]
    lo: str
    hi: str
    self_id: UUID | None
    session_id: UUID
    expires_at: datetime
    step_up_until: datetime | None
    must_enrol_totp: bool
    must_change_password: bool
    password_is_old: bool


# Signing in ---------------------------------------------------------------------------------------
@command(allow=None, public=True, replayable=False)
async def sign_in(
    ctx: Context, *, login: str, password: str, totp: str | None = None, source: str = "", agent: str = ""
) -> Opened:
    """登录。

    职员、领导与管理员须同时提供动态码；登录名不存在与密码不正确的答复相同。
    """
    name = rules.login_key(login)
    pool = ctx.services.database.pool(SYSTEM)
    owner = await pool.fetchrow(reports.OWNER, name, source, ctx.now - REMEMBERED)
    known = owner is not None and owner["known"]
    await throttle.take(ctx.services, rules.buckets(name, source, known=known), ctx.now)
    # No connection is held while the password is hashed: others wait for one, and hashing is slow on purpose.
    right, stronger = await passwords.verify(password, owner["password_hash"] if owner else None)
    if not right or not _may_sign_in(ctx, owner):
        raise await _refused(ctx, owner)
    kind = AccountKind(owner["kind"])
    if kind in rules.TWO_FACTORS and owner["enrolled"] and not totp:
        await throttle.give_back(ctx.services, rules.pair_key(name, source))
        raise rules.TotpRequired(field="totp")
    ctx.actor = Actor(owner["id"], owner["name"], ctx.actor.kind, frozenset())
    credential = await _credential(ctx, owner["id"])
    if kind in rules.TWO_FACTORS and owner["enrolled"] and not _spend_code(ctx, credential, totp or ""):
        await ctx.db.rollback()
        raise await _refused(ctx, owner)
    failed, credential.failed_attempts = credential.failed_attempts, 0
    if stronger is not None:
        credential.password_hash = stronger
    account = await ctx.get(Account, owner["id"])
    opened = await open_session(
        ctx, account, SignInMethod.PASSWORD, source=source, agent=agent, failed=failed
    )
    await throttle.give_back(ctx.services, rules.pair_key(name, source))
    return opened


def _may_sign_in(ctx: Context, owner: Any) -> bool:
    """Demo accounts in a database that was carried to production stay shut."""
    active = bool(owner["status"] == AccountStatus.ACTIVE.value)
    return active and not (owner["demo"] and ctx.settings is not None and ctx.settings.production)


async def _refused(ctx: Context, owner: Any) -> rules.SignInRefused:
    """Counts and records the failure in a unit of work of its own (this one is undone); the same for a login
    that nobody has."""
    who = Actor(owner["id"], owner["name"], ActorKind.SYSTEM, frozenset()) if owner else ctx.actor
    at_work = Actor(who.id, who.name, ActorKind.SYSTEM, frozenset())
    async with Work(ctx.services).write(at_work, request_id=ctx.request_id) as apart:
        apart.performed.append("identity.sign_in_refused")
        counted = sa.update(Credential).where(
            col(Credential.account_id) == (owner["id"] if owner else NOBODY)
        )
        await apart.db.exec(
            counted.values(failed_attempts=Credential.failed_attempts + 1, failed_at=ctx.now),
            execution_options={"synchronize_session": False},
        )
    return rules.SignInRefused()


async def open_session(
    ctx: Context, account: Account, method: SignInMethod, *, source: str, agent: str, failed: int = 0
) -> Opened:
    """A new session of an account that has just proved to be its owner's."""
    token, life = rules.new_token(), rules.session_life(account.kind)
    seats = await _seats(ctx, account.person_id)
    session = Session(
        account_id=account.id,
        token_hash=rules.token_digest(token),
        post_id=seats[0].id if seats else None,
        last_seen_at=ctx.now,
        expires_at=ctx.now + life.absolute,
        step_up_until=ctx.now + rules.STEP_UP,
        method=method,
        source=source[:45],
        agent=agent[:200],
    )
    ctx.db.add(session)
    await ctx.db.flush()
    ctx.emit(SignedIn(account_id=account.id, session_id=session.id, method=method.value))
    return Opened(token, session.id, account.id, session.expires_at, failed)


@command(allow=None, replayable=False)
async def sign_out(ctx: Context) -> bool:
    """退出登录。"""
    session = await _own_session(ctx, ctx.actor.session_id)
    _revoke(ctx, session)
    ctx.emit(SignedOut(account_id=ctx.actor.id, session_id=session.id))
    return True


@query(allow=None)
def sessions(ask: Ask) -> Select[Session]:
    """我的登录设备。"""
    return (
        sa.select(Session)
        .where(
            col(Session.account_id) == ask.actor_id,
            col(Session.revoked_at).is_(None),
            col(Session.expires_at) > ask.now,
        )
        .order_by(col(Session.last_seen_at).desc(), col(Session.id).desc())
        .limit(100)
    )


@command(allow=None)
async def revoke_session(ctx: Context, *, session_id: UUID) -> Session:
    """注销我在另一台设备上的登录。"""
    session = await _own_session(ctx, session_id)
    _revoke(ctx, session)
    ctx.emit(SessionRevoked(account_id=ctx.actor.id, session_id=session.id))
    return session


@command(allow=None)
async def choose_post(ctx: Context, *, post_id: UUID) -> Session:
    """换一个在任岗位办理。"""
    account = await ctx.get(Account, ctx.actor.id)
    if post_id not in {seat.id for seat in await _seats(ctx, account.person_id)}:
        raise rules.NotYourPost(field="postId")
    session = await _own_session(ctx, ctx.actor.session_id)
    session.post_id = post_id
    forget_after(ctx, account.id)
    return session


@query(allow=None)
async def me(ctx: Context) -> Me:
    """我是谁：姓名、岗位、单位、权限与范围。"""
    actor = ctx.actor
    account = await ctx.get(Account, actor.id)
    session = await _own_session(ctx, actor.session_id, lock=False)
    credential = (
        await ctx.db.exec(select(Credential).where(col(Credential.account_id) == account.id))
    ).first()
    seats = await _seats(ctx, account.person_id)
    by_password = session.method is SignInMethod.PASSWORD
    changed = credential.password_changed_at if credential else None
    return Me(
        id=account.id,
        login=account.login,
        name=account.name,
        kind=actor.kind,
        account_kind=account.kind,
        post=next((seat for seat in seats if seat.id == actor.post_id), None),
        posts=seats,
        permissions=sorted(actor.permissions),
        locked=sorted(actor.locked),
        lo=str(actor.lo),
        hi=str(actor.hi),
        self_id=actor.self_id,
        session_id=session.id,
        expires_at=session.expires_at,
        step_up_until=session.step_up_until,
        must_enrol_totp=by_password
        and account.kind in rules.TWO_FACTORS
        and (credential is None or credential.totp_sealed is None),
        must_change_password=by_password and changed is None,
        password_is_old=by_password
        and changed is not None
        and rules.password_is_old(account.kind, changed, ctx.now),
    )


# Proving to be oneself ----------------------------------------------------------------------------
@command(allow=None, replayable=False)
async def change_password(ctx: Context, *, old: str, new: str) -> bool:
    """修改我的密码。

    其他设备上的登录随即注销。
    """
    account = await ctx.get(Account, ctx.actor.id)
    await _check_own_password(ctx, account, old, field="old")
    if new == old:
        raise rules.PasswordReused(field="new")
    rules.check_password(new, kind=account.kind, login=account.login, name=account.name)
    made = await passwords.digest(new)
    credential = await _credential(ctx, account.id)
    credential.password_hash, credential.password_changed_at = made, ctx.now
    await revoke_all(ctx, account.id, but=ctx.actor.session_id)
    ctx.emit(PasswordChanged(account_id=account.id))
    forget_after(ctx, account.id)
    return True


@command(allow=None, replayable=False)
async def begin_totp(ctx: Context, *, password: str) -> Enrolment:
    """绑定身份验证器：取得二维码。"""
    account = await ctx.get(Account, ctx.actor.id)
    await _check_own_password(ctx, account, password, field="password")
    credential = await _credential(ctx, account.id)
    if credential.totp_sealed is not None:
        raise rules.TotpAlreadyEnrolled()
    secret = pyotp.random_base32(32)
    credential.totp_pending_sealed = ctx.vault.seal("credential", "totp_pending", credential.id, secret)
    return Enrolment(secret, rules.totp_uri(secret, account.login, ISSUER))


@command(allow=None, replayable=False)
async def confirm_totp(ctx: Context, *, code: str) -> bool:
    """绑定身份验证器：输入显示的动态码完成绑定。"""
    await throttle.take(ctx.services, [rules.proof_bucket(ctx.actor.id)], ctx.now)
    credential = await _credential(ctx, ctx.actor.id)
    if credential.totp_pending_sealed is None:
        raise rules.TotpNotBegun()
    secret = ctx.vault.open("credential", "totp_pending", credential.id, credential.totp_pending_sealed)
    step = rules.matching_step(secret, code, ctx.now, credential.totp_step)
    if step is None:
        raise rules.TotpWrong(field="code")
    set_totp(ctx, credential, secret)
    credential.totp_step = step
    ctx.emit(TotpEnrolled(account_id=ctx.actor.id))
    forget_after(ctx, ctx.actor.id)
    return True


@command(allow=None, replayable=False)
async def step_up(ctx: Context, *, code: str | None = None, password: str | None = None) -> Session:
    """再次验证身份，以便导出、查看明文或授权。

    绑定了身份验证器的输入动态码，其他账号输入密码。
    """
    account = await ctx.get(Account, ctx.actor.id)
    credential = await _credential(ctx, account.id, lock=False)
    if credential.totp_sealed is not None:
        await throttle.take(ctx.services, [rules.proof_bucket(account.id)], ctx.now)
        credential = await _credential(ctx, account.id)
        if not _spend_code(ctx, credential, code or ""):
            raise rules.TotpWrong(field="code")
    else:
        await _check_own_password(ctx, account, password or "", field="password")
    session = await _own_session(ctx, ctx.actor.session_id)
    session.step_up_until = ctx.now + rules.STEP_UP
    await throttle.give_back(ctx.services, rules.proof_bucket(account.id)[0])
    ctx.emit(SteppedUp(account_id=account.id, session_id=session.id))
    forget_after(ctx, account.id)
    return session


# Shared with accounts.py --------------------------------------------------------------------------
def set_totp(ctx: Context, credential: Credential, secret: str) -> None:
    credential.totp_sealed = ctx.vault.seal("credential", "totp", credential.id, secret)
    credential.totp_pending_sealed = None


async def ask_again(ctx: Context, account_id: UUID) -> None:
    """Whatever was proved of who sits there no longer counts: the next act that asks for a proof asks for a new one."""
    theirs = select(Session).where(col(Session.account_id) == account_id, col(Session.revoked_at).is_(None))
    for session in (await ctx.db.exec(theirs.with_for_update())).all():
        session.step_up_until = None


async def revoke_all(ctx: Context, account_id: UUID, *, but: UUID | None = None) -> int:
    """Ends every session of an account, save one; how many they were."""
    mine = select(Session).where(col(Session.account_id) == account_id, col(Session.revoked_at).is_(None))
    open_ones = (await ctx.db.exec(mine.with_for_update())).all()
    for session in open_ones:
        if session.id != but:
            _revoke(ctx, session)
    return len([s for s in open_ones if s.id != but])


def one_time_password() -> str:
    """What an administrator reads to somebody once: 96 bits in letters that are not taken for each other."""
    alphabet = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(alphabet) for _ in range(5)) for _ in range(4))


def _revoke(ctx: Context, session: Session) -> None:
    session.revoked_at = session.revoked_at or ctx.now
    forget_after(ctx, session.account_id)


async def _own_session(ctx: Context, session_id: UUID | None, *, lock: bool = True) -> Session:
    if session_id is None:
        raise NotSignedIn()
    session = await (ctx.lock if lock else ctx.get)(Session, session_id)
    if session.account_id != ctx.actor.id:
        raise NotFound()
    return session


async def _credential(ctx: Context, account_id: UUID, *, lock: bool = True) -> Credential:
    stmt = select(Credential).where(col(Credential.account_id) == account_id)
    found = (await ctx.db.exec(stmt.with_for_update() if lock else stmt)).first()
    if found is None:
        raise NotFound()
    return found


async def _check_own_password(ctx: Context, account: Account, password: str, *, field: str) -> None:
    key, bucket = rules.proof_bucket(account.id)
    await throttle.take(ctx.services, [(key, bucket)], ctx.now)
    credential = await _credential(ctx, account.id, lock=False)
    right, _ = await passwords.verify(password, credential.password_hash)
    if not right:
        raise rules.PasswordWrong(field=field)
    await throttle.give_back(ctx.services, key)


def _spend_code(ctx: Context, credential: Credential, code: str) -> bool:
    """Accepts a code of a time-step not used before. The row is locked: of two at once one is accepted."""
    if credential.totp_sealed is None:
        return False
    secret = ctx.vault.open("credential", "totp", credential.id, credential.totp_sealed)
    step = rules.matching_step(secret, code, ctx.now, credential.totp_step)
    if step is None:
        return False
    credential.totp_step = step
    return True


async def _seats(ctx: Context, person_id: UUID | None) -> list[Seat]:
    if person_id is None:
        return []
    rows = await (await ctx.connection()).fetch(reports.POSTS_HELD, person_id, ctx.today)
    return [Seat(row["id"], row["name"], row["unit_id"], row["unit"]) for row in rows]
