"""Telephone numbers, mail addresses and unified social credit codes: one spelling each, and a mask."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import phonenumbers
from stdnum.cn import uscc

from bole.core.errors import Refusal
from bole.core.secrets import mask
from bole.core.words import Word

DEMO_PREFIX: Final = "154"
"""Demo people's mobile numbers begin so. Of the 15x numbers operators were given 150–153 and 155–159, but 154
was given to nobody, so nobody is called; it is warned of like any number not in use."""


class PhoneMissing(Refusal):
    """请填写电话号码。"""

    status = 422


class PhoneNotPlausible(Refusal):
    """“{given}”不是有效的手机或固定电话号码。手机为 11 位，固定电话请带区号，境外号码请以 + 开头。"""

    status = 422


class EmailNotPlausible(Refusal):
    """“{given}”不是有效的电子邮箱。请核对。"""

    status = 422


class UsccWrong(Refusal):
    """统一社会信用代码应为 18 位数字和大写字母（不含 I、O、S、V、Z）。请照营业执照或法人证书核对。"""

    status = 422


class CodeWarned(Word):
    """Oddities that a person confirms."""

    PHONE_NOT_IN_USE = "phone_not_in_use"
    USCC_CHECK_DIGIT = "uscc_check_digit"

    @property
    def label(self) -> str:
        return {
            "phone_not_in_use": "这个号段尚未启用，请核对",
            "uscc_check_digit": "统一社会信用代码校验位不符；个别早年的代码确有此情况，请核对",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Phone:
    """A number in its one spelling: 13800138000, 0768-2280001, 0768-2280001-8, +85251234567."""

    number: str
    warnings: tuple[CodeWarned, ...] = ()

    @property
    def masked(self) -> str:
        return mask_phone(self.number)


@dataclass(frozen=True, slots=True)
class Uscc:
    code: str
    warnings: tuple[CodeWarned, ...] = ()


# ASCII: \d would take the digits of every script, and numbers that look alike would differ
_MOBILE: Final = re.compile(r"1[3-9]\d{9}", re.ASCII)
_FIXED: Final = re.compile(r"(0(?:10|2\d|[3-9]\d{2}))(\d{7,8})(?:[-转,](\d{1,6}))?", re.ASCII)
_ABROAD: Final = re.compile(r"(?:\+|00)(?!86)([1-9]\d{6,14})", re.ASCII)
_CHINA: Final = re.compile(r"^(\+86|0086|86(?=-?1[3-9][\d-]{9,11}$))", re.ASCII)
_NOISE: Final = re.compile(r"[\s().·]|-(?!\d{1,6}$)", re.ASCII)


def read_phone(text: str) -> Phone:
    """The number, whichever way it is grouped and prefixed; refuses what cannot be one."""
    given = unicodedata.normalize("NFKC", text).strip()
    if not given:
        raise PhoneMissing(field="phone")
    bare = re.sub(r"[‐‑–—−]", "-", given)
    bare = _CHINA.sub("", _NOISE.sub("", bare))
    compact = bare.replace("-", "")
    if _MOBILE.fullmatch(compact):
        return Phone(compact, _in_use(compact))
    if found := _FIXED.fullmatch(bare) or _FIXED.fullmatch(compact):
        return Phone("-".join(part for part in found.groups() if part))
    if (found := _ABROAD.fullmatch(compact)) and _possible(found[1]):
        return Phone(f"+{found[1]}")
    raise PhoneNotPlausible(given=given[:40], field="phone")


def _possible(abroad: str) -> bool:
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(f"+{abroad}"))
    except phonenumbers.NumberParseException:
        return False


def _in_use(mobile: str) -> tuple[CodeWarned, ...]:
    return () if _range_in_use(mobile[:7]) else (CodeWarned.PHONE_NOT_IN_USE,)


@lru_cache(maxsize=20_000)
def _range_in_use(seven: str) -> bool:
    """Numbers are given to operators by their first seven digits: an import asks once for each range, since
    the library takes 50 µs to say so."""
    return phonenumbers.is_valid_number(
        phonenumbers.PhoneNumber(country_code=86, national_number=int(f"{seven}0000"))
    )


def mask_phone(number: str) -> str:
    """138****0000; of a fixed line the area code stays, of a foreign one the country's beginning."""
    area, dash, rest = number.partition("-")
    if dash:
        line, dash, extension = rest.partition("-")
        return f"{area}-{'*' * (len(line) - 4)}{line[-4:]}" + (f"-{'*' * len(extension)}" if dash else "")
    return mask(number, head=3, tail=4)


_MAIL: Final = re.compile(
    r"[A-Za-z0-9._%+'-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}"
)


def read_email(text: str) -> str:
    """The address with its domain in small letters."""
    given = unicodedata.normalize("NFKC", text).strip()
    if not _MAIL.fullmatch(given):
        raise EmailNotPlausible(given=given[:80], field="email")
    local, _, domain = given.rpartition("@")
    return f"{local}@{domain.lower()}"


def mask_email(address: str) -> str:
    local, _, domain = address.rpartition("@")
    return f"{local[:1]}***@{domain}"


def read_uscc(text: str) -> Uscc:
    """The code; a failing check digit is a warning, since some early codes were issued with it (GB 32100)."""
    code = re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", text)).upper()
    if not re.fullmatch(r"[0-9A-HJ-NP-RTUWXY]{18}", code):
        raise UsccWrong(field="uscc")
    right: str = uscc.calc_check_digit(code[:-1])
    return Uscc(code, () if right == code[-1] else (CodeWarned.USCC_CHECK_DIGIT,))
