"""A criterion that a machine can check: an expression of CEL over facts of a person.

A fact that is missing makes the answer 待核, never 不满足. One person is asked by the library; the whole roster is
asked in SQL, whose three-valued logic is that of CEL: `null or true` is true, as an error or true is. `Tree` is what
both understand; what is written outside it is refused when the directory is drafted.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import cel

from bole.recognition.flow_rules import CriterionResult

FACTS: Final[dict[str, tuple[str, str]]] = {
    "age": ("int", "年龄（周岁）"),
    "degree": ("text", "最高学历（doctor、master、bachelor……）"),
    "title_rank": ("text", "最高职称级别（senior、associate_senior……）"),
    "talent_type": ("text", "人才类型代码"),
    "level": ("text", "现有层次代码"),
    "nationality": ("text", "国籍"),
    "full_time": ("bool", "是否在潮全职工作"),
    "years_here": ("int", "在现用人单位工作的年数"),
    "honours": ("list", "荣誉名称"),
    "honour_grades": ("list", "荣誉级别（national、provincial、city……）"),
}
"""What may be asked of a person: kind and words."""

LONGEST: Final = 500
DEEPEST: Final = 20
_TOKEN = re.compile(
    r"""\s*(?:(?P<number>\d{1,9})|(?P<text>"[^"\\]*"|'[^'\\]*')|(?P<name>[A-Za-z_]\w*)"""
    r"""|(?P<mark>&&|\|\||[=!<>]=|[<>!()\[\],.]))"""
)
COMPARED: Final = ("==", "!=", "<", "<=", ">", ">=")


class NotUnderstood(ValueError):
    """What a predicate says that cannot be asked; the message is for whoever drafts the directory."""


@dataclass(frozen=True)
class Tree:
    """`op` and its parts: and, or, not, a comparison, in, contains, starts, any (of a list), size, fact, value,
    values (a list of them), each (the element of a list that `any` looks at)."""

    op: str
    parts: tuple[Any, ...]
    kind: str


def check(text: str) -> Tree:
    """The tree; refuses NotUnderstood (a ValueError, which the catalogue tells with its field)."""
    try:
        tree = parse(text)
    except RecursionError:
        raise NotUnderstood("条件嵌套过深") from None
    try:
        cel.compile(text)
    except (ValueError, RuntimeError) as no:
        raise NotUnderstood(f"条件写法有误：{no}") from None
    return tree


@lru_cache(maxsize=2000)
def parse(text: str) -> Tree:
    return _Reader(text).whole()


@lru_cache(maxsize=2000)
def _program(text: str) -> Any:
    return cel.compile(text)


def facts_in(text: str) -> frozenset[str]:
    """Which facts the predicate asks for."""
    return frozenset(_names(parse(text)))


def _names(tree: Tree) -> Iterator[str]:
    if tree.op == "fact":
        yield tree.parts[0]
    for part in tree.parts:
        if isinstance(part, Tree):
            yield from _names(part)


def judge(text: str, facts: Mapping[str, Any]) -> CriterionResult:
    """The answer for one person; facts that are None are not known."""
    known = {name: value for name, value in facts.items() if value is not None}
    try:
        met = _program(text).execute(known)
    except RuntimeError:  # a fact that is not there, and on which the answer depends
        return CriterionResult.PENDING
    return CriterionResult.MET if met is True else CriterionResult.UNMET


def missing(text: str, facts: Mapping[str, Any]) -> list[str]:
    """Words of the facts that are asked for and not known."""
    return [FACTS[n][1] for n in sorted(facts_in(text)) if facts.get(n) is None]


