"""Passwords are argon2id, 19 MiB, t=2, p=1 (OWASP; ASVS 11.4.2): 30 ms of CPU each, so never on the event
loop and never more than two at once, or a morning's sign-ins would starve every other request."""

import asyncio
import unicodedata
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TypeVar

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

T = TypeVar("T")

_HASHER = PasswordHash((Argon2Hasher(memory_cost=19 * 1024, time_cost=2, parallelism=1),))
_THREADS = ThreadPoolExecutor(max_workers=2, thread_name_prefix="argon2")


async def digest(password: str) -> str:
    """What is stored of a password."""
    return await _away(_HASHER.hash, _spelled(password))


async def verify(password: str, stored: str | None) -> tuple[bool, str | None]:
    """Is this the password, and a fresh digest if the stored one is of older strength.

    Nobody's password (`stored=None`) takes the same time: it is compared with a digest of nothing.
    """
    if stored is None:
        await _away(_against_nothing, _spelled(password))
        return False, None
    return await _away(_HASHER.verify_and_update, _spelled(password), stored)


def _spelled(password: str) -> str:
    """Full-width letters of an input method are the same letters (NIST SP 800-63B 5.1.1.2)."""
    return unicodedata.normalize("NFKC", password)


def _against_nothing(password: str) -> None:
    _HASHER.verify(password, _nothing())


@cache
def _nothing() -> str:
    return _HASHER.hash("")


async def _away(work: Callable[..., T], *args: str) -> T:
    return await asyncio.get_running_loop().run_in_executor(_THREADS, work, *args)
