"""Numbers that say who someone is: identity documents, and the masks they are shown by.

What is wrong for certain is refused, with words for the one who typed it; what is only odd is a warning to
confirm. Whether a county's code existed in the year of birth is neither: codes change (潮安 was 445121 until
2013), people's numbers do not, and a check that knows better rejects half a city.
"""

import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from operator import mul
from typing import Final, TypeAlias

from bole.core.errors import Refusal
from bole.core.secrets import mask
from bole.core.words import Word
from bole.roster.rules import Gender, age_on

OLDEST: Final = 120
DEMO_AREA: Final = "445199"
"""Assigned to no county in GB/T 2260, now or before: whoever has it is nobody. Demo data uses no other."""

_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS: Final = "10X98765432"
_PROVINCES: Final = frozenset(
    str(code)
    for block in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71), (81, 83))
    for code in range(block[0], block[1] + 1)
)
"""Codes of the province-level divisions in GB/T 2260."""


class DocumentKind(Word):
    """身份证件种类"""

    RESIDENT_ID = "resident_id"
    PASSPORT = "passport"
    HMT_RESIDENCE = "hmt_residence"
    HM_PERMIT = "hm_permit"
    TW_PERMIT = "tw_permit"
    PERMANENT_RESIDENT = "permanent_resident"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS: Final = {
    DocumentKind.RESIDENT_ID: "居民身份证",
    DocumentKind.PASSPORT: "护照",
    DocumentKind.HMT_RESIDENCE: "港澳台居民居住证",
    DocumentKind.HM_PERMIT: "港澳居民来往内地通行证",
    DocumentKind.TW_PERMIT: "台湾居民来往大陆通行证",
    DocumentKind.PERMANENT_RESIDENT: "外国人永久居留身份证",
}


_LOST: Final = re.compile(r"\d(\.\d+)?E\+?\d+|\d+\.0*", re.ASCII)
"""How a spreadsheet shows a long number that it rounded."""


class NumberMissing(Refusal):
    """请填写{kind}号码。"""

    status = 422


class NumberLostDigits(Refusal):
    """号码“{given}”在表格里被存成了数字，末几位已经丢失，无法还原。请把该列设为“文本”格式，照证件重新填写。"""

    status = 422


class WrongLength(Refusal):
    """{kind}号码应为 {expected} 位，现为 {length} 位。请照证件核对是否多填或漏填。"""

    status = 422


class WrongCharacters(Refusal):
    """{kind}号码中有不该出现的字符“{characters}”。请照证件核对。"""

    status = 422


class WrongPattern(Refusal):
    """{kind}号码的写法应为：{expected}。请照证件核对，并确认证件类型没有选错。"""

    status = 422


class WrongCheckDigit(Refusal):
    """{kind}号码校验不符，至少有一位填错了。请照证件逐位核对。"""

    status = 422


class NoSuchBirthDate(Refusal):
    """{kind}号码中的出生日期“{digits}”不存在。请照证件核对第 7 至 14 位。"""

    status = 422


class BornInFuture(Refusal):
    """{kind}号码中的出生日期 {born} 晚于今天。请照证件核对第 7 至 14 位。"""

    status = 422


class BornTooLongAgo(Refusal):
    """按{kind}号码计算，此人已 {age} 岁，超过 {most} 岁。请照证件核对第 7 至 14 位。"""

    status = 422


class Warned(Word):
    """Oddities that a person confirms."""

    AREA_UNKNOWN = "area_unknown"
    GENDER_DIFFERS = "gender_differs"
    BIRTH_DATE_DIFFERS = "birth_date_differs"

    @property
    def label(self) -> str:
        return _WARNINGS[self]


_WARNINGS: Final = {
    Warned.AREA_UNKNOWN: "号码前六位不是已知的行政区划代码，请核对",
    Warned.GENDER_DIFFERS: "号码第 17 位表示的性别与所填性别不一致，请核对",
    Warned.BIRTH_DATE_DIFFERS: "号码中的出生日期与所填出生日期不一致，请核对",
}