class _Reader:
    """Recursive descent over the few forms that officials need."""

    def __init__(self, text: str) -> None:
        if len(text) > LONGEST:
            raise NotUnderstood(f"条件最多 {LONGEST} 个字")
        self.tokens = list(self._split(text))
        self.at = 0
        self.depth = 0
        self.each: str | None = None

    def _split(self, text: str) -> Iterator[tuple[str, str]]:
        at = 0
        text = text.rstrip()
        while at < len(text):
            found = _TOKEN.match(text, at)
            if found is None:
                raise NotUnderstood(f"条件第 {at + 1} 个字起不能识别：{text[at : at + 12].strip()}")
            yield str(found.lastgroup), found[str(found.lastgroup)]
            at = found.end()

    def whole(self) -> Tree:
        tree = self._either()
        if self.at < len(self.tokens):
            raise NotUnderstood(f"条件在“{self.tokens[self.at][1]}”处不能识别")
        return self._truth(tree)

    def _next(self) -> tuple[str, str]:
        return self.tokens[self.at] if self.at < len(self.tokens) else ("end", "")

    def _take(self, *marks: str) -> str | None:
        kind, word = self._next()
        if word in marks and (kind == "mark" or word == "in"):
            self.at += 1
            return word
        return None

    def _need(self, mark: str) -> None:
        if self._take(mark) is None:
            raise NotUnderstood(f"条件缺少“{mark}”")

    @staticmethod
    def _truth(tree: Tree) -> Tree:
        if tree.kind != "bool":
            raise NotUnderstood("条件应是一个能判断真假的式子")
        return tree

    def _either(self) -> Tree:
        self.depth += 1
        if self.depth > DEEPEST:
            raise NotUnderstood("条件嵌套过深")
        tree = self._both()
        while self._take("||"):
            tree = Tree("or", (self._truth(tree), self._truth(self._both())), "bool")
        self.depth -= 1
        return tree

    def _both(self) -> Tree:
        tree = self._compared()
        while self._take("&&"):
            tree = Tree("and", (self._truth(tree), self._truth(self._compared())), "bool")
        return tree

    def _compared(self) -> Tree:
        left = self._unary()
        if op := self._take(*COMPARED):
            right = self._unary()
            if left.kind != right.kind or left.kind == "list":
                raise NotUnderstood("比较的两边不是同一类内容")
            if left.kind != "int" and op not in ("==", "!="):
                raise NotUnderstood(f"“{op}”只用于数字")
            return Tree(op, (left, right), "bool")
        if self._take("in"):
            right = self._unary()
            if left.kind != "text" or right.kind != "list":
                raise NotUnderstood("“in”左边应是文字，右边应是清单")
            return Tree("in", (left, right), "bool")
        return left

    def _unary(self) -> Tree:
        if self._take("!"):
            return Tree("not", (self._truth(self._unary()),), "bool")
        tree = self._primary()
        while self._take("."):
            tree = self._method(tree)
        return tree

    def _primary(self) -> Tree:
        if self._take("("):
            tree = self._either()
            self._need(")")
            return tree
        if self._take("["):
            values = [self._value()]
            while self._take(","):
                values.append(self._value())
            self._need("]")
            return Tree("values", tuple(values), "list")
        kind, word = self._next()
        self.at += 1
        if kind == "number":
            return Tree("value", (int(word),), "int")
        if kind == "text":
            return Tree("value", (word[1:-1],), "text")
        if kind != "name":
            raise NotUnderstood(f"条件在“{word or '末尾'}”处不完整")
        if word in ("true", "false"):
            return Tree("value", (word == "true",), "bool")
        if word == "size":
            self._need("(")
            inner = self._either()
            self._need(")")
            if inner.kind != "list":
                raise NotUnderstood("size 只用于清单")
            return Tree("size", (inner,), "int")
        if word == self.each:
            return Tree("each", (), "text")
        if self.each is not None:
            # the library gives up at the first element that it cannot judge, where CEL itself would look on
            raise NotUnderstood(f"exists 里只能比较“{self.each}”与文字，不能再用“{word}”")
        if word not in FACTS:
            raise NotUnderstood(f"没有“{word}”这项资料。可用：{'、'.join(FACTS)}")
        return Tree("fact", (word,), FACTS[word][0])

    def _value(self) -> str:
        kind, word = self._next()
        if kind != "text":
            raise NotUnderstood("清单里只能写文字")
        self.at += 1
        return word[1:-1]

    def _method(self, of: Tree) -> Tree:
        _, name = self._next()
        self.at += 1
        self._need("(")
        if name in ("contains", "startsWith") and of.kind == "text":
            part = Tree(name, (of, self._value()), "bool")
            self._need(")")
            return part
        if name == "exists" and of.op == "fact" and of.kind == "list" and self.each is None:
            kind, self.each = self._next()
            if kind != "name" or self.each in FACTS:
                raise NotUnderstood('exists 里先写一个代称，如 honours.exists(h, h.contains("大师"))')
            self.at += 1
            self._need(",")
            inner = self._truth(self._either())
            self._need(")")
            self.each = None
            return Tree("any", (of, inner), "bool")
        raise NotUnderstood(f"不能在这里用“{name}”")
