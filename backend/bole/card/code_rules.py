"""The code a holder shows: how it is read, when it holds, and why it is refused. No I/O.

A code is eight random digits that stand for one card in one short window. The phone fetches a batch of them, so
that it can show them without a network; what it shows is a QR code, with the digits below it to be typed.

Why the QR text is what it is:

- **A stamp (MAC), no signature.** Only we check a code, because only we can: it holds once, and a card may be frozen
  this minute. A signature would let a counter check it alone, which must not be relied upon, and is three times as
  long. The stamp refuses what was made elsewhere before the database is asked.
- **The digits, not the card.** A QR code read by a stranger's camera says nothing of the card or its holder.
- **Base32 in capitals.** Twenty bytes (digits 4, start 4, stamp 12) are 32 signs, with the head `BOLE1.` 38: what the
  smallest comfortable QR code (version 2, correction M) holds in its alphanumeric mode, to the sign. Base64 would
  want the byte mode and a finer grid; base45 has spaces and percent signs, which scanners and web forms spoil.
- **The key ring.** The active key stamps, any key of the ring is accepted: a batch fetched before a rotation holds
  after it. Typed digits need no key at all.
"""

import base64
import binascii
import struct
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from bole.card.rules import FULL_WIDTH
from bole.core.clock import SHANGHAI
from bole.core.errors import Refusal
from bole.core.secrets import STAMP
from bole.identity.rules import Bucket

HEAD: Final = "BOLE1."
KIND: Final = "card_code.1"
"""What the stamp is bound to: the version of the head is part of it."""
_BODY: Final = struct.Struct(">II")

DIGITS: Final = 8
CODES: Final = 10**DIGITS

# Refusals ----------------------------------------------------------------------------------------


class CodeNotReadable(Refusal):
    """这不是人才卡的动态码。请扫描持卡人手机上的二维码，或输入二维码下方的 8 位数字。"""

    status = 422


class CodeForged(Refusal):
    """这个二维码不是本系统发出的，请勿办理。请持卡人登录本人账号，出示新的码。"""

    status = 422


class CodeUnknown(Refusal):
    """没有这个码，或持卡人不在您可核验的范围。请核对 8 位数字；仍不行的，请持卡人刷新后出示新的码。"""

    status = 404


class CodeUsed(Refusal):
    """此码已核验过，请持卡人出示新的码。"""


class CodeExpired(Refusal):
    """此码已过期。请持卡人刷新后出示新的码；如一直如此，请检查手机时间。"""


class CodeNotYet(Refusal):
    """此码自 {starts} 起才能使用。请持卡人刷新后出示当前的码；如一直如此，请检查手机时间。"""


class CodesTooFarAhead(Refusal):
    """动态码最多提前取到 {until}。请到时再取。"""

    status = 422


class PresentationUnknown(Refusal):
    """没有这次核验，或不是在本窗口核验的。请持卡人出示新的码，在本窗口重新核验。"""

    status = 404


class PresentationLapsed(Refusal):
    """这次核验已于 {until} 失效。请持卡人出示新的码，重新核验。"""


# Limits ------------------------------------------------------------------------------------------

FETCH: Final = Bucket(capacity=20, every=timedelta(seconds=15))
"""Batches that one holder may fetch: every app start and every used code fetches one."""

TYPED: Final = Bucket(capacity=10, every=timedelta(seconds=20))
"""Digits that one account may type. Of a thousand phones shown at once two thousand codes hold, so a guess hits one
time in fifty thousand: at this pace a counter that does nothing else all day hits every eleven days, and is on
record with each try. Scanned codes need no limit: nobody guesses a stamp."""

TYPED_TOGETHER: Final = Bucket(capacity=60, every=timedelta(seconds=5))
"""The same for all windows of one provider, so that many accounts do not add up."""

# Reading -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Shown:
    """A code as it came to the counter: typed digits alone, or scanned with its window and stamp."""

    digits: str
    starts_at: datetime | None = None
    told: bytes = b""
    stamp: bytes = b""


def body(digits: str, starts_at: datetime) -> bytes:
    """What is stamped."""
    return _BODY.pack(int(digits), int(starts_at.timestamp()))


def qr(told: bytes, stamp: bytes) -> str:
    return HEAD + base64.b32encode(told + stamp).decode()


def read_code(text: str) -> Shown:
    """Refuses what is no code of ours; does not yet know whether the stamp is right."""
    plain = "".join(text.translate(FULL_WIDTH).split()).upper()
    digits = plain.replace("-", "")
    if len(digits) == DIGITS and digits.isascii() and digits.isdigit():
        return Shown(digits)
    if not plain.startswith(HEAD):
        raise CodeNotReadable(field="code")
    try:
        found = base64.b32decode(plain.removeprefix(HEAD))
        told, stamp = found[: _BODY.size], found[_BODY.size :]
        number, start = _BODY.unpack(told)
    except (binascii.Error, ValueError, struct.error):
        raise CodeNotReadable(field="code") from None
    if len(stamp) != STAMP or number >= CODES:
        raise CodeNotReadable(field="code")
    return Shown(f"{number:0{DIGITS}}", datetime.fromtimestamp(start, UTC), told, stamp)


# Windows -----------------------------------------------------------------------------------------


def starts(since: datetime, *, seconds: int, windows: int) -> list[datetime]:
    """When the windows begin, from the one that holds `since` on: on a grid that all phones share, so that two
    phones of one holder fetch the same codes."""
    first = int(since.timestamp()) // seconds * seconds
    return [datetime.fromtimestamp(first + i * seconds, UTC) for i in range(windows)]


def check_since(since: datetime, *, now: datetime, seconds: int, windows: int) -> datetime:
    """From which moment on codes are fetched: at most one batch ahead, so that nothing piles up."""
    until = now + timedelta(seconds=seconds * windows)
    if since > until:
        raise CodesTooFarAhead(until=_clock(until), field="since")
    return max(since, now)


def check_alive(
    *, starts_at: datetime, accepted_until: datetime, used: bool, now: datetime, scanned: bool
) -> None:
    """Refuses a code that may not be used at this moment. Typed digits are not told what only comes: whoever
    guesses would wait for it."""
    if used:
        raise CodeUsed(field="code")
    if now >= accepted_until:
        raise CodeExpired(field="code")
    if now < starts_at:
        if not scanned:
            raise CodeUnknown(field="code")
        raise CodeNotYet(starts=_clock(starts_at), field="code")


def check_lasting(lasts_until: datetime, *, now: datetime) -> None:
    if now >= lasts_until:
        raise PresentationLapsed(until=_clock(lasts_until), field="presentationId")


def _clock(moment: datetime) -> str:
    return f"{moment.astimezone(SHANGHAI):%H:%M:%S}"
