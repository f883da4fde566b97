"""Names as people write them, and as others look for them.

A name is kept as it is written (曾樂欣). Beside it go the keys that make it findable: its characters folded
to simplified ones, their one- and two-character pieces, the full pinyin, the initials, other readings. Names
and queries pass through the same fold, by the character: what is equal to the eye is equal in the index.
"""

import os
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import islice, product
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from opencc import OpenCC

# read by the character, names need no phrases: a process starts 0.2 s sooner without, and spares 30 MB
os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
from pypinyin import Style, lazy_pinyin

from bole.core.errors import Refusal

if TYPE_CHECKING:
    from bole.core.operation import Prep

LONGEST_NAME: Final = 60
MOST_GRAMS: Final = 8
"""Pieces of one query that are compared: more would only name the same person again."""

MOST_READINGS: Final = 6
"""Spellings kept for a name with characters of several readings."""

MOST_PARTS: Final = 5
"""Words of a foreign name from which a search may start."""

AFTER_ANY: Final = "\U0010ffff"
"""Closes the range of a prefix: under RLS a range is index work, while LIKE is not."""

DOT: Final = "·"
_DOTS: Final = re.compile("[·•‧∙⋅・･．․᛫]")
_HIDDEN: Final = re.compile(
    "[\u0000-\u0008\u000e-\u001b\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff"
    "\U000e0100-\U000e01ef]"
)
_BETWEEN_WORDS: Final = re.compile(r"[\s·,，、\-‐‑–—]+")


class NameMissing(Refusal):
    """请填写姓名。"""

    status = 422


class NameNotPlausible(Refusal):
    """“{name}”不像一个姓名：姓名须有文字，不超过 {most} 个字，不含数字与网址符号。请核对后重新填写。"""

    status = 422


class NameKeys(NamedTuple):
    """One name with all that it is found and sorted by."""

    name: str
    """As written, cleaned: what is stored and shown."""
    name_key: str
    """Sorts as a directory does: syllable, then character, one after the other."""
    pinyin: str
    initials: str
    grams: tuple[str, ...]
    """The one- and two-character pieces of the folded name."""
    spellings: tuple[str, ...]
    """Full spellings and initials, other readings included; of a foreign name, from each of its words on."""

    @property
    def tokens(self) -> tuple[str, ...]:
        return self.grams + self.spellings


def prepare_names(texts: Sequence[str]) -> list[NameKeys]:
    """The keys of many names: about 10 µs each, since every character is folded and read only once."""
    cleaned = [clean_name(t) for t in texts]
    _learn(set().union(*cleaned))
    return [_keys(name) for name in cleaned]


def prepare_name(text: str) -> NameKeys:
    return prepare_names([text])[0]


def tokens_of(names: Iterable[str]) -> list[str]:
    """What a person of these names (present, former, other) is found by."""
    return sorted({token for keys in prepare_names(list(names)) for token in keys.tokens})


def name_columns(keys: NameKeys, others: Iterable[str] = ()) -> dict[str, Any]:
    """The columns of a talent of this name, who has or had the `others` too."""
    tokens = sorted({*keys.tokens, *tokens_of(others)})
    return {
        **{c: getattr(keys, c) for c in ("name", "name_key", "pinyin", "initials")},
        "search_tokens": tokens,
    }


def clean_name(text: str) -> str:
    """A name as it is stored: NFKC, one kind of middle dot, nothing invisible, and no spaces between
    Chinese characters (张　三 was only spaced out to fill a column)."""
    if not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", text)
    if text.isalpha():
        return text
    text = _DOTS.sub(DOT, _HIDDEN.sub("", text))
    made = ""
    for word in text.split():
        close = made and _is_ideograph(made[-1]) and _is_ideograph(word[0])
        made += word if not made or close or made[-1] == DOT or word[0] == DOT else " " + word
    return made


def check_name(text: str) -> str:
    """The cleaned name; refuses what cannot be one."""
    name = clean_name(text)
    if not name:
        raise NameMissing(field="name")
    odd = any(c.isdigit() or c in '@/\\<>{}[]|=*#?？;；:："' for c in name)
    if odd or len(name) > LONGEST_NAME or not any(c.isalpha() or _is_ideograph(c) for c in name):
        raise NameNotPlausible(field="name", name=name[:LONGEST_NAME], most=LONGEST_NAME)
    return name


def name_search(text: str) -> "Prep":
    """What someone typed, ready for SQL.

    `("grams", n)`: characters, all `n` pieces must be there; `("letters",)`: pinyin, initials or a foreign
    name, as a half-open range of spellings; `("all",)`: nothing that could be looked for.
    """
    from bole.core.operation import (
        Prep,
    )  # brings SQLAlchemy: the process that reads workbooks needs names alone

    cleaned = clean_name(text)
    _learn(set(cleaned))
    folded = "".join(_chars[c].folded for c in cleaned if _chars[c].ideograph)
    if folded:
        # letters beside characters are ignored: half an input method's 林xiao should find 林晓岚, not nothing
        pieces = list(islice(dict.fromkeys(_pairs(folded)), MOST_GRAMS)) or [folded]
        return Prep(("grams", len(pieces)), **{f"g{i}": g for i, g in enumerate(pieces)})
    letters = _spelled("".join(_BETWEEN_WORDS.split(cleaned)))
    if not letters:
        return Prep(("all",))
    return Prep(("letters",), low=letters, high=letters + AFTER_ANY)


# -- characters ---------------------------------------------------------------------------------------------


class _Char(NamedTuple):
    folded: str
    """Simplified, or small letters without accents; "" for what does not count."""
    ideograph: bool
    given: tuple[str, ...] = ("",)
    """Its readings within a name, the usual one first."""
    surname: tuple[str, ...] = ("",)
    """Its readings in front of a name."""


