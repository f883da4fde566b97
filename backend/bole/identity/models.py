"""Accounts and what proves them, roles of posts, sessions; partner systems, their keys and grants.

None of it is a talent's: whoever is no staff reaches only the own account, credential and sessions, and a
partner its own grants; row policies below say so, besides the operations.
"""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, LargeBinary, PrimaryKeyConstraint, UniqueConstraint
from sqlalchemy.orm import foreign
from sqlmodel import Field, SQLModel, col

from bole.core.ddl import EXTRA
from bole.core.faults import constraint
from bole.core.table import ACTOR, SELF, Internal, Versioned, choice, link, moment
from bole.identity.rules import (
    SEPARATE,
    AccountKind,
    AccountStatus,
    DutiesConflict,
    KeyAlgorithm,
    PartnerStatus,
    SignInMethod,
)
from bole.org.models import Appointment, Post, Unit

OWN_READ = {"leader": "select", "talent": "select", "partner": "select"}
OWN_WRITE = dict.fromkeys(OWN_READ, "select, update")


class Account(Internal, Versioned, table=True):
    """Who may sign in. What they may do comes from the posts they hold; who sits on none has one role."""

    __table_args__ = (
        UniqueConstraint("login"),
        UniqueConstraint("person_id"),
        UniqueConstraint("talent_id"),
        UniqueConstraint("oidc_issuer", "oidc_subject", name="account_oidc_key"),
        CheckConstraint("(kind = 'talent') = (talent_id is not null)", name="talent_is_one"),
        CheckConstraint("(kind = 'partner_operator') = (partner_id is not null)", name="operator_of_one"),
        CheckConstraint(
            "(kind in ('staff', 'leader', 'platform')) = (person_id is not null)", name="sits_as_person"
        ),
        CheckConstraint("(person_id is null) = (role_code is not null)", name="role_of_post_or_own"),
        CheckConstraint("(oidc_issuer is null) = (oidc_subject is null)", name="oidc_whole"),
    )
    __mapper_args__: ClassVar[dict[str, str]] = {"version_id_col": "version"}
    __grants__: ClassVar[dict[str, str]] = OWN_READ

    login: str = Field(max_length=60, description="登录名")
    name: str = Field(max_length=60, description="姓名")
    kind: AccountKind = Field(sa_type=choice(AccountKind), description="账号类别")
    status: AccountStatus = Field(
        default=AccountStatus.ACTIVE, sa_type=choice(AccountStatus), description="状态"
    )
    person_id: UUID | None = Field(default=None, description="任职人编号（与任职记录相同）")
    talent_id: UUID | None = Field(default=None, description="人才本人")
    partner_id: UUID | None = Field(
        default=None, foreign_key="partner.id", index=True, description="所属服务单位或伙伴系统"
    )
    role_code: str | None = Field(default=None, max_length=60, description="不经岗位的角色")
    oidc_issuer: str | None = Field(default=None, max_length=200, description="统一身份认证的发行方")
    oidc_subject: str | None = Field(default=None, max_length=200, description="统一身份认证的用户编号")
    demo: bool = Field(default=False, description="演示账号")

    appointments: list[Appointment] = link(
        viewonly=True,
        primaryjoin=lambda: col(Account.person_id) == foreign(col(Appointment.person_id)),
        uselist=True,
    )


class Credential(Internal, table=True):
    """What proves an account's owner; apart from the account, so that no list of accounts can show it."""

    __table_args__ = (UniqueConstraint("account_id"),)
    __grants__: ClassVar[dict[str, str]] = OWN_WRITE

    account_id: UUID = Field(foreign_key="account.id", description="账号")
    password_hash: str | None = Field(default=None, description="密码摘要（argon2id）")
    password_changed_at: datetime | None = Field(
        default=None, sa_type=moment(), description="本人修改密码的时间（空为初始密码）"
    )
    totp_sealed: bytes | None = Field(default=None, sa_type=LargeBinary, description="动态码种子")
    totp_pending_sealed: bytes | None = Field(
        default=None, sa_type=LargeBinary, description="待首个动态码确认的种子"
    )
    totp_step: int = Field(default=0, description="已用过的最后一个时间步")
    failed_attempts: int = Field(default=0, description="上次登录成功以来的失败次数")
    failed_at: datetime | None = Field(default=None, sa_type=moment(), description="最近一次失败时间")


