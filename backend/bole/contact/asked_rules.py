"""四问服务法: what was asked and answered, and what follows from each of the four questions. No I/O."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bole.core.errors import Refusal
from bole.core.words import Word
from bole.roster.proposal_rules import NOTE


class Section(Word):
    """The four questions."""

    GREETING = "greeting"
    CONDITION = "condition"
    NEED = "need"
    ADVICE = "advice"


SECTION_LABELS = {
    Section.GREETING: "问候",
    Section.CONDITION: "问情",
    Section.NEED: "问需",
    Section.ADVICE: "问策",
}


class EmptyContact(Refusal):
    """问候、问情、问需、问策四栏均无内容，不能计为四问。请至少如实填写一栏；没有去成的走访请取消计划。"""

    status = 422


class ReasonMissing(Refusal):
    """请写明理由，便于以后查考。"""

    status = 422


_NOTHING = frozenset(
    quiet + what
    for quiet in ("无", "暂无", "没有", "暂没有")
    for what in ("", "需求", "建议", "变化", "事项", "其他")
)
"""Answers that say the question was asked and brought up nothing."""


def told(text: str | None) -> str | None:
    """What was written, tidied; None for an empty box."""
    kept = (text or "").strip()
    return kept or None


def required(text: str | None, *, field: str) -> str:
    """A reason that somebody will want to read."""
    if (kept := told(text)) is None:
        raise ReasonMissing(field=field)
    return kept


def says_nothing(text: str | None) -> bool:
    """An empty box, or “暂无。”: asked perhaps, but nothing follows from it."""
    letters = "".join(c for c in text or "" if unicodedata.category(c)[0] not in "PZC")
    return not letters or letters in _NOTHING


@dataclass(frozen=True)
class FourAsked:
    """The four sections of one contact, as written."""

    greeting: str | None = None
    condition: str | None = None
    need: str | None = None
    advice: str | None = None

    @cached_property
    def texts(self) -> dict[Section, str | None]:
        return {
            Section.GREETING: told(self.greeting),
            Section.CONDITION: told(self.condition),
            Section.NEED: told(self.need),
            Section.ADVICE: told(self.advice),
        }

    @property
    def follows(self) -> frozenset[Section]:
        """Sections with a consequence of their own. 问候 has none: it only counts as contact."""
        return frozenset(
            s for s, text in self.texts.items() if s is not Section.GREETING and not says_nothing(text)
        )


def check_contact(asked: FourAsked) -> None:
    """A visit of which nothing was written is no 四问."""
    if all(says_nothing(text) for text in asked.texts.values()):
        raise EmptyContact(field="greeting")


@dataclass(frozen=True)
class Consequences:
    """What a contact sets going: (field, value), (kind, content), content."""

    changes: tuple[tuple[str, str], ...]
    needs: tuple[tuple[str, str], ...]
    suggestions: tuple[str, ...]


def consequences(
    asked: FourAsked,
    *,
    changes: Sequence[tuple[str, str]] = (),
    needs: Sequence[tuple[str | None, str]] = (),
    default_kind: str,
) -> Consequences:
    """问情 → proposed changes, 问需 → needs, 问策 → a suggestion; 问候 → nothing but the contact itself.

    Where the caller has taken a section apart (two needs of different kinds), the parts are what follows;
    otherwise the section's words as they stand.
    """
    texts, follows = asked.texts, asked.follows
    return Consequences(
        changes=tuple(changes) or _words(texts, follows, Section.CONDITION, NOTE),
        needs=tuple((kind or default_kind, content) for kind, content in needs)
        or _words(texts, follows, Section.NEED, default_kind),
        suggestions=tuple(text for _, text in _words(texts, follows, Section.ADVICE, "")),
    )


def _words(
    texts: Mapping[Section, str | None], follows: frozenset[Section], section: Section, label: str
) -> tuple[tuple[str, str], ...]:
    return ((label, texts[section] or ""),) if section in follows else ()
