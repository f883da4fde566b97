"""Words that people write for what the roster keeps as a code, and how words are compared."""

import re
import unicodedata
from enum import StrEnum
from typing import Final

from bole.roster.identity_numbers import DocumentKind
from bole.roster.rules import Degree, EmploymentKind, Gender, TitleRank

_FOLDED: Final = re.compile(r"[\s()\[\]【】《》“”\"'·.,、，-]+")


def fold(told: str) -> str:
    """A name of a unit, a level, a school as it is compared: width, case, spaces and brackets aside."""
    return _FOLDED.sub("", unicodedata.normalize("NFKC", told)).casefold()


def _offered(kind: type[StrEnum]) -> str:
    return "、".join(member.label for member in kind)  # type: ignore[attr-defined]


OFFERED: Final = {kind: _offered(kind) for kind in (Degree, DocumentKind, EmploymentKind, TitleRank)}
"""What may be filled in, for words that help."""


def _words(*pairs: tuple[StrEnum, str]) -> dict[str, str]:
    return {fold(word): member.value for member, told in pairs for word in (member.value, *told.split())}


GENDERS: Final = _words((Gender.MALE, "男 男性 M 先生"), (Gender.FEMALE, "女 女性 F 女士"))
DEGREES: Final = _words(
    (Degree.DOCTOR, "博士研究生 博士 博士后 研究生（博士） 博士学位"),
    (Degree.MASTER, "硕士研究生 硕士 研究生（硕士） 硕士学位"),
    (Degree.BACHELOR, "大学本科 本科 学士 全日制本科 学士学位"),
    (Degree.COLLEGE, "大学专科 大专 专科 高职"),
    (Degree.SECONDARY, "高中及中专 高中 中专 中技 技校 职高"),
    (Degree.OTHER, "其他 初中 小学"),
)
RANKS: Final = _words(
    (TitleRank.SENIOR, "正高级（特级技师） 正高级 正高 特级技师"),
    (TitleRank.ASSOCIATE_SENIOR, "副高级（高级技师） 副高级 副高 高级技师"),
    (TitleRank.INTERMEDIATE, "中级（技师、高级工） 中级 技师 高级工"),
    (TitleRank.JUNIOR, "初级 助理级 员级 中级工 初级工"),
    (TitleRank.NONE, "不分级"),
)
EMPLOYMENTS: Final = _words(
    (EmploymentKind.FULL, "全职 全职引进 在编 聘用 刚性引进"),
    (EmploymentKind.FLEXIBLE, "柔性引进 柔性 兼职 柔性引才"),
    (EmploymentKind.SECONDED, "派出、挂职 派出 挂职"),
)
DOCUMENTS: Final[dict[str, DocumentKind]] = {
    fold(word): kind
    for kind, told in (
        (DocumentKind.RESIDENT_ID, "居民身份证 身份证 中国居民身份证 二代身份证"),
        (DocumentKind.PASSPORT, "护照 外国护照 普通护照"),
        (DocumentKind.HMT_RESIDENCE, "港澳台居民居住证 港澳居民居住证 台湾居民居住证"),
        (DocumentKind.HM_PERMIT, "港澳居民来往内地通行证 回乡证 港澳通行证"),
        (DocumentKind.TW_PERMIT, "台湾居民来往大陆通行证 台胞证"),
        (DocumentKind.PERMANENT_RESIDENT, "外国人永久居留身份证 永久居留身份证 永居证"),
    )
    for word in (kind.value, *told.split())
}