class PostRole(Internal, table=True):
    """A role given to a post: whoever holds the post has it, for as long as they hold it."""

    __tablename__ = "post_role"
    __table_args__ = (UniqueConstraint("post_id", "role_code", name="post_role_once"),)

    post_id: UUID = Field(foreign_key="post.id", description="岗位")
    role_code: str = Field(max_length=60, index=True, description="角色代码（目录类别 role）")

    post: Post = link(reverse="post_roles")


class PostScope(Internal, table=True):
    """A post that sees other units than its own: one at most. Without a row, an office of a body (人才办,
    领导小组) sees that body, every other post its own unit."""

    __tablename__ = "post_scope"
    __table_args__ = (UniqueConstraint("post_id"),)

    post_id: UUID = Field(foreign_key="post.id", description="岗位")
    unit_id: UUID = Field(foreign_key="unit.id", index=True, description="可见单位（含其下级）")

    unit: Unit = link(reverse="post_scopes")


class Session(Internal, table=True):
    """One sign-in. Its token is known to the browser alone; here lies the token's digest."""

    __table_args__ = (
        UniqueConstraint("token_hash"),
        Index("session_account_idx", "account_id", "last_seen_at"),
        Index("session_ended_idx", "expires_at"),
    )
    __grants__: ClassVar[dict[str, str]] = OWN_WRITE

    account_id: UUID = Field(foreign_key="account.id", description="账号")
    token_hash: bytes = Field(sa_type=LargeBinary, description="令牌摘要（SHA-256）")
    post_id: UUID | None = Field(default=None, foreign_key="post.id", description="以哪个岗位办理")
    last_seen_at: datetime = Field(sa_type=moment(), description="最近使用时间")
    expires_at: datetime = Field(sa_type=moment(), description="最迟到期时间")
    step_up_until: datetime | None = Field(default=None, sa_type=moment(), description="再次验证的有效期")
    revoked_at: datetime | None = Field(default=None, sa_type=moment(), description="注销时间")
    method: SignInMethod = Field(
        default=SignInMethod.PASSWORD, sa_type=choice(SignInMethod), description="登录方式"
    )
    source: str = Field(max_length=45, description="登录地址")
    agent: str = Field(default="", max_length=200, description="登录设备")

    account: Account = link(reverse="sessions")


class Throttle(SQLModel, table=True):
    """A token bucket, as the moment until which its tokens are spent; refused tries count although nothing
    else of them is kept."""

    __tablename__ = "sign_in_throttle"

    key: str = Field(primary_key=True, max_length=200)
    spent_until: datetime = Field(sa_type=moment(), index=True)
    may_reach: datetime = Field(sa_type=moment())


class OidcAttempt(SQLModel, table=True):
    """A sign-in on its way through the government's own identity provider: taken once, by who began it."""

    __tablename__ = "oidc_attempt"

    key_hash: bytes = Field(primary_key=True, sa_type=LargeBinary)
    data: str = Field()
    expires_at: datetime = Field(sa_type=moment(), index=True)


class Partner(Internal, Versioned, table=True):
    """Another system, or a venue, that calls ours."""

    __table_args__ = (UniqueConstraint("code"),)
    __mapper_args__: ClassVar[dict[str, str]] = {"version_id_col": "version"}
    # names of partners are public: a holder reads where a card was used
    __grants__: ClassVar[dict[str, str]] = {"partner": "select", "talent": "select (id, name)"}

    code: str = Field(max_length=40, description="伙伴编号")
    name: str = Field(max_length=80, description="伙伴名称")
    role_code: str = Field(max_length=60, description="角色代码（目录类别 role）")
    status: PartnerStatus = Field(
        default=PartnerStatus.ACTIVE, sa_type=choice(PartnerStatus), description="状态"
    )
    contact: str | None = Field(default=None, max_length=120, description="技术联系人（单位与部门）")

    keys: list["PartnerKey"] = link(back="partner")
    grants: list["PartnerGrant"] = link(back="partner")


