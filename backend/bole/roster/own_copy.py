"""The talent's own copy (个人信息保护法 45 条): all that is kept of them and that they may see, for reading and
for machines. What they may see is what row-level security shows to the talent's database role."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import orjson
import sqlalchemy as sa
from sqlmodel import col, select

from bole.catalogue.lookup import in_force
from bole.catalogue.models import Entry
from bole.core.actor import Actor
from bole.core.clock import SHANGHAI
from bole.core.context import Context
from bole.core.operation import command
from bole.core.permissions import Permission
from bole.core.words import Word
from bole.identity.models import Account, Session
from bole.notice.models import Notice
from bole.roster.consent_models import Consent
from bole.roster.consent_service import KIND, own_record
from bole.roster.copying import in_order, part
from bole.roster.copying_page import Section, page_of
from bole.roster.models import (
    Departure,
    Education,
    Employment,
    FamilyMember,
    Honour,
    IdentityDocument,
    LevelGrant,
    SensitiveRead,
    Talent,
    TalentName,
    Title,
)
from bole.roster.rules import SecretField
from bole.roster.sealed import PLACES


class CopyFormat(Word):
    """本人资料副本的格式"""

    JSON = "json"
    HTML = "html"


MEDIA: Final = {
    CopyFormat.JSON: "application/json; charset=utf-8",
    CopyFormat.HTML: "text/html; charset=utf-8",
}


@dataclass(frozen=True)
class OwnCopy:
    """A file to take away."""

    name: str
    media_type: str
    body: bytes


@command(allow=Permission.SELF_READ, replayable=False)
async def my_copy(ctx: Context, *, format: CopyFormat = CopyFormat.JSON) -> OwnCopy:
    """下载本人资料副本。

    包括本人资料（证件号码与联系方式为明文）、公开的联系记录、需求、优才卡与核销、授权、谁看过敏感信息。
    """
    talent = await own_record(ctx)
    sections = []
    for told in in_order():
        rows = (await ctx.db.execute(told.select(ctx.actor))).mappings()
        opened = [
            told.told(dict(row), lambda secret, id, sealed: _opened(ctx, secret, id, sealed)) for row in rows
        ]
        sections.append((told, opened))
    day = ctx.now.astimezone(SHANGHAI)
    written = page_of if format is CopyFormat.HTML else document_of
    name = f"本人资料副本-{talent.name}-{day:%Y%m%d}.{format.value}"
    return OwnCopy(name, MEDIA[format], written(talent.name, day, sections))


def _opened(ctx: Context, secret: SecretField, row_id: UUID, sealed: bytes) -> str:
    opened: str = ctx.vault.open(*PLACES[secret], row_id, sealed)
    return opened


def document_of(name: str, at: datetime, sections: Sequence[Section]) -> bytes:
    """For machines: every section by its code, with the words of its columns."""
    made = {
        "title": "本人资料副本",
        "name": name,
        "made_at": at.isoformat(timespec="seconds"),
        "ground": "个人信息保护法第四十五条",
        "words": {told.code: {"title": told.title, "columns": told.words} for told, _ in sections},
        **{told.code: rows for told, rows in sections},
    }
    return orjson.dumps(made, option=orjson.OPT_INDENT_2, default=str)


# What of the slices up to here -------------------------------------------------------------------------


def _named(kind: str, code: str) -> Any:
    """What the catalogue calls this code today."""

    def expression(table: Any) -> Any:
        today = sa.func.current_date()
        named = select(col(Entry.name)).where(in_force(kind, today, getattr(table, code)))
        return named.limit(1).scalar_subquery()

    return expression


def _account(table: Any, actor: Actor) -> Any:
    return table.account_id == actor.id


part(
    "profile", "基本资料", Talent,
    ("name", "gender", "birth_date", "nationality", "status", "level", "level_since", "talent_type", "specialty",
     "residence", "employer_name", "position", "highest_degree", "highest_title", "highest_rank",
     "last_contact_on", "next_contact_due", "labels", "sources", "created_at", "changed_at"),
    more={"level_name": ("人才层次", _named("level", "level")),
          "talent_type_name": ("人才类型", _named("talent_type", "talent_type"))},
    clear={"phone_sealed": ("电话", SecretField.PHONE), "email_sealed": ("电子邮箱", SecretField.EMAIL)},
    order=lambda t: [t.id], mine=lambda t, actor: t.id == actor.self_id, position=10,
)  # fmt: skip
part(
    "documents", "身份证件", IdentityDocument, ("kind", "valid_from", "valid_until", "active"),
    clear={"number_sealed": ("证件号码", SecretField.IDENTITY_NUMBER)},
    order=lambda d: [d.active.desc(), d.kind, d.id], position=11,
)  # fmt: skip
part("names", "其他名称", TalentName, ("kind", "name", "until"), order=lambda n: [n.kind, n.id], position=12)
part(
    "levels", "历次层次", LevelGrant, ("level", "valid_from", "valid_until", "basis"),
    more={"level_name": ("层次名称", _named("level", "level"))},
    order=lambda g: [g.valid_from.desc(), g.id], position=13,
)  # fmt: skip
part(
    "employments", "工作经历", Employment,
    ("employer_name", "employer_uscc", "establishment", "kind", "position", "started_on", "ended_on",
     "service_until", "end_reason", "main"),
    order=lambda e: [e.main.desc(), e.started_on.desc().nulls_last(), e.id], position=14,
)  # fmt: skip
part(
    "educations", "学历", Education, ("degree", "school", "major", "full_time", "graduated_on", "certificate"),
    order=lambda e: [e.graduated_on.desc().nulls_last(), e.id], position=15,
)  # fmt: skip
part(
    "titles", "职称", Title, ("name", "rank", "granted_on", "granted_by"),
    order=lambda t: [t.granted_on.desc().nulls_last(), t.id], position=16,
)  # fmt: skip
part(
    "honours", "荣誉", Honour, ("name", "grade", "granted_on", "granted_by"),
    order=lambda h: [h.granted_on.desc().nulls_last(), h.id], position=17,
)  # fmt: skip
part(
    "family", "家庭成员", FamilyMember, ("relation", "name", "birth_date", "school_or_work", "purpose"),
    order=lambda f: [f.relation, f.id], position=18,
)  # fmt: skip
part(
    "departures", "离开记录", Departure,
    ("left_on", "reason", "note", "destination", "told_to", "told_on", "came_back_on"),
    order=lambda d: [d.left_on.desc(), d.id], position=19,
)  # fmt: skip
part(
    "consents", "授权", Consent, ("purpose", "version", "given_at", "withdrawn_at"),
    more={"purpose_name": ("授权事项", _named(KIND, "purpose"))},
    order=lambda c: [c.given_at.desc(), c.id], position=70,
)  # fmt: skip
part(
    "reads", "谁看过我的敏感信息", SensitiveRead, ("read_at", "field", "purpose", "reason", "actor_name"),
    order=lambda r: [r.read_at.desc(), r.id], position=80,
)  # fmt: skip
part(
    "notices", "消息", Notice, ("created_at", "title", "body", "read_at"),
    order=lambda n: [n.created_at.desc(), n.id], mine=_account, position=90,
)  # fmt: skip
part(
    "account", "账号", Account, ("login", "name", "status", "created_at"),
    order=lambda a: [a.id], mine=lambda a, actor: a.id == actor.id, position=91,
)  # fmt: skip
part(
    "sessions", "登录记录", Session, ("created_at", "method", "source", "agent", "last_seen_at", "revoked_at"),
    order=lambda s: [s.created_at.desc(), s.id], mine=_account, position=92,
)  # fmt: skip
