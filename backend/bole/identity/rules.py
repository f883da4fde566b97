"""Who may sign in, how, and for how long. No I/O: values in, decisions out."""

import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Final
from uuid import UUID

import pyotp

from bole.core.errors import Refusal
from bole.core.flow import Flow, step
from bole.core.permissions import Permission
from bole.core.words import Word


class AccountKind(Word):
    """账号归谁所有，据此决定登录须如何证明身份。

    Whose account it is: decides how strictly its owner proves to be its owner.
    """

    STAFF = "staff"
    LEADER = "leader"
    TALENT = "talent"
    PARTNER_OPERATOR = "partner_operator"
    PLATFORM = "platform"

    @property
    def label(self) -> str:
        return {
            "staff": "职员",
            "leader": "领导",
            "talent": "人才本人",
            "partner_operator": "服务单位窗口",
            "platform": "平台管理员",
        }[self.value]


class AccountStatus(Word):
    """账号的状态"""

    ACTIVE = "active"
    DISABLED = "disabled"


ACCOUNT_FLOW: Final = Flow(
    "account",
    AccountStatus.ACTIVE,
    {AccountStatus.ACTIVE: "正常", AccountStatus.DISABLED: "停用"},
    step("disable", AccountStatus.ACTIVE, AccountStatus.DISABLED, "停用"),
    step("enable", AccountStatus.DISABLED, AccountStatus.ACTIVE, "恢复"),
)


class SignInMethod(Word):
    """登录方式

    How a session began: by our password (and code), or at the government's own identity provider.
    """

    PASSWORD = "password"  # noqa: S105 (a word, not one)
    OIDC = "oidc"


class PartnerStatus(Word):
    """合作系统的状态"""

    ACTIVE = "active"
    SUSPENDED = "suspended"


PARTNER_FLOW: Final = Flow(
    "partner",
    PartnerStatus.ACTIVE,
    {PartnerStatus.ACTIVE: "正常", PartnerStatus.SUSPENDED: "暂停"},
    step("suspend", PartnerStatus.ACTIVE, PartnerStatus.SUSPENDED, "暂停"),
    step("resume", PartnerStatus.SUSPENDED, PartnerStatus.ACTIVE, "恢复"),
)


class KeyAlgorithm(Word):
    """合作系统的签名算法

    How a partner signs: with a key pair, or, where it cannot, with a shared secret.
    """

    ED25519 = "ed25519"
    HMAC_SHA256 = "hmac_sha256"


SITS_ON_POSTS: Final = frozenset({AccountKind.STAFF, AccountKind.LEADER, AccountKind.PLATFORM})
"""Whose access comes from posts. The others have one role of their own."""

TWO_FACTORS: Final = SITS_ON_POSTS
"""Who needs a second factor: all who see others' data (GB/T 22239-2019 8.1.4.1 d)."""


# Sign-in ------------------------------------------------------------------------------------------
class SignInRefused(Refusal):
    """登录名、密码或动态码不正确。请核对后再试；忘记密码或动态码失效，请联系您单位的系统管理员。"""

    status = 401


class TotpRequired(Refusal):
    """请输入身份验证器上显示的六位动态码。"""

    status = 401


class TotpNotBegun(Refusal):
    """还没有开始绑定身份验证器，或上次没有完成。请重新点“绑定”，扫描新的二维码。"""


class TotpWrong(Refusal):
    """动态码不正确或已用过。请等身份验证器显示下一个动态码后再输入，并核对手机时间。"""

    status = 422


class TotpAlreadyEnrolled(Refusal):
    """您已绑定身份验证器。需要更换时，请联系您单位的系统管理员先行解绑。"""


class TooManyTries(Refusal):
    """尝试次数过多，请在 {retry_after} 秒后再试。账号没有被锁定，也不会因此被锁定。"""

    status = 429


class NotYourPost(Refusal):
    """您目前不在这个岗位任职，不能以它的身份办理。请从您的在任岗位中选择。"""

    status = 403


class AccountInUse(Refusal):
    """登录名“{login}”已被使用。请换一个登录名。"""


class PersonHasAccount(Refusal):
    """“{name}”已有账号“{login}”，一人只设一个账号。请直接使用原有账号。"""


