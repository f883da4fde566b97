"""Invented people, as many as one likes, the same for the same seed.

They are nobody: their numbers carry the area code 445199, which no county has, with right check digits, and
their telephones a range that no operator was given. Names follow the surnames of the Chaoshan plain.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Final, Generic, TypeVar

from bole.roster.codes import DEMO_PREFIX
from bole.roster.identity_numbers import DEMO_AREA, make_resident_number
from bole.roster.rules import Degree, EmploymentKind, Gender, TitleRank

T = TypeVar("T")


class Lot(Generic[T]):
    """Things to be drawn, some more often than others."""

    def __init__(self, weights: Mapping[T, float]) -> None:
        self._things, self._sums = list(weights), list(accumulate(weights.values()))

    def draw(self, chance: Random) -> T:
        return chance.choices(self._things, cum_weights=self._sums)[0]


_READ = tomllib.loads((Path(__file__).parent / "population.toml").read_text("utf-8"))
_WORDS = _READ["words"]
SURNAMES: Final = Lot[str](_READ["surnames"])
_MEN, _WOMEN, _RARE = (str(_WORDS[key]) for key in ("men", "women", "rare"))
_PLACES, _POSTS, _SCHOOLS = (tuple(_WORDS[key]) for key in ("places", "posts", "schools"))
_TRADES: Final = tuple((str(ending), tuple(fields)) for ending, fields in _READ["trades"].items())
_DEGREES: Final = Lot({Degree.DOCTOR: 6, Degree.MASTER: 22, Degree.BACHELOR: 48, Degree.COLLEGE: 24})
_RANKS: Final = Lot[TitleRank | None](
    {
        TitleRank.SENIOR: 6,
        TitleRank.ASSOCIATE_SENIOR: 17,
        TitleRank.INTERMEDIATE: 37,
        TitleRank.JUNIOR: 20,
        None: 20,
    }
)
_TITLES: Final = {
    TitleRank.SENIOR: "正高级工程师",
    TitleRank.ASSOCIATE_SENIOR: "高级工程师",
    TitleRank.INTERMEDIATE: "工程师",
    TitleRank.JUNIOR: "助理工程师",
}
_KINDS: Final = Lot({EmploymentKind.FULL: 90, EmploymentKind.FLEXIBLE: 8, EmploymentKind.SECONDED: 2})

FIRST_BIRTH: Final = date(1958, 1, 1)
_NUMBERS: Final = ((date(2003, 12, 31) - FIRST_BIRTH).days + 1) * 999
_PHONES: Final = 10**8
MOST: Final = 5_000_000
"""More people than this would begin to share numbers."""

_USCC_LETTERS: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"


@dataclass(frozen=True, slots=True)
class Person:
    """One invented person, as a form would tell of them."""

    index: int
    name: str
    gender: Gender
    birth_date: date
    number: str
    phone: str
    email: str
    former_name: str | None
    employer: str
    employer_uscc: str
    position: str
    employed_from: date
    employment_kind: EmploymentKind
    level: str | None
    talent_type: str | None
    degree: Degree
    school: str
    major: str
    graduated_on: date
    title: str | None
    title_rank: TitleRank | None
    specialty: str

    @property
    def level_since(self) -> date:
        """Since when they hold their level: before any story of a demo begins."""
        return date(2024, 1, 1) + timedelta(days=self.index % 900)


def people(
    n: int, seed: int = 1, *, levels: Sequence[str] = (), types: Sequence[str] = (), start: int = 0
) -> Iterator[Person]:
    """`n` people from number `start` on. Person number i of a seed is the same whoever asks.

    `levels` from the highest to the lowest: each holds two and a half times the one above, a third holds none."""
    if start + n > MOST:
        raise ValueError(f"at most {MOST} people have numbers of their own")
    lot = Lot({level: 2.5**i for i, level in enumerate(levels)}) if levels else None
    for i in range(start, start + n):
        yield _person(i, seed, lot, types)


def _person(i: int, seed: int, levels: Lot[str] | None, types: Sequence[str]) -> Person:
    chance = Random(seed * 1_000_003 + i)  # noqa: S311  invented people, not secrets
    # a walk that meets every (day, sequence) once before it meets one again
    day, sequence = divmod((i * 7_919_171 + seed * 104_729) % _NUMBERS, 999)
    born, gender = FIRST_BIRTH + timedelta(days=day), Gender.MALE if sequence % 2 == 0 else Gender.FEMALE
    surname = SURNAMES.draw(chance)
    name = surname + _given(chance, gender)
    former = surname + _given(chance, gender) if chance.random() < 0.02 else None
    works = chance.randrange(30 * len(_TRADES))
    ending, fields = _TRADES[works % len(_TRADES)]
    degree, rank = _DEGREES.draw(chance), _RANKS.draw(chance)
    graduated = date(min(born.year + 21 + chance.randrange(8), 2025), 6 + chance.randrange(2), 30)
    began = graduated + timedelta(days=30 + chance.randrange(1500))
    return Person(
        index=i,
        name=name,
        gender=gender,
        birth_date=born,
        number=make_resident_number(DEMO_AREA, born, sequence + 1),
        phone=f"{DEMO_PREFIX}{(i * 7_368_787 + seed * 15_485_863) % _PHONES:08d}",
        email=f"u{seed}.{i}@example.org",
        former_name=former if former != name else None,
        employer=employer_name(works // len(_TRADES), ending),
        employer_uscc=make_uscc(works),
        position=chance.choice(_POSTS),
        employed_from=min(began, date(2026, 6, 30)),
        employment_kind=_KINDS.draw(chance),
        level=levels.draw(chance) if levels is not None and chance.random() >= 0.33 else None,
        talent_type=chance.choice(types) if types else None,
        degree=degree,
        school=chance.choice(_SCHOOLS),
        major=chance.choice(fields),
        graduated_on=graduated,
        title=_TITLES[rank] if rank else None,
        title_rank=rank,
        specialty=chance.choice(fields),
    )


def _given(chance: Random, gender: Gender) -> str:
    letters = _MEN if gender is Gender.MALE else _WOMEN
    given = chance.choice(letters) + (chance.choice(letters) if chance.random() < 0.82 else "")
    return given[:-1] + chance.choice(_RARE) if chance.random() < 0.01 else given


@lru_cache(maxsize=1000)
def employer_name(number: int, ending: str) -> str:
    return f"潮州市{_PLACES[number % len(_PLACES)]}{'第二' if number >= len(_PLACES) else ''}{ending}"


@lru_cache(maxsize=1000)
def make_uscc(number: int) -> str:
    """A unified social credit code of nobody's, with a right check digit (GB 32100)."""
    body = f"91{DEMO_AREA}MA{number:07d}"
    total = sum(_USCC_LETTERS.index(c) * pow(3, i, 31) for i, c in enumerate(body))
    return body + _USCC_LETTERS[-total % 31]
