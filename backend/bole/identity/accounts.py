"""What administrators do: accounts, seats on posts, roles of posts."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Select
from sqlmodel import col, select

from bole.catalogue import lookup
from bole.catalogue.catalogue import Role
from bole.catalogue.rules import NotOffered
from bole.core.actor import ActorKind
from bole.core.context import Context
from bole.core.errors import InvalidInput, NotFound
from bole.core.operation import Ask, command, query
from bole.core.permissions import Permission
from bole.core.table import new_id
from bole.identity import passwords, rules
from bole.identity.events import (
    AccountCreated,
    AccountDisabled,
    AccountEnabled,
    CredentialsReset,
    RoleGiven,
    RoleWithdrawn,
    ScopeSet,
)
from bole.identity.memory import forget_after
from bole.identity.models import Account, Credential, Partner, PostRole, PostScope
from bole.identity.rules import ACCOUNT_FLOW, AccountKind, AccountStatus
from bole.identity.service import one_time_password, revoke_all
from bole.org.models import Appointment, Post, Unit
from bole.org.post_service import appoint

FOR_POSTS = frozenset({ActorKind.STAFF, ActorKind.EMPLOYER, ActorKind.LEADER})
OWN_ROLE = {AccountKind.TALENT: ActorKind.TALENT, AccountKind.PARTNER_OPERATOR: ActorKind.PARTNER}
ACTORS = {
    ActorKind.STAFF: "职员",
    ActorKind.EMPLOYER: "用人单位人事",
    ActorKind.LEADER: "联系领导",
    ActorKind.TALENT: "人才本人",
    ActorKind.PARTNER: "伙伴系统",
}


@dataclass(frozen=True)
class NewAccount:
    """An account and its initial password, told once: its owner must change it before anything else."""

    id: UUID
    login: str
    password: str


@query(allow=Permission.ACCOUNT_READ)
def accounts(
    ask: Ask, *, text: str | None = None, kind: AccountKind | None = None, status: AccountStatus | None = None
) -> Select[Account]:
    """账号。"""
    stmt = sa.select(Account)
    if text is not None:
        found = (
            sa.func.strpos(col(Account.login), sa.func.lower(text)),
            sa.func.strpos(col(Account.name), text),
        )
        stmt = stmt.where(sa.or_(*(place > 0 for place in found)))
    if kind is not None:
        stmt = stmt.where(col(Account.kind) == kind)
    if status is not None:
        stmt = stmt.where(col(Account.status) == status)
    return stmt.order_by(col(Account.login), col(Account.id))


@query(allow=Permission.ACCOUNT_READ)
def account(ask: Ask, *, id: UUID) -> Select[Account]:
    """一个账号。"""
    return sa.select(Account).where(col(Account.id) == id)


@query(allow=Permission.ACCOUNT_READ)
def post_roles(ask: Ask, *, post_id: UUID) -> Select[PostRole]:
    """岗位的角色。"""
    found = sa.select(PostRole).where(col(PostRole.post_id) == post_id)
    return found.order_by(col(PostRole.role_code), col(PostRole.id))


@query(allow=Permission.ACCOUNT_READ)
def post_scopes(ask: Ask, *, post_id: UUID) -> Select[PostScope]:
    """岗位另行设定的可见单位；没有设定则为空。"""
    found = sa.select(PostScope).where(col(PostScope.post_id) == post_id)
    return found.order_by(col(PostScope.id))


@command(allow=Permission.ACCOUNT_MANAGE, replayable=False)
async def create_account(
    ctx: Context,
    *,
    login: str,
    name: str,
    kind: AccountKind,
    role: str | None = None,
    talent_id: UUID | None = None,
    partner_id: UUID | None = None,
    person_id: UUID | None = None,
) -> NewAccount:
    """建立账号。

    职员、领导与管理员的权限随岗位；人才本人与服务单位窗口须指明角色。初始密码只显示这一次。
    """
    given = one_time_password()
    made = await make_account(
        ctx,
        login=login,
        name=name,
        kind=kind,
        role=role,
        talent_id=talent_id,
        partner_id=partner_id,
        person_id=person_id,
    )
    ctx.db.add(Credential(account_id=made.id, password_hash=await passwords.digest(given)))
    return NewAccount(made.id, made.login, given)


async def make_account(
    ctx: Context,
    *,
    login: str,
    name: str,
    kind: AccountKind,
    role: str | None = None,
    talent_id: UUID | None = None,
    partner_id: UUID | None = None,
    person_id: UUID | None = None,
    demo: bool = False,
) -> Account:
    """The account alone, checked; how its owner proves to be its owner is the caller's matter."""
    spelled = rules.login_key(login)
    if not spelled or not name.strip():
        raise InvalidInput(reason="登录名与姓名都要填写", field="name" if spelled else "login")
    await _check_belonging(ctx, kind, role, talent_id, partner_id)
    if (await ctx.db.exec(select(Account.id).where(col(Account.login) == spelled))).first():
        raise rules.AccountInUse(login=spelled, field="login")
    if person_id is not None:
        taken = (await ctx.db.exec(select(Account).where(col(Account.person_id) == person_id))).first()
        if taken is not None:
            raise rules.PersonHasAccount(name=taken.name, login=taken.login, field="personId")
    made = Account(
        login=spelled,
        name=name.strip(),
        kind=kind,
        role_code=role,
        talent_id=talent_id,
        partner_id=partner_id,
        person_id=(person_id or new_id()) if kind in rules.SITS_ON_POSTS else None,
        demo=demo,
    )
    ctx.db.add(made)
    await ctx.db.flush()
    ctx.emit(AccountCreated(account_id=made.id, kind=kind.value))
    return made