class IdentityLinked(Refusal):
    """这个用户编号已关联“{name}”的账号“{login}”，一个编号只关联一个账号。请核对编号。"""


class PasswordTooWeak(Refusal):
    """密码不符合要求：{reason}。请重新设置。"""

    status = 422


class PasswordWrong(Refusal):
    """原密码不正确。请核对后再试。"""

    status = 422


class PasswordReused(Refusal):
    """新密码不能与原密码相同。请换一个密码。"""

    status = 422


class DutiesConflict(Refusal):
    """系统管理（维护账号）与安全审计（查看审计）不得由同一人承担；把他现任各岗位的角色合在一起，就违反了这一条。请另行安排岗位或人员。"""


class UnknownRole(Refusal):
    """目录中没有在用的角色“{role}”。请核对角色代码。"""

    status = 422


class RoleNotForPosts(Refusal):
    """角色“{role}”是给{actor}的，不能授予岗位。请选择职员或联系领导的角色。"""

    status = 422


class RoleNotForAccount(Refusal):
    """{kind}账号{what}。请核对账号类别、角色与所属单位。"""

    status = 422


class DemoInProduction(Refusal):
    """生产环境不能建立演示账号。请用 bole account create 建立真实账号。"""

    status = 403


def login_key(login: str) -> str:
    """One spelling of a login name: full-width letters, case and spaces around it do not matter."""
    return unicodedata.normalize("NFKC", login).strip().casefold()


# Passwords ----------------------------------------------------------------------------------------
SHORTEST: Final = {True: 10, False: 8}
"""By whether the account needs two factors."""

LONGEST: Final = 128
KINDS_OF_CHARACTER: Final = 3
RUN: Final = 4
PASSWORD_LIFE: Final = timedelta(days=180)
"""Staff change theirs in this time (GB/T 22239-2019 asks for it; ASVS 6.2.10 is against it: staff only)."""


