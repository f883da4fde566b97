"""Accounts, sessions, roles of posts and partners in GraphQL. Signing in itself is REST: it sets a cookie."""

from datetime import date, datetime
from uuid import UUID

import strawberry

from bole.core.graph import Page, many, node, read, register_enums, steps, write
from bole.core.permissions import Permission
from bole.identity import accounts as admin
from bole.identity import partner_keys, service
from bole.identity.models import Account, Partner, PartnerGrant, PartnerKey, PostRole, PostScope, Session
from bole.identity.rules import (
    ACCOUNT_FLOW,
    PARTNER_FLOW,
    AccountKind,
    AccountStatus,
    KeyAlgorithm,
    PartnerStatus,
    SignInMethod,
)
from bole.org.graphql import AppointmentNode, PostNode, UnitNode

register_enums(AccountKind)  # before a plain type names it: Strawberry would make another enum of it


@strawberry.type(description="任职的岗位")
class Seat:
    id: UUID
    name: str = strawberry.field(description="岗位名称")
    unit_id: UUID = strawberry.field(description="所在单位")
    unit: str = strawberry.field(description="单位名称")


@strawberry.type(description="我")
class Me:
    id: UUID = strawberry.field(description="账号编号")
    login: str = strawberry.field(description="登录名")
    name: str = strawberry.field(description="姓名")
    kind: str = strawberry.field(description="以何种身份办理")
    account_kind: AccountKind = strawberry.field(description="账号类别")
    post: Seat | None = strawberry.field(description="当前办理的岗位")
    posts: list[Seat] = strawberry.field(description="在任岗位")
    permissions: list[str] = strawberry.field(description="权限")
    locked: list[str] = strawberry.field(description="须再次验证身份才可使用的权限")
    lo: str = strawberry.field(description="可见单位路径起（含）")
    hi: str = strawberry.field(description="可见单位路径止（不含）")
    self_id: UUID | None = strawberry.field(description="本人、本岗位或本伙伴")
    session_id: UUID = strawberry.field(description="当前登录")
    expires_at: datetime = strawberry.field(description="最迟到期时间")
    step_up_until: datetime | None = strawberry.field(description="再次验证的有效期")
    must_enrol_totp: bool = strawberry.field(description="须先绑定身份验证器")
    must_change_password: bool = strawberry.field(description="须先修改初始密码")
    password_is_old: bool = strawberry.field(description="密码已到更换期限")


@strawberry.type(description="绑定身份验证器所需，只显示这一次")
class Enrolment:
    secret: str = strawberry.field(description="种子")
    uri: str = strawberry.field(description="二维码内容")


@strawberry.type(description="新账号或重置的密码，只显示这一次")
class NewAccount:
    id: UUID
    login: str = strawberry.field(description="登录名")
    password: str = strawberry.field(description="初始密码，本人首次登录须修改")


@strawberry.type(description="共享密钥，只显示这一次")
class IssuedSecret:
    key_id: str = strawberry.field(description="密钥编号")
    secret: str = strawberry.field(description="密钥（base64）")
    valid_until: datetime = strawberry.field(description="到期时间")


@node(Session, allow=None, description="一次登录")
class SessionNode:
    id: UUID
    created_at: datetime
    last_seen_at: datetime
    expires_at: datetime
    step_up_until: datetime | None
    revoked_at: datetime | None
    post_id: UUID | None
    method: SignInMethod
    source: str
    agent: str


@node(Account, allow=Permission.ACCOUNT_READ, description="账号")
class AccountNode:
    id: UUID
    login: str
    name: str
    kind: AccountKind
    status: AccountStatus
    person_id: UUID | None
    talent_id: UUID | None
    partner_id: UUID | None
    role_code: str | None
    oidc_issuer: str | None
    oidc_subject: str | None
    demo: bool
    version: int
    created_at: datetime
    allowed_steps: list[str] = steps(ACCOUNT_FLOW)


@node(PostRole, allow=Permission.ACCOUNT_READ, description="岗位的角色")
class PostRoleNode:
    id: UUID
    post_id: UUID
    role_code: str
    created_at: datetime


@node(PostScope, allow=Permission.ACCOUNT_READ, description="岗位另行设定的可见单位")
class PostScopeNode:
    id: UUID
    unit: UnitNode


@node(PartnerKey, allow=Permission.PARTNER_MANAGE, description="伙伴的密钥")
class PartnerKeyNode:
    id: UUID
    key_id: str
    algorithm: KeyAlgorithm
    valid_from: datetime
    valid_until: datetime
    revoked_at: datetime | None
    partner: "PartnerNode"


@node(PartnerGrant, allow=Permission.PARTNER_MANAGE, description="伙伴可核验与核销的服务")
class PartnerGrantNode:
    id: UUID
    service_code: str
    valid_from: date
    valid_until: date | None


@node(Partner, allow=Permission.PARTNER_MANAGE, description="伙伴系统或服务单位")
class PartnerNode:
    id: UUID
    code: str
    name: str
    role_code: str
    status: PartnerStatus
    contact: str | None
    version: int
    allowed_steps: list[str] = steps(PARTNER_FLOW)
    keys: list[PartnerKeyNode] = many(lambda k: [k.valid_until.desc(), k.id.desc()], first=5)
    grants: list[PartnerGrantNode] = many(lambda g: [g.service_code, g.id])


@strawberry.type
class IdentityQuery:
    me = read(service.me, Me)
    sessions = read(service.sessions, list[SessionNode])
    accounts = read(admin.accounts, Page[AccountNode])
    account = read(admin.account, AccountNode)
    post_roles = read(admin.post_roles, list[PostRoleNode])
    post_scopes = read(admin.post_scopes, list[PostScopeNode])
    partners = read(partner_keys.partners, Page[PartnerNode])
    partner = read(partner_keys.partner, PartnerNode)


@strawberry.type
class IdentityMutation:
    sign_out = write(service.sign_out, bool)
    revoke_session = write(service.revoke_session, SessionNode)
    choose_post = write(service.choose_post, SessionNode)
    change_password = write(service.change_password, bool)
    begin_totp = write(service.begin_totp, Enrolment)
    confirm_totp = write(service.confirm_totp, bool)
    step_up = write(service.step_up, SessionNode)
    create_account = write(admin.create_account, NewAccount)
    disable_account = write(admin.disable_account, AccountNode)
    enable_account = write(admin.enable_account, AccountNode)
    reset_password = write(admin.reset_password, NewAccount)
    unbind_totp = write(admin.unbind_totp, AccountNode)
    link_oidc = write(admin.link_oidc, AccountNode)
    seat = write(admin.seat, AppointmentNode)
    give_role = write(admin.give_role, PostRoleNode)
    withdraw_role = write(admin.withdraw_role, PostNode)
    set_scope = write(admin.set_scope, PostNode)
    register_partner = write(partner_keys.register_partner, PartnerNode)
    suspend_partner = write(partner_keys.suspend_partner, PartnerNode)
    resume_partner = write(partner_keys.resume_partner, PartnerNode)
    add_partner_key = write(partner_keys.add_partner_key, PartnerKeyNode)
    issue_partner_secret = write(partner_keys.issue_partner_secret, IssuedSecret)
    revoke_partner_key = write(partner_keys.revoke_partner_key, PartnerKeyNode)
    grant_service = write(partner_keys.grant_service, PartnerGrantNode)
    withdraw_service = write(partner_keys.withdraw_service, PartnerNode)