async def _check_belonging(
    ctx: Context, kind: AccountKind, role: str | None, talent_id: UUID | None, partner_id: UUID | None
) -> None:
    """The role and the body an account of this kind must name, and none else."""
    if (talent_id is not None) is not (kind is AccountKind.TALENT):
        what = "须指明人才本人" if talent_id is None else "不应指明人才本人"
        raise rules.RoleNotForAccount(kind=kind.label, what=what, field="talentId")
    if (partner_id is not None) is not (kind is AccountKind.PARTNER_OPERATOR):
        what = "须指明所属服务单位" if partner_id is None else "不应指明服务单位"
        raise rules.RoleNotForAccount(kind=kind.label, what=what, field="partnerId")
    if partner_id is not None:
        await ctx.get(Partner, partner_id)
    if kind in rules.SITS_ON_POSTS:
        if role is not None:
            raise rules.RoleNotForAccount(kind=kind.label, what="的权限随岗位，不应另指角色", field="role")
        return
    if role is None or (await role_in_force(ctx, role)).actor is not OWN_ROLE[kind]:
        raise rules.RoleNotForAccount(kind=kind.label, what="须指明与其相符的角色", field="role")


@command(allow=Permission.ACCOUNT_MANAGE)
async def disable_account(ctx: Context, *, account_id: UUID, reason: str) -> Account:
    """停用账号，其全部登录立即注销。"""
    found = await ctx.lock(Account, account_id)
    found.status = ACCOUNT_FLOW.after(found.status, "disable")
    await revoke_all(ctx, found.id)
    ctx.emit(AccountDisabled(account_id=found.id, reason=reason))
    forget_after(ctx, found.id)
    return found


@command(allow=Permission.ACCOUNT_MANAGE)
async def enable_account(ctx: Context, *, account_id: UUID) -> Account:
    """恢复停用的账号。"""
    found = await ctx.lock(Account, account_id)
    found.status = ACCOUNT_FLOW.after(found.status, "enable")
    ctx.emit(AccountEnabled(account_id=found.id))
    forget_after(ctx, found.id)
    return found


@command(allow=Permission.ACCOUNT_MANAGE, replayable=False)
async def reset_password(ctx: Context, *, account_id: UUID) -> NewAccount:
    """重置密码并注销其全部登录；新的初始密码只显示这一次。"""
    found, credential = await _with_credential(ctx, account_id)
    given = one_time_password()
    credential.password_hash, credential.password_changed_at = await passwords.digest(given), None
    await revoke_all(ctx, found.id)
    ctx.emit(CredentialsReset(account_id=found.id, what="password"))
    forget_after(ctx, found.id)
    return NewAccount(found.id, found.login, given)


@command(allow=Permission.ACCOUNT_MANAGE)
async def unbind_totp(ctx: Context, *, account_id: UUID) -> Account:
    """解绑遗失的身份验证器并注销其全部登录，本人下次登录时重新绑定。"""
    found, credential = await _with_credential(ctx, account_id)
    credential.totp_sealed = credential.totp_pending_sealed = None
    await revoke_all(ctx, found.id)
    ctx.emit(CredentialsReset(account_id=found.id, what="totp"))
    forget_after(ctx, found.id)
    return found