@cache
def common_passwords() -> frozenset[str]:
    """The most used passwords, lower case."""
    text = (Path(__file__).parent / "common_passwords.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def check_password(password: str, *, kind: AccountKind, login: str, name: str) -> None:
    """Refuses a password that a guesser tries first."""
    strict = kind in TWO_FACTORS
    shortest = SHORTEST[strict]
    if len(password) < shortest:
        raise PasswordTooWeak(reason=f"至少 {shortest} 个字符", field="password")
    if len(password) > LONGEST:
        raise PasswordTooWeak(reason=f"最多 {LONGEST} 个字符", field="password")
    low = password.casefold()
    if low in common_passwords() or low.rstrip("0123456789!@#.") in common_passwords():
        raise PasswordTooWeak(reason="这是常见密码，极易被猜中", field="password")
    if any(len(own) >= 2 and own in low for own in (login_key(login), name.casefold())):
        raise PasswordTooWeak(reason="不能包含登录名或姓名", field="password")
    if len(set(low)) < RUN:
        raise PasswordTooWeak(reason="重复的字符过多", field="password")
    if strict and _kinds(password) < KINDS_OF_CHARACTER:
        raise PasswordTooWeak(
            reason=f"须含大写字母、小写字母、数字、其他字符中的 {KINDS_OF_CHARACTER} 种", field="password"
        )


def _kinds(password: str) -> int:
    return sum(
        (
            any(c.isascii() and c.isupper() for c in password),
            any(c.isascii() and c.islower() for c in password),
            any(c.isdigit() for c in password),
            any(not (c.isascii() and c.isalnum()) for c in password),
        )
    )


def is_ready(kind: AccountKind, method: SignInMethod, *, enrolled: bool, changed_at: datetime | None) -> bool:
    """May this session do more than set up its account? Identity providers answer for theirs."""
    if method is SignInMethod.OIDC:
        return True
    return changed_at is not None and (enrolled or kind not in TWO_FACTORS)


def password_is_old(kind: AccountKind, changed_at: datetime, now: datetime) -> bool:
    return kind in TWO_FACTORS and now - changed_at > PASSWORD_LIFE


# Second factor ------------------------------------------------------------------------------------
TOTP_SECONDS: Final = 30
TOTP_DRIFT: Final = 1
"""Steps of clock difference that are forgiven, either way."""


def totp_step(now: datetime) -> int:
    return int(now.timestamp()) // TOTP_SECONDS


def totp_code(secret: str, now: datetime) -> str:
    """The code an authenticator shows at this moment."""
    return pyotp.TOTP(secret, interval=TOTP_SECONDS).generate_otp(totp_step(now))


def matching_step(secret: str, code: str, now: datetime, used: int) -> int | None:
    """The unused time-step whose code this is: a code counts once (pyotp would take it twice)."""
    digits = unicodedata.normalize("NFKC", code).replace(" ", "")
    totp, here = pyotp.TOTP(secret, interval=TOTP_SECONDS), totp_step(now)
    found = None
    for at in range(here - TOTP_DRIFT, here + TOTP_DRIFT + 1):
        # every step is compared, so that the time taken does not tell which one matched
        if hmac.compare_digest(totp.generate_otp(at).encode(), digits.encode()) and at > used:
            found = at
    return found


def totp_uri(secret: str, login: str, issuer: str) -> str:
    """What the QR code for an authenticator app says."""
    return pyotp.TOTP(secret, interval=TOTP_SECONDS).provisioning_uri(name=login, issuer_name=issuer)


# Sessions -----------------------------------------------------------------------------------------
@dataclass(frozen=True)
class SessionLife:
    """How long a session lasts: unused, and at most."""

    idle: timedelta
    absolute: timedelta


OFFICE: Final = SessionLife(idle=timedelta(minutes=15), absolute=timedelta(hours=8))
"""GB/T 22239-2019 8.1.4.1 b and ASVS 7.3: whoever sees others' data."""

OWN: Final = SessionLife(idle=timedelta(days=7), absolute=timedelta(days=30))
"""A talent's own phone."""

COUNTER: Final = SessionLife(idle=timedelta(hours=2), absolute=timedelta(hours=12))
"""A venue's counter: one shift."""

STEP_UP: Final = timedelta(minutes=10)
"""How long a repeated proof of identity opens exports, plain text and role grants."""

SEEN_EVERY: Final = timedelta(seconds=60)
"""`last_seen_at` is written no more often than this; idleness is counted with this grain."""

NEEDS_STEP_UP: Final = frozenset(
    {
        Permission.ROSTER_REVEAL,
        Permission.ROSTER_EXPORT,
        Permission.ACCOUNT_MANAGE,
        Permission.PARTNER_MANAGE,
    }
)


def session_life(kind: AccountKind) -> SessionLife:
    return {AccountKind.TALENT: OWN, AccountKind.PARTNER_OPERATOR: COUNTER}.get(kind, OFFICE)


def new_token() -> str:
    """256 bits from the system's generator; only its digest is stored."""
    return secrets.token_urlsafe(32)


def token_digest(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


# Throttle -----------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Bucket:
    """Tries that may be made at once, and how long each takes to grow back."""

    capacity: int
    every: timedelta


PAIR: Final = Bucket(capacity=5, every=timedelta(minutes=1))
"""One login name from one address."""

SOURCE: Final = Bucket(capacity=60, every=timedelta(seconds=1))
"""One address: an office behind one address signs in on Monday morning."""

LOGIN: Final = Bucket(capacity=30, every=timedelta(seconds=10))
"""One login name from addresses it never signed in from. Its owner's own address is not in this bucket,
so that nobody can lock another out by guessing."""


def buckets(login: str, source: str, *, known: bool) -> list[tuple[str, Bucket]]:
    """What one try costs. `known`: the owner has signed in from this address before."""
    name = login_key(login)
    taken = [(pair_key(name, source), PAIR), (f"source {source}", SOURCE)]
    return taken if known else [*taken, (f"login {name[:100]}", LOGIN)]


def pair_key(name: str, source: str) -> str:
    return f"pair {name[:100]} {source}"


def proof_bucket(account_id: UUID) -> tuple[str, Bucket]:
    """What a signed-in account is asked for again: a stolen session must not guess it."""
    return f"proof {account_id}", PAIR


# Duties -------------------------------------------------------------------------------------------
SEPARATE: Final = ((Permission.ACCOUNT_MANAGE, Permission.AUDIT_READ),)
"""Duties no one person may hold together: who gives access does not audit it (GB/T 22239-2019 8.1.4.2).
The database keeps them apart (models.py), whichever command, import or hand seats the person."""
