"""The demo accounts of a profile: one for each role, on the people who hold its posts. No I/O but the file."""

from datetime import date
from pathlib import Path
from typing import Self
from uuid import UUID

from pydantic import Field, model_validator

from bole.catalogue.profile.files import row, rows
from bole.catalogue.profile.told import Profile, ProfileWrong
from bole.catalogue.shapes import Shape
from bole.identity.rules import SITS_ON_POSTS, AccountKind
from bole.org.rules import holds_on

FILE = "demo_accounts.toml"


class DemoAccount(Shape):
    """One who may sign in to a demonstration."""

    login: str = Field(pattern=r"^[a-z0-9]+$", max_length=40)
    role: str
    kind: AccountKind
    does: str = Field(max_length=80)
    post: str | None = None
    holder: int = Field(default=1, ge=1)
    """Which of the post's holders of the day, counted from one."""
    partner: str | None = None
    level: str | None = None
    """For the talent: any with a card who has this level."""

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if (self.post is not None) != (self.kind in SITS_ON_POSTS):
            raise ValueError("职员、领导与平台账号写岗位，其余不写")
        if (self.partner is not None) != (self.kind is AccountKind.PARTNER_OPERATOR):
            raise ValueError("服务单位窗口写服务单位，其余不写")
        if (self.level is not None) != (self.kind is AccountKind.TALENT):
            raise ValueError("人才本人写层次，其余不写")
        return self


class DemoPartner(Shape):
    """A venue whose counter signs in, and what it may verify and redeem."""

    code: str
    name: str
    role: str
    services: tuple[str, ...] = Field(min_length=1)


class Demo(Shape):
    accounts: tuple[DemoAccount, ...]
    partners: tuple[DemoPartner, ...]


def read_demo(folder: Path, profile: Profile) -> Demo:
    """The demo accounts of this folder, checked against its profile; refuses ProfileWrong."""
    told = rows(folder / FILE, "account", "partner")
    partners = tuple(row(DemoPartner, p, f"{FILE} {p.get('code', '')}") for p in told["partner"])
    accounts = tuple(row(DemoAccount, a, f"{FILE} {a.get('login', '')}") for a in told["account"])
    entries = {(e.kind, e.code) for e in profile.entries}
    posts = {p.code: p for p in profile.posts}
    for partner in partners:
        for service in partner.services:
            if ("card_service", service) not in entries:
                raise ProfileWrong(where=f"{FILE} {partner.code}", reason=f"没有服务“{service}”")
    for account in accounts:
        where = f"{FILE} {account.login}"
        if ("role", account.role) not in entries:
            raise ProfileWrong(where=where, reason=f"没有角色“{account.role}”")
        if account.partner is not None and account.partner not in {p.code for p in partners}:
            raise ProfileWrong(where=where, reason=f"没有服务单位“{account.partner}”")
        if account.post is not None and account.role not in getattr(posts.get(account.post), "roles", ()):
            raise ProfileWrong(where=where, reason=f"岗位“{account.post}”不存在，或没有角色“{account.role}”")
    return Demo(accounts=accounts, partners=partners)


def holder_of(profile: Profile, account: DemoAccount, today: date) -> tuple[UUID, str]:
    """The id and name of who holds the account's post today."""
    post = next(p for p in profile.posts if p.code == account.post)
    now = [h for h in post.holders if holds_on(h.valid_from, h.valid_until, today)]
    if len(now) < account.holder:
        raise ProfileWrong(
            where=f"{FILE} {account.login}", reason=f"岗位“{post.name}”今天没有第 {account.holder} 位任职人"
        )
    return now[account.holder - 1].person, now[account.holder - 1].name