@dataclass(frozen=True, slots=True)
class IdentityNumber:
    """A number read from a document, in its one canonical form."""

    kind: DocumentKind
    number: str
    birth_date: date | None = None
    gender: Gender | None = None
    warnings: tuple[Warned, ...] = ()

    @property
    def masked(self) -> str:
        return mask_number(self.number)


def read_identity(
    kind: DocumentKind,
    text: str,
    *,
    today: date,
    gender: Gender | None = None,
    birth_date: date | None = None,
    divisions: Collection[str] = (),
) -> IdentityNumber:
    """The number of a document of this kind; refuses what is wrong for certain.

    `gender`, `birth_date`: as filled in elsewhere, compared; `divisions`: county codes that are or were valid
    (empty: only the province is looked at).
    """
    given = tidy(text)
    if not given:
        raise NumberMissing(kind=kind.label, field="number")
    if _LOST.fullmatch(given):
        raise NumberLostDigits(given=text.strip(), field="number")
    read = _READERS[kind](given, today)
    warnings = []
    if kind is DocumentKind.RESIDENT_ID:
        known = read.number[:6] in divisions if divisions else read.number[:2] in _PROVINCES
        if not known and read.number[:6] != DEMO_AREA:
            warnings.append(Warned.AREA_UNKNOWN)
    if gender in (Gender.MALE, Gender.FEMALE) and read.gender not in (None, gender):
        warnings.append(Warned.GENDER_DIFFERS)
    if birth_date is not None and read.birth_date not in (None, birth_date):
        warnings.append(Warned.BIRTH_DATE_DIFFERS)
    return IdentityNumber(kind, read.number, read.birth_date, read.gender, tuple(warnings))


def kind_of(text: str) -> DocumentKind | None:
    """The kind a number most likely is of, for tables with one column for all kinds; None: cannot tell."""
    given = tidy(text)
    for pattern, kind in _LOOKS:
        if re.fullmatch(pattern, given, re.ASCII):
            return kind
    return None


def tidy(text: str) -> str:
    """Half-width capitals without spaces, hyphens or what else is put in to make long numbers readable."""
    return re.sub(r"[\s\-‐‑–—_'`’]+", "", unicodedata.normalize("NFKC", text)).upper()


def check_digit(first_17: str) -> str:
    """The last place of a citizen identification number (GB 11643, ISO 7064 MOD 11-2)."""
    if len(first_17) != len(_WEIGHTS):
        raise ValueError(f"{len(first_17)} places, not {len(_WEIGHTS)}")
    return _CHECKS[sum(map(mul, map(int, first_17), _WEIGHTS)) % 11]


def make_resident_number(area: str, born: date, sequence: int) -> str:
    """A number with a right check digit; an odd `sequence` (1–999) is a man's."""
    body = f"{area}{born:%Y%m%d}{sequence:03d}"
    return body + check_digit(body)


def mask_number(number: str) -> str:
    """4451**********0027; of shorter numbers fewer places at both ends."""
    shown = 4 if len(number) >= 15 else 2 if len(number) >= 7 else 1
    return mask(number, head=shown, tail=shown)


# -- the kinds ----------------------------------------------------------------------------------------------


def _resident(given: str, today: date, kind: DocumentKind = DocumentKind.RESIDENT_ID) -> IdentityNumber:
    if len(given) == 15 and given.isascii() and given.isdigit() and kind is DocumentKind.RESIDENT_ID:
        # the old form: the century was not written, and all its holders were born in the 1900s
        body = given[:6] + "19" + given[6:]
        given = body + check_digit(body)
    if odd := re.sub(r"[0-9]|X$", "", given):
        raise WrongCharacters(kind=kind.label, characters=odd, field="number")
    if len(given) != 18:
        raise WrongLength(kind=kind.label, expected=18, length=len(given), field="number")
    born = _born(given[6:14], kind, today)
    if check_digit(given[:17]) != given[17]:
        raise WrongCheckDigit(kind=kind.label, field="number")
    return IdentityNumber(kind, given, born, Gender.MALE if int(given[16]) % 2 else Gender.FEMALE)


def _hmt_residence(given: str, today: date) -> IdentityNumber:
    kind = DocumentKind.HMT_RESIDENCE
    read = _resident(given, today, kind)
    if given[:6] not in ("810000", "820000", "830000"):
        raise WrongPattern(
            kind=kind.label, expected="18 位，以 810000、820000 或 830000 开头", field="number"
        )
    return read