@command(allow=Permission.ACCOUNT_MANAGE)
async def link_oidc(ctx: Context, *, account_id: UUID, issuer: str, subject: str) -> Account:
    """关联统一身份认证的用户编号。"""
    found = await ctx.lock(Account, account_id)
    told = {"issuer": issuer.strip(), "subject": subject.strip()}
    for field, said in told.items():
        if not said:
            raise InvalidInput(reason="发行方与用户编号都要填写", field=field)
    ours = ctx.settings.oidc_issuer if ctx.settings is not None else None
    if ours and told["issuer"] != ours:
        raise InvalidInput(reason=f"本系统所用统一身份认证的发行方是 {ours}", field="issuer")
    same = (col(Account.oidc_issuer) == told["issuer"], col(Account.oidc_subject) == told["subject"])
    other = (await ctx.db.exec(select(Account).where(*same, col(Account.id) != found.id))).first()
    if other is not None:
        raise rules.IdentityLinked(name=other.name, login=other.login, field="subject")
    found.oidc_issuer, found.oidc_subject = told["issuer"], told["subject"]
    await ctx.db.flush()
    ctx.emit(CredentialsReset(account_id=found.id, what="oidc"))
    return found


@command(allow=Permission.ACCOUNT_MANAGE)
async def seat(
    ctx: Context, *, account_id: UUID, post_id: UUID, valid_from: date, document: str | None = None
) -> Appointment:
    """任命账号到岗位，权限随岗位取得。"""
    found = await ctx.lock(Account, account_id)
    if found.person_id is None:
        raise rules.RoleNotForAccount(kind=found.kind.label, what="不在岗位上任职", field="accountId")
    made = await appoint(
        ctx,
        post_id=post_id,
        person_id=found.person_id,
        person_name=found.name,
        valid_from=valid_from,
        document=document,
    )
    forget_after(ctx, found.id)
    return made


# Roles of posts -----------------------------------------------------------------------------------
@command(allow=Permission.ACCOUNT_MANAGE)
async def give_role(ctx: Context, *, post_id: UUID, role: str) -> PostRole:
    """授予岗位一个角色，在任者随即取得其权限。"""
    await ctx.lock(Post, post_id)
    wanted = await role_in_force(ctx, role)
    if wanted.actor not in FOR_POSTS:
        raise rules.RoleNotForPosts(role=role, actor=ACTORS[wanted.actor], field="role")
    already = select(PostRole).where(col(PostRole.post_id) == post_id, col(PostRole.role_code) == role)
    if (found := (await ctx.db.exec(already)).first()) is not None:
        return found
    made = PostRole(post_id=post_id, role_code=role)
    ctx.db.add(made)
    await ctx.db.flush()
    ctx.emit(RoleGiven(post_id=post_id, role=role))
    forget_after(ctx, None)
    return made


@command(allow=Permission.ACCOUNT_MANAGE)
async def withdraw_role(ctx: Context, *, post_id: UUID, role: str) -> Post:
    """收回岗位的一个角色，在任者的下一次操作即失去其权限。"""
    post = await ctx.lock(Post, post_id)
    held = select(PostRole).where(col(PostRole.post_id) == post_id, col(PostRole.role_code) == role)
    found = (await ctx.db.exec(held)).first()
    if found is None:
        raise NotFound()
    await ctx.db.delete(found)
    ctx.emit(RoleWithdrawn(post_id=post_id, role=role))
    forget_after(ctx, None)
    return post


@command(allow=Permission.ACCOUNT_MANAGE)
async def set_scope(ctx: Context, *, post_id: UUID, unit_id: UUID | None = None) -> Post:
    """设定岗位可见的单位（含下级）；不指定则为所在单位，人才办与领导小组则为其上级。"""
    post = await ctx.lock(Post, post_id)
    found = (await ctx.db.exec(select(PostScope).where(col(PostScope.post_id) == post_id))).first()
    if unit_id is not None:
        await ctx.get(Unit, unit_id)
    if found is not None and unit_id is None:
        await ctx.db.delete(found)
    elif found is not None and unit_id is not None:
        found.unit_id = unit_id
    elif unit_id is not None:
        ctx.db.add(PostScope(post_id=post_id, unit_id=unit_id))
    ctx.emit(ScopeSet(post_id=post_id, unit_id=unit_id))
    forget_after(ctx, None)
    return post


async def role_in_force(ctx: Context, code: str) -> Role:
    """The role as the catalogue has it today; refuses UnknownRole."""
    try:
        return await lookup.body(ctx, Role, code)
    except NotOffered:
        raise rules.UnknownRole(role=code, field="role") from None


async def _with_credential(ctx: Context, account_id: UUID) -> tuple[Account, Credential]:
    found = await ctx.lock(Account, account_id)
    held = select(Credential).where(col(Credential.account_id) == account_id).with_for_update()
    credential = (await ctx.db.exec(held)).first()
    if credential is None:
        credential = Credential(account_id=account_id)
        ctx.db.add(credential)
    return found, credential
