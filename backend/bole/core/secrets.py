"""Sensitive columns: sealed for the database, blind for exact search, masked for the eye. And stamps: short
proofs that what is shown back to us came from here.

A column that must not lie in the clear is three: `<x>_sealed` (bytes; only the vault opens it), `<x>_blind`
(bytes; equal for equal text, says nothing without the key) and `<x>_masked` (text; what everyone is shown).

Sealed bytes are `1 | algorithm | length of key id | key id | nonce 12 | ciphertext | tag 16`, bound to their
table, column and row: bytes moved to another row do not open. Keys live in settings, never in the database.
A key id that ends in `@sm4` (for instance `2027@sm4`) seals by SM4-GCM, every other by AES-256-GCM.
"""

import hmac
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import SM4
from cryptography.hazmat.primitives.hashes import SM3
from cryptography.hazmat.primitives.hmac import HMAC

from bole.core.errors import Refusal

if TYPE_CHECKING:
    from bole.settings import Settings

VERSION: Final = 1
NONCE: Final = 12
TAG: Final = 16
STAMP: Final = 12
"""Bytes of a stamp: whoever guesses needs some 2^95 tries, each of them asked of us."""
KEY_BYTES: Final = 32
KEY_ID_AT: Final = 3
"""Where the key id begins in sealed bytes; the byte before it is its length."""

SEALED: Final = "_sealed"
"""How every sealed column's name ends: rotation finds them by it."""

_KEY_ID = re.compile(r"[A-Za-z0-9._-]{1,16}(@sm4)?")


class SealBroken(Refusal):
    """这条记录的加密内容已损坏，或被移动到了别的记录上，系统不予显示。请联系系统管理员核查，并说明记录编号。"""


class SealKeyMissing(Refusal):
    """打开这条加密内容所需的密钥未装入，内容没有丢失。请联系系统管理员检查密钥设置（BOLE_SECRET_KEYS）。"""

    status = 503


_Work = Callable[[bytes, bytes, bytes], bytes]
"""Of nonce, data and what the data is bound to."""


@dataclass(frozen=True, slots=True)
class _Seal:
    """One algorithm with one key."""

    number: int
    encrypt: _Work
    decrypt: _Work


_AES, _SM4 = 1, 2


def _aes(key: bytes) -> _Seal:
    made = AESGCM(key)
    # bound methods of the C object: one Python call less on a path that imports take a million times
    return _Seal(_AES, made.encrypt, made.decrypt)


def _sm4(key: bytes) -> _Seal:
    # the ring holds 32 random bytes for every algorithm; SM4's key is 16 of them
    cipher = SM4(key[:16])

    def encrypt(nonce: bytes, data: bytes, about: bytes) -> bytes:
        work = Cipher(cipher, modes.GCM(nonce)).encryptor()
        work.authenticate_additional_data(about)
        return work.update(data) + work.finalize() + work.tag

    def decrypt(nonce: bytes, data: bytes, about: bytes) -> bytes:
        work = Cipher(cipher, modes.GCM(nonce, data[-TAG:])).decryptor()
        work.authenticate_additional_data(about)
        return work.update(data[:-TAG]) + work.finalize()

    return _Seal(_SM4, encrypt, decrypt)