class PartnerKey(Internal, table=True):
    """A key a partner signs with. Two may hold at once, so that a change of keys needs no appointment."""

    __tablename__ = "partner_key"
    __table_args__ = (
        UniqueConstraint("key_id"),
        CheckConstraint(
            "(algorithm = 'ed25519') = (public_key is not null)"
            " and (algorithm = 'hmac_sha256') = (secret_sealed is not null)",
            name="one_kind_of_key",
        ),
        CheckConstraint("valid_until > valid_from", name="ends_after_it_begins"),
    )

    partner_id: UUID = Field(foreign_key="partner.id", index=True, description="伙伴")
    key_id: str = Field(max_length=60, description="密钥编号（签名中的 keyid）")
    algorithm: KeyAlgorithm = Field(sa_type=choice(KeyAlgorithm), description="签名算法")
    public_key: bytes | None = Field(
        default=None, sa_type=LargeBinary, description="公钥（Ed25519，32 字节）"
    )
    secret_sealed: bytes | None = Field(default=None, sa_type=LargeBinary, description="共享密钥")
    valid_from: datetime = Field(sa_type=moment(), description="启用时间")
    valid_until: datetime = Field(sa_type=moment(), description="到期时间")
    revoked_at: datetime | None = Field(default=None, sa_type=moment(), description="吊销时间")

    partner: Partner = link(back="keys")


class PartnerNonce(SQLModel, table=True):
    """A signature that was accepted. The same one again is a replay."""

    __tablename__ = "partner_nonce"
    __table_args__ = (PrimaryKeyConstraint("key_id", "nonce"),)

    key_id: UUID = Field(foreign_key="partner_key.id", ondelete="CASCADE")
    nonce: str = Field(max_length=64)
    expires_at: datetime = Field(sa_type=moment(), index=True)


class PartnerGrant(Internal, table=True):
    """A service whose benefits a partner may verify and redeem."""

    __tablename__ = "partner_grant"
    __table_args__ = (
        UniqueConstraint("partner_id", "service_code", name="partner_grant_once"),
        CheckConstraint("valid_until is null or valid_until >= valid_from", name="period_in_order"),
    )
    __grants__: ClassVar[dict[str, str]] = {"partner": "select"}

    partner_id: UUID = Field(foreign_key="partner.id", description="伙伴")
    service_code: str = Field(max_length=60, index=True, description="服务代码（目录类别 card_service）")
    valid_from: date = Field(description="起始日")
    valid_until: date | None = Field(default=None, description="截止日（空为至今）")

    partner: Partner = link(back="grants")


# Row policies -------------------------------------------------------------------------------------
def _own_rows(table: str, **rows: str) -> None:
    """Staff and the platform reach all rows (operations say who may), the kinds named only their own."""
    EXTRA.append(f"alter table {table} enable row level security")
    EXTRA.append(f"alter table {table} force row level security")
    for kind, condition in {"staff": "true", "system": "true", **rows}.items():
        EXTRA.append(
            f"create policy {table}_{kind} on {table} to bole_{kind}"
            f" using ({condition}) with check ({condition})"
        )


def _for_the_owner(column: str) -> dict[str, str]:
    return dict.fromkeys(OWN_READ, f"{column} = {ACTOR}")


_own_rows("account", **_for_the_owner("id"))
_own_rows("credential", **_for_the_owner("account_id"))
_own_rows("session", **_for_the_owner("account_id"))
_own_rows("partner", partner=f"id = {SELF}", talent="true")
_own_rows("partner_grant", partner=f"partner_id = {SELF}")

