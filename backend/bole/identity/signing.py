"""Signed requests of partner systems: HTTP Message Signatures (RFC 9421) with a body digest (RFC 9530).

The library leaves to its caller what makes a signature worth something: which parts it must cover, that the
digest is the body's, how old it may be, and that it counts once. Here all of them are demanded. No I/O.
"""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import http_sf
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from http_message_signatures import (
    HTTPMessageSigner,
    HTTPMessageVerifier,
    InvalidSignature,
    MappingKeyResolver,
)
from http_message_signatures.algorithms import ED25519, HMAC_SHA256
from http_message_signatures.exceptions import HTTPMessageSignaturesException

from bole.core import clock
from bole.core.errors import Refusal
from bole.identity.rules import KeyAlgorithm

REQUIRED: Final = ("@method", "@authority", "@path", "@query", "content-digest")
"""What every signature covers; the digest also of an empty body."""

FUTURE: Final = timedelta(seconds=5)
"""How far a partner's clock may run ahead of ours."""

NONCE_LENGTH: Final = range(16, 65)
_ALGORITHMS: Final = {KeyAlgorithm.ED25519: ED25519, KeyAlgorithm.HMAC_SHA256: HMAC_SHA256}


class SignatureRefused(Refusal):
    """签名未通过：{reason}。请核对密钥、时间与被签名的内容，见接口文档“签名”一节。"""

    status = 401


class Headers:
    """Header lines in their order: two lines of one name are two (a plain dict would keep the last)."""

    def __init__(self, lines: Iterable[tuple[str, str]]) -> None:
        self.lines = list(lines)

    def items(self) -> list[tuple[str, str]]:
        return self.lines

    def __iter__(self) -> Any:
        return iter(name for name, _ in self.lines)


@dataclass(frozen=True)
class Message:
    """A request as the library reads it."""

    method: str
    url: str
    headers: Any


@dataclass(frozen=True)
class Claimed:
    """What a signature says of itself, before anyone has checked it."""

    key_id: str
    nonce: str
    created: datetime


@dataclass(frozen=True)
class SigningKey:
    """A key as a request is checked with it."""

    key_id: str
    algorithm: KeyAlgorithm
    secret: bytes
    """The public key's 32 bytes, or the shared secret."""


def claimed(signature_input: str) -> Claimed:
    """The key, nonce and time that a `Signature-Input` names; refuses anything but one whole signature."""
    try:
        parsed: Any = http_sf.parse(signature_input.encode("ascii"), tltype="dictionary")
    except (ValueError, TypeError, UnicodeEncodeError):
        raise SignatureRefused(reason="Signature-Input 的格式不正确") from None
    if len(parsed) != 1:
        raise SignatureRefused(reason="一个请求只能有一个签名")
    ((_, parameters),) = parsed.values()
    key_id, nonce, created = (parameters.get(name) for name in ("keyid", "nonce", "created"))
    if not isinstance(key_id, str) or not key_id:
        raise SignatureRefused(reason="缺少 keyid")
    if not isinstance(nonce, str) or len(nonce) not in NONCE_LENGTH or not nonce.isascii():
        raise SignatureRefused(reason=f"nonce 应为 {NONCE_LENGTH.start} 至 {NONCE_LENGTH.stop - 1} 个字符")
    # a structured field's date is no integer, and bool is one in Python
    if type(created) is not int or not 0 < created < 1 << 33:
        raise SignatureRefused(reason="缺少 created")
    return Claimed(key_id, nonce, datetime.fromtimestamp(created, clock.SHANGHAI))


def check(
    message: Message, body: bytes, key: SigningKey, claim: Claimed, *, now: datetime, max_age: int
) -> None:
    """Refuses what this key did not sign, just now and whole. That it counts once is the caller's check."""
    age = now - claim.created
    if age > timedelta(seconds=max_age):
        raise SignatureRefused(reason=f"签名时间超过 {max_age} 秒")
    if age < -FUTURE:
        raise SignatureRefused(reason="签名时间在将来，请校准时钟")
    trusted: Any = (
        Ed25519PublicKey.from_public_bytes(key.secret)
        if key.algorithm is KeyAlgorithm.ED25519
        else key.secret
    )
    verifier = HTTPMessageVerifier(
        signature_algorithm=_ALGORITHMS[key.algorithm],
        key_resolver=MappingKeyResolver(public_keys={key.key_id: trusted}, private_keys={}),
    )
    try:
        # its own look at the clock is no stricter than ours: it never decides
        verifier.verify(message, max_age=None, require_components=REQUIRED, body=body)
    except InvalidSignature as wrong:
        raise SignatureRefused(reason=_words(str(wrong))) from None
    except HTTPMessageSignaturesException:
        raise SignatureRefused(reason="请求无法按 RFC 9421 还原") from None


def _words(said: str) -> str:
    if "was not covered" in said or "requires a signed Content-Digest" in said:
        return f"签名须覆盖 {'、'.join(REQUIRED)}"
    if "digest" in said.lower():
        return "Content-Digest 与正文不符"
    return "签名与内容或密钥不符"


def sign_request(
    method: str,
    url: str,
    body: bytes = b"",
    *,
    key_id: str,
    key: Ed25519PrivateKey | bytes,
    headers: Mapping[str, str] | None = None,
    nonce: str | None = None,
    created: datetime | None = None,
    covered: tuple[str, ...] = REQUIRED,
) -> dict[str, str]:
    """The headers that a partner sends: the given ones, Content-Digest, Signature-Input and Signature.

    `key`: an Ed25519 private key, or the shared secret's bytes. Used by our tests, examples and stand-ins.
    """
    algorithm = ED25519 if isinstance(key, Ed25519PrivateKey) else HMAC_SHA256
    signed = dict(headers or {})
    signer = HTTPMessageSigner(
        signature_algorithm=algorithm,
        key_resolver=MappingKeyResolver(public_keys={}, private_keys={key_id: key}),
    )
    signer.sign(
        Message(method, url, signed),
        key_id=key_id,
        created=created or clock.now(),
        nonce=nonce or secrets.token_urlsafe(18),
        label="bole",
        covered_component_ids=covered,
        body=body,
    )
    return signed