_TABLES = tomllib.loads((Path(__file__).parent / "surnames.toml").read_text("utf-8"))
_SURNAME: Final = {k: tuple(v) for k, v in _TABLES["surname"].items()}
_GIVEN: Final = {k: tuple(v) for k, v in _TABLES["given"].items()}
_COMPOUND: Final = {k: [tuple(r.split()) for r in v] for k, v in _TABLES["compound"].items()}


_to_simplified = OpenCC("t2s")
_chars: dict[str, _Char] = {}
"""Every character met so far: bounded by what people's names are written with."""


def _is_ideograph(c: str) -> bool:
    """Searched by pieces: Han with all extensions, kana, hangul, and the private characters of old fonts."""
    n = ord(c)
    return (
        0x4E00 <= n <= 0x9FFF
        or 0x3400 <= n <= 0x4DBF
        or 0x20000 <= n <= 0x3FFFF
        or n in (0x3005, 0x3007)
        or (0x3041 <= n <= 0x30FF and n != 0x30FB)
        or 0xAC00 <= n <= 0xD7A3
        or 0xE000 <= n <= 0xFAFF
    )


def _learn(characters: set[str]) -> None:
    fresh = characters - _chars.keys()
    han = [c for c in fresh if _is_ideograph(c)]
    if han:
        # one character a line: alone, 乾 always becomes 干, in names and queries alike, while within a text
        # the dictionary's phrases (乾隆) would make the fold depend on the neighbours
        simple = _to_simplified.convert("\n".join(han)).split("\n")
        for c, s in zip(han, simple, strict=True):
            folded = s if len(s) == 1 else c
            read = tuple(lazy_pinyin(c, style=Style.NORMAL, v_to_u=False, errors="ignore")) or ("",)
            _chars[c] = _Char(folded, True, _GIVEN.get(folded, read), _SURNAME.get(folded, read))
    for c in fresh.difference(han):
        _chars[c] = _Char(_spelled(c), False)


_U_UMLAUT: Final = re.compile("([ln])u\u0308")


def _spelled(text: str) -> str:
    """Small letters and digits without accents; ü after l or n becomes the v that people type for it."""
    parted = unicodedata.normalize("NFKD", text.lower())
    parted = _U_UMLAUT.sub(r"\1v", parted)
    return "".join(c for c in parted if c.isalnum())


# -- readings -----------------------------------------------------------------------------------------------


def _options(chars: Sequence[_Char]) -> list[tuple[str, ...]]:
    """For each character of a Chinese name the ways to read it, the usual one first."""
    if len(chars) == 1:
        return [tuple(dict.fromkeys(chars[0].given + chars[0].surname))]
    compound = _COMPOUND.get(chars[0].folded + chars[1].folded)
    if compound is None:
        return [chars[0].surname, *[c.given for c in chars[1:]]]
    front = [tuple(dict.fromkeys(reading[i] for reading in compound)) for i in (0, 1)]
    return front + [c.given for c in chars[2:]]


def _pairs(folded: str) -> list[str]:
    return [folded[i : i + 2] for i in range(len(folded) - 1)]


def _keys(name: str) -> NameKeys:
    chars = [_chars[c] for c in name]
    if name and all([c.ideograph for c in chars]):  # noqa: C419  twice as fast as a generator
        folded = "".join([c.folded for c in chars])
        options = _options(chars)
        syllables = [o[0] for o in options]
        key = "".join([f"{s or '~'} {f}" for s, f in zip(syllables, folded, strict=True)])
        spellings = _spellings(options) if max(map(len, options)) > 1 else _spelling(syllables)
    else:
        # a transliterated or foreign name has no surname in front: 乐山·买买提 is not Yue
        folded = "".join([c.folded for c in chars if c.ideograph])
        words = _words(name, chars)
        joined = ["".join(word) for word in words]
        syllables = [s for word in words for s in word]
        key = " ".join(joined)
        begins = ["".join(joined[i:]) for i in range(min(len(joined), MOST_PARTS))]
        family_first = joined[-1] + "".join(joined[:-1])
        spellings = dict.fromkeys([*begins, family_first, _initials(syllables)])
    grams = dict.fromkeys(folded) | dict.fromkeys(_pairs(folded))
    found_by = tuple([s for s in spellings if s])
    return NameKeys(name, key, "".join(syllables), _initials(syllables), tuple(grams), found_by)


def _spellings(options: list[tuple[str, ...]]) -> dict[str, None]:
    made: dict[str, None] = {}
    for reading in islice(product(*options), MOST_READINGS):
        made.update(_spelling(reading))
    return made


def _spelling(syllables: Sequence[str]) -> dict[str, None]:
    full = "".join(syllables)
    made = {full: None, _initials(syllables): None}
    if full[:2] in ("lv", "nv"):
        made[f"{full[0]}yu{full[2:]}"] = None  # LYU and NYU, as passports print ü
    return made


def _initials(syllables: Iterable[str]) -> str:
    return "".join([s[:1] for s in syllables])


def _words(name: str, chars: Sequence[_Char]) -> list[list[str]]:
    """The syllables, or the letters, of each word of the name."""
    words: list[list[str]] = [[]]
    letters = False
    for c, char in zip(name, chars, strict=True):
        if _BETWEEN_WORDS.fullmatch(c):
            words.append([])
            letters = False
        elif char.ideograph:
            words[-1].append(char.given[0])
            letters = False
        elif letters:
            words[-1][-1] += char.folded
        else:
            words[-1].append(char.folded)
            letters = True
    return [word for word in words if any(word)] or [[""]]