def _permanent_resident(given: str, today: date) -> IdentityNumber:
    kind = DocumentKind.PERMANENT_RESIDENT
    if re.fullmatch(r"[A-Z]{3}[0-9]{12}", given):  # cards issued before December 2023: AUS 3100 yymmdd 1 2
        return IdentityNumber(kind, given, _two_digit_year(given[7:13], kind, today))
    if given[:1] != "9" or len(given) != 18:
        raise WrongPattern(
            kind=kind.label, expected="以 9 开头的 18 位，或三个字母加 12 位数字（旧证）", field="number"
        )
    return _resident(given, today, kind)


def _passport(given: str, today: date) -> IdentityNumber:
    kind = DocumentKind.PASSPORT
    if not re.fullmatch(r"(?=.*[0-9])[A-Z0-9]{5,15}", given):
        raise WrongPattern(kind=kind.label, expected="5 至 15 位字母和数字，如 E12345678", field="number")
    return IdentityNumber(kind, given)


def _hm_permit(given: str, today: date) -> IdentityNumber:
    kind = DocumentKind.HM_PERMIT
    # the last two of ten digits counted reissues until 2013; the first eight stay with the person for life
    if not (found := re.fullmatch(r"([HM][0-9]{8})([0-9]{2})?", given)):
        raise WrongPattern(kind=kind.label, expected="H 或 M 加 8 位数字", field="number")
    return IdentityNumber(kind, found[1])


def _tw_permit(given: str, today: date) -> IdentityNumber:
    kind = DocumentKind.TW_PERMIT
    # old booklets had ten digits and a letter in brackets; cards since 2015 have eight
    if not (found := re.fullmatch(r"([0-9]{8}|[0-9]{10})(\([A-Z]\)|[A-Z])?", given)):
        raise WrongPattern(kind=kind.label, expected="8 位数字", field="number")
    return IdentityNumber(kind, found[1])


def _born(digits: str, kind: DocumentKind, today: date) -> date:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        raise NoSuchBirthDate(kind=kind.label, digits=digits, field="number") from None
    if born > today:
        raise BornInFuture(kind=kind.label, born=born.isoformat(), field="number")
    age = age_on(born, today)
    if age > OLDEST:
        raise BornTooLongAgo(kind=kind.label, age=age, most=OLDEST, field="number")
    return born


def _two_digit_year(digits: str, kind: DocumentKind, today: date) -> date:
    """The latest year that is not in the future: these cards were given to adults and children alike."""
    century = today.year // 100 * 100
    year = century + int(digits[:2])
    if (year, int(digits[2:4]), int(digits[4:])) > (today.year, today.month, today.day):
        year -= 100
    return _born(f"{year}{digits[2:]}", kind, today)


_Reader: TypeAlias = Callable[[str, date], IdentityNumber]
_READERS: Final[dict[DocumentKind, _Reader]] = {
    DocumentKind.RESIDENT_ID: _resident,
    DocumentKind.PASSPORT: _passport,
    DocumentKind.HMT_RESIDENCE: _hmt_residence,
    DocumentKind.HM_PERMIT: _hm_permit,
    DocumentKind.TW_PERMIT: _tw_permit,
    DocumentKind.PERMANENT_RESIDENT: _permanent_resident,
}

_LOOKS: Final = (
    (r"8[123]0000\d{11}[\dX]", DocumentKind.HMT_RESIDENCE),
    (r"9\d{16}[\dX]", DocumentKind.PERMANENT_RESIDENT),
    (r"\d{17}[\dX]|\d{15}", DocumentKind.RESIDENT_ID),
    (r"[A-Z]{3}\d{12}", DocumentKind.PERMANENT_RESIDENT),
    (r"[HM]\d{8}(\d{2})?", DocumentKind.HM_PERMIT),
    (r"\d{8}|\d{10}(\([A-Z]\))?", DocumentKind.TW_PERMIT),
    (r"[A-Z]{1,2}\d{6,8}", DocumentKind.PASSPORT),
)
