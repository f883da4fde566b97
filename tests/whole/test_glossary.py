"""The glossary names everything that has a name: tables, flows, kinds of catalogue, permissions, roles."""

import re
import tomllib

import pytest
from sqlmodel import SQLModel

import bole.tables  # noqa: F401  (all of the metadata)
from bole import parts
from bole.catalogue import shapes
from bole.core.flow import FLOWS
from bole.core.permissions import Permission
from bole.settings import ROOT

TEXT = (ROOT / "backend" / "docs" / "glossary.md").read_text()
PROFILE = ROOT / "backend" / "bole" / "profiles" / "chaozhou"
SECTIONS = dict(zip(*[iter(re.split(r"^## (\w+)$", TEXT, flags=re.MULTILINE)[1:])] * 2, strict=True))


def rows(section: str) -> list[list[str]]:
    lines = [line for line in SECTIONS[section].splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def names(section: str) -> set[str]:
    return {word for row in rows(section) for word in re.findall(r"`([\w:.-]+)`", row[1])}


def slice_of(table: str) -> str:
    for mapper in SQLModel._sa_registry.mappers:
        if mapper.local_table.name == table:  # type: ignore[attr-defined]
            return str(mapper.class_.__module__.split(".")[1])
    raise AssertionError(table)


def test_every_table_stands_in_the_table_of_its_slice() -> None:
    tables = set(SQLModel.metadata.tables)
    assert len(tables) > 60
    missing = sorted(t for t in tables if t not in names(slice_of(t)))
    assert missing == []


def test_the_glossary_names_no_table_that_is_gone() -> None:
    told = {
        word
        for section in SECTIONS
        for row in rows(section)
        for part in re.findall(r"表 ((?:`\w+`、?)+)", row[1])
        for word in re.findall(r"`(\w+)`", part)
    }
    assert told - set(SQLModel.metadata.tables) == set()


def test_every_flow_is_named_with_its_word() -> None:
    parts.load()
    told = {
        word for section in SECTIONS for row in rows(section) for word in re.findall(r"流转 `(\w+)`", row[1])
    }
    assert told == set(FLOWS)


def test_every_kind_of_catalogue_is_named() -> None:
    parts.load()
    told = {
        word for section in SECTIONS for row in rows(section) for word in re.findall(r"类别 `(\w+)`", row[1])
    }
    assert told == set(shapes.kinds())


@pytest.mark.parametrize("permission", Permission, ids=str)
def test_a_permission_has_the_word_that_the_product_shows(permission: Permission) -> None:
    told = [row[0] for section in SECTIONS for row in rows(section) if f"权限 `{permission.value}`" in row[1]]
    assert told == [permission.label]


def test_every_role_of_the_profile_is_named() -> None:
    seeded = tomllib.loads((PROFILE / "roles.toml").read_text())["entry"]
    told = re.findall(r"`(R\d+)` [\u4e00-\u9fff]", SECTIONS["identity"])
    assert sorted(told) == sorted(entry["code"] for entry in seeded)


def test_every_name_in_the_glossary_is_a_word_of_the_code() -> None:
    files = [p for p in (ROOT / "backend" / "bole").rglob("*") if p.suffix in (".py", ".toml")]
    code = set(re.findall(r"\w+", "\n".join(p.read_text() for p in files)))
    told = {word for section in SECTIONS for name in names(section) for word in re.findall(r"\w+", name)}
    # suffixes of columns, and a header that only partners' code spells so
    endings = {word for word in told if word.startswith("_") and any(w.endswith(word) for w in code)}
    assert told - code - endings == set()


def test_every_row_has_a_word_a_name_and_a_source() -> None:
    for section in SECTIONS:
        for row in rows(section):
            assert len(row) == 3, row
            assert re.search(r"[\u4e00-\u9fff]", row[0]), row
            assert "`" in row[1], row
            assert row[2], row


def test_no_word_stands_for_two_things_in_one_slice() -> None:
    for section in SECTIONS:
        words = [row[0] for row in rows(section)]
        assert len(words) == len(set(words)), section
