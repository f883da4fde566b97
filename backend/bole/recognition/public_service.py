"""What anybody may ask: whether a certificate is true, what stands on notice; and objecting to it.

Nobody is signed in, so row-level security shows nothing: the platform reads the few columns told here, and each
address asks a limited number of times.
"""

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

import orjson

from bole.core import clock
from bole.core.actor import PLATFORM, ActorKind
from bole.core.context import Context, Services, Work
from bole.core.errors import NotFound
from bole.core.operation import command, query
from bole.identity import throttle
from bole.identity.rules import Bucket
from bole.recognition import casework, notice_service, rules
from bole.recognition.flow_rules import RecognitionStatus
from bole.recognition.models import PublicNotice, RecognitionApplication

ASKS: Final = Bucket(capacity=30, every=timedelta(seconds=2))
OBJECTS: Final = Bucket(capacity=5, every=timedelta(minutes=10))

VERIFY: Final = """
select certificate_number, name, level_name, type_name, issuer, valid_from, valid_until, status, ended_on
from recognition where verify_code = $1"""
NOTICES: Final = """
select id, starts_on, ends_on, provisional, shown::text as shown from recognition_notice
where starts_on <= $1 and ends_on >= $1 and not withdrawn order by starts_on desc, id limit 500"""


@dataclass(frozen=True)
class Verified:
    certificate_number: str
    name: str
    level: str
    talent_type: str
    issuer: str
    valid_from: date
    valid_until: date
    status: str
    valid: bool

    def plain(self) -> dict[str, Any]:
        return {k: v.isoformat() if isinstance(v, date) else v for k, v in asdict(self).items()}


@query(allow=None, public=True)
async def verify_certificate(ctx: Context, *, code: str) -> Verified:
    """按核验码核验认定证书：姓名掩码、层次、有效期与状态，不显示任何证件号码。"""
    return await _verified(ctx.services, code, ctx.today)


async def asked_by(services: Services, source: str, code: str) -> Verified:
    """The same for one address, which asks a limited number of times."""
    await throttle.take(services, [(f"certificate:{source}", ASKS)], services.now())
    return await _verified(services, code, clock.day_of(services.now()))


async def _verified(services: Services, code: str, today: date) -> Verified:
    told = code.strip().upper().replace("-", "").replace(" ", "")[:20]
    async with services.database.pool(ActorKind.SYSTEM.database_role).acquire() as connection:
        row = await connection.fetchrow(VERIFY, told)
    if row is None:
        raise rules.NoSuchCertificate(field="code")
    status, keeps = RecognitionStatus(row["status"]), await _keeps_last(services)
    last = min(row["valid_until"], row["ended_on"] or row["valid_until"])
    valid = row["valid_from"] <= today <= last and status is not RecognitionStatus.CANCELLED
    words = (
        "尚未生效" if today < row["valid_from"] and status is RecognitionStatus.EFFECTIVE else status.label
    )
    if valid and status is not RecognitionStatus.EFFECTIVE:
        words = f"有效至 {last.isoformat()}（此后{status.label}）"
    if not valid and status is RecognitionStatus.EFFECTIVE and today > last:
        words = RecognitionStatus.EXPIRED.label
    return Verified(
        certificate_number=row["certificate_number"],
        name=rules.masked_name(row["name"], keeps_last=keeps),
        level=row["level_name"],
        talent_type=row["type_name"],
        issuer=row["issuer"],
        valid_from=row["valid_from"],
        valid_until=last,
        status=words,
        valid=valid,
    )


async def _keeps_last(services: Services) -> bool:
    """The rule of the mask; the stricter one where no rule stands."""
    async with Work(services).read(PLATFORM) as ctx:
        try:
            return (await casework.rule_in_force(ctx))[0].mask_keeps_last
        except rules.NoRule:
            return False


@query(allow=None, public=True)
async def open_notices(ctx: Context) -> list[dict[str, Any]]:
    """正在公示的认定：只有规则允许公示的内容。"""
    return await _notices(ctx.services)


async def notices_for(services: Services, source: str) -> list[dict[str, Any]]:
    await throttle.take(services, [(f"notices:{source}", ASKS)], services.now())
    return await _notices(services)


async def _notices(services: Services) -> list[dict[str, Any]]:
    today = clock.day_of(services.now())
    async with services.database.pool(ActorKind.SYSTEM.database_role).acquire() as connection:
        rows = await connection.fetch(NOTICES, today)
    return [
        {
            "id": row["id"],
            "starts_on": row["starts_on"].isoformat(),
            "ends_on": row["ends_on"].isoformat(),
            "provisional": row["provisional"],
            "shown": orjson.loads(row["shown"]),
        }
        for row in rows
    ]


@command(allow=None, public=True)
async def object_in_public(
    ctx: Context, *, notice_id: UUID, objector: str, contact: str, content: str
) -> None:
    """对公示提出异议（实名）：公示最后一日二十四时之前的有效。"""
    notice = await ctx.get(PublicNotice, notice_id)
    if notice.withdrawn:
        raise NotFound()
    application = await ctx.lock(RecognitionApplication, notice.application_id)
    rules.check_objection(ctx.today, notice.ends_on)
    await notice_service.received(
        ctx,
        application,
        objector=rules.told(objector, "姓名", "objector", 60),
        content=content,
        contact=rules.told(contact, "联系方式", "contact", 60),
    )


async def object_from(
    services: Services, source: str, notice_id: UUID, objector: str, contact: str, content: str
) -> None:
    """The same from one address, as the platform: whoever objects has no account."""
    await throttle.take(services, [(f"objection:{source}", OBJECTS)], services.now())
    async with Work(services).write(PLATFORM) as ctx:
        ctx.performed.append("recognition.object_in_public")
        await object_in_public(ctx, notice_id=notice_id, objector=objector, contact=contact, content=content)