class Vault:
    """Seals and opens with a ring of keys: the first seals, the others only open what they once sealed."""

    def __init__(self, ring: Mapping[str, bytes], blind_key: bytes, *, blind_hash: str = "sha256") -> None:
        if not ring:
            raise ValueError("the key ring is empty")
        self._seals: dict[bytes, _Seal] = {}
        self._about: dict[tuple[str, str], bytes] = {}
        self._stamps: list[Callable[[bytes], bytes]] = []
        for key_id, key in ring.items():
            if not _KEY_ID.fullmatch(key_id) or len(key) != KEY_BYTES:
                raise ValueError(
                    f"key {key_id!r}: up to 16 letters and digits as its id, {KEY_BYTES} bytes as its key"
                )
            seal = _sm4(key) if key_id.endswith("@sm4") else _aes(key)
            name = key_id.encode()
            self._seals[bytes([VERSION, seal.number, len(name)]) + name] = seal
            keyed = "sm3" if key_id.endswith("@sm4") else "sha256"
            # a key of its own, derived: what seals never stamps
            self._stamps.append(_blind(_blind(key, keyed)(b"bole stamp"), keyed))
        self.active, self._active = next(iter(self._seals.items()))
        """`active`: what bytes sealed by the active key begin with."""
        self.active_key_id = next(iter(ring))
        self._blind = _blind(blind_key, blind_hash)

    @classmethod
    def of(cls, settings: "Settings") -> Self:
        scheme = settings.blind_key.get_secret_value().rpartition(":")[0]
        return cls(settings.key_ring, settings.blind_index_key, blind_hash=scheme or "sha256")

    def seal(self, table: str, column: str, row: UUID, text: str) -> bytes:
        """`text` for this one place. `column` with or without its `_sealed`."""
        nonce = os.urandom(NONCE)
        return (
            self.active
            + nonce
            + self._active.encrypt(nonce, text.encode(), self._place(table, column) + row.bytes)
        )

    def open(self, table: str, column: str, row: UUID, sealed: bytes) -> str:
        """What was sealed for this place; refuses what was not sealed here, or was touched since."""
        try:
            start = KEY_ID_AT + sealed[KEY_ID_AT - 1]
            seal = self._seals[sealed[:start]]
        except IndexError:
            raise SealBroken from None
        except KeyError:
            raise self._unknown(sealed) from None
        nonce, body = sealed[start : start + NONCE], sealed[start + NONCE :]
        try:
            return seal.decrypt(nonce, body, self._place(table, column) + row.bytes).decode()
        except (InvalidTag, ValueError):
            raise SealBroken from None

    def rotate(self, table: str, column: str, row: UUID, sealed: bytes) -> bytes:
        """The same text under the active key; the very same bytes if they already are."""
        if self.is_current(sealed):
            return sealed
        return self.seal(table, column, row, self.open(table, column, row, sealed))

    def is_current(self, sealed: bytes) -> bool:
        return sealed.startswith(self.active)

    def blind(self, kind: str, text: str) -> bytes:
        """A keyed digest for exact search: equal texts of one kind are equal, of two kinds are not.

        Callers bring `text` to one spelling first (full-width digits, case, 15 to 18 digits)."""
        return self._blind(f"{kind}\0{text}".encode())

    def stamp(self, kind: str, data: bytes) -> bytes:
        """Short proof, by the active key, that `data` of this kind was made here: for what goes out to be
        shown back to us, and is not secret itself."""
        return self._stamps[0](kind.encode() + b"\0" + data)[:STAMP]

    def bears(self, kind: str, data: bytes, stamp: bytes) -> bool:
        """Whether any key of the ring stamped it: what went out before a rotation is known after it."""
        told = kind.encode() + b"\0" + data
        return any(hmac.compare_digest(made(told)[:STAMP], stamp) for made in self._stamps)

    def _place(self, table: str, column: str) -> bytes:
        try:
            return self._about[table, column]
        except KeyError:
            about = f"{table}|{column.removesuffix(SEALED)}|".encode()
            return self._about.setdefault((table, column), about)

    def _unknown(self, sealed: bytes) -> Refusal:
        """A ring without the key is for the operator to mend; bytes of no known form are broken."""
        whole = sealed[0] == VERSION and sealed[1] in (_AES, _SM4)
        name = sealed[KEY_ID_AT : KEY_ID_AT + sealed[KEY_ID_AT - 1]].decode("ascii", "replace")
        return SealKeyMissing() if whole and _KEY_ID.fullmatch(name) else SealBroken()


def mask(text: str, *, head: int, tail: int) -> str:
    """`text` with its middle starred: the masked twin. Too short to hide anything, it is starred wholly."""
    hidden = len(text) - head - tail
    if hidden < max(head + tail, 2) // 2:
        return "*" * len(text)
    return text[:head] + "*" * hidden + text[len(text) - tail :]


def _blind(key: bytes, algorithm: str) -> Callable[[bytes], bytes]:
    if len(key) != KEY_BYTES:
        raise ValueError(f"the blind index key has {KEY_BYTES} bytes")
    if algorithm == "sha256":
        return lambda text: hmac.digest(key, text, "sha256")
    if algorithm != "sm3":
        raise ValueError(f"blind index by {algorithm!r}: sha256 or sm3")
    # through cryptography: not every system's OpenSSL gives hashlib SM3
    keyed = HMAC(key, SM3())

    def digest(text: bytes) -> bytes:
        work = keyed.copy()
        work.update(text)
        return work.finalize()

    return digest