for _table in ("sign_in_throttle", "oidc_attempt", "partner_nonce"):
    EXTRA.append(f"grant select, insert, update, delete on {_table} to bole_system")

# Duties apart -------------------------------------------------------------------------------------
_CLASHES = " or ".join(
    f"(a.body -> 'permissions' ? '{one.value}' and b.body -> 'permissions' ? '{other.value}')"
    for one, other in SEPARATE
)
_DUTIES_APART = f"""
create function duties_apart() returns trigger language plpgsql as $$
declare
  post uuid := new.post_id;
begin
  -- everyone who sits on this post now or later, over all the posts they sit on at the same time
  if exists (
    select from appointment here
    join appointment one on one.person_id = here.person_id
    join appointment other on other.person_id = here.person_id
      and daterange(other.valid_from, other.valid_until, '[]') && daterange(one.valid_from, one.valid_until, '[]')
    join post_role r on r.post_id = one.post_id
    join post_role s on s.post_id = other.post_id
    join catalogue_entry a on a.kind = 'role' and a.code = r.role_code and a.valid_until is null
    join catalogue_entry b on b.kind = 'role' and b.code = s.role_code and b.valid_until is null
    where here.post_id = post and (here.valid_until is null or here.valid_until >= current_date)
      and ({_CLASHES})
  ) then
    raise exception 'duties of one person that must be apart'
      using errcode = 'check_violation', constraint = 'duties_apart';
  end if;
  return null;
end $$"""

EXTRA += [
    _DUTIES_APART,
    *(
        f"create constraint trigger {table}_duties_apart after insert or update on {table}"
        " for each row execute function duties_apart()"
        for table in ("appointment", "post_role")
    ),
]
constraint("duties_apart", DutiesConflict)

# What an actor may do is kept in memory for a second at most (sessions.py); what changes it says so at once.
CHANNEL = "bole_actor"

_WAKE = f"""
create function identity_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('{CHANNEL}', coalesce(tg_argv[0], ''));
  return null;
end $$"""

_WAKE_ONE = f"""
create function identity_changed_one() returns trigger language plpgsql as $$
begin
  perform pg_notify('{CHANNEL}', (to_jsonb(old) ->> tg_argv[0]));
  return null;
end $$"""


def _distinct(*columns: str) -> str:
    return " or ".join(f"old.{c} is distinct from new.{c}" for c in columns)


EXTRA += [
    _WAKE,
    _WAKE_ONE,
    "create trigger session_changed after update on session for each row"
    f" when ({_distinct('revoked_at', 'post_id', 'step_up_until', 'expires_at')})"
    " execute function identity_changed_one('account_id')",
    "create trigger credential_changed after update on credential for each row"
    f" when ({_distinct('totp_sealed', 'password_changed_at')})"
    " execute function identity_changed_one('account_id')",
    # a sign-in writes neither of these; a page of accounts imported at once says so once
    "create trigger account_changed after update on account for each row"
    f" when ({_distinct('version')}) execute function identity_changed_one('id')",
    *(
        f"create trigger {table}_changes_actors after insert or update or delete on {table}"
        " for each statement execute function identity_changed()"
        for table in (
            "appointment",
            "post",
            "post_role",
            "post_scope",
            "partner",
            "partner_key",
            "partner_grant",
        )
    ),
    "create trigger unit_changes_actors after update on unit for each statement"
    " execute function identity_changed()",
    "create trigger role_changes_actors after insert or update on catalogue_entry for each row"
    " when (new.kind = 'role') execute function identity_changed()",
]

__all__ = [
    "CHANNEL",
    "Account",
    "Credential",
    "OidcAttempt",
    "Partner",
    "PartnerGrant",
    "PartnerKey",
    "PartnerNonce",
    "PostRole",
    "PostScope",
    "Session",
    "Throttle",
]
