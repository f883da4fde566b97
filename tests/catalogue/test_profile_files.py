"""A city in files: read, written and compared; wrong files are refused with their name."""

import itertools
from datetime import date
from pathlib import Path

import pytest
from tests.support.city import CHAOZHOU

from bole.catalogue.profile import ProfileWrong, changes, read_profile, write_profile
from bole.catalogue.profile.told import EntryRow, Profile
from bole.org.rules import Commissioner, UnitKind

CITY = """
code = "town"
name = "小城"
system = "伯乐·小城"
label = "演示数据"
valid_from = 2024-01-01
"""
UNITS = """
unit = [
  { code = "root", kind = "committee", name = "小城市委" },
  { code = "edu", kind = "member", name = "教育局", parent = "root", member_of = [{ group = "group" }] },
  { code = "group", kind = "leading_group", name = "领导小组", parent = "root" },
]
"""
POSTS = """
post = [
  { code = "edu-chief", unit = "edu", name = "局长", holders = [{ name = "陈某" }] },
  { code = "edu-leader", unit = "edu", name = "副局长", commissioner = "leader", holders = [{ name = "陈某" }] },
]
"""
LEVELS = """
kind = "level"
source = "演示数据"
[[entry]]
code = "L1"
name = "顶尖人才"
[entry.body]
ordinal = 1
label = "第一层次"
[[entry]]
code = "L1"
name = "顶尖人才"
valid_from = 2025-01-01
[entry.body]
ordinal = 1
label = "第一层次"
criteria = [{ text = "院士" }]
"""


@pytest.fixture(scope="module")
def chaozhou() -> Profile:
    return read_profile(CHAOZHOU)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small city, right in every word."""
    for name, text in {"profile": CITY, "units": UNITS, "posts": POSTS, "levels": LEVELS}.items():
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    return tmp_path


# Chaozhou ---------------------------------------------------------------------------------------------


def test_what_is_written_reads_back_as_the_same_city(chaozhou: Profile, tmp_path: Path):
    write_profile(chaozhou, tmp_path / "once")
    again = read_profile(tmp_path / "once")
    assert again == chaozhou
    write_profile(again, tmp_path / "twice")
    for path in sorted((tmp_path / "once").rglob("*.toml")):
        twin = tmp_path / "twice" / path.relative_to(tmp_path / "once")
        assert path.read_text() == twin.read_text()


def test_chaozhou_has_the_units_its_documents_name(chaozhou: Profile):
    count = {kind: sum(u.kind is kind for u in chaozhou.units) for kind in UnitKind}
    assert count[UnitKind.COUNTY] == 3
    assert count[UnitKind.ZONE] == 2
    assert count[UnitKind.TOWN] == 51
    assert count[UnitKind.MEMBER] == 31
    assert count[UnitKind.NON_MEMBER] == 12
    assert count[UnitKind.EMPLOYER] >= 40
    assert sorted(u.short_name for u in chaozhou.units if u.key_employer) == sorted(
        ["市教育局", "市卫健局", "市科技局", "市工信局", "市文广旅体局", "市农业农村局"]
    )
    by_county = {c: sum(1 for u in chaozhou.units if u.kind is UnitKind.TOWN and u.code.startswith(c))
                 for c in ("445102", "445103", "445122")}  # fmt: skip
    assert by_county == {"445102": 12, "445103": 18, "445122": 21}


def test_chaozhou_offers_five_classes_of_eighteen_services(chaozhou: Profile):
    (scheme,) = [e for e in chaozhou.entries if e.kind == "card_scheme"]
    services = [e for e in chaozhou.entries if e.kind == "card_service"]
    classes = [c["code"] for c in scheme.body["classes"]]
    assert len(classes) == 5 and len(services) == 18
    assert {e.body["service_class"] for e in services} == set(classes)
    tiers = {e.code for e in chaozhou.entries if e.kind == "card_tier"}
    assert all(set(e.body["tiers"]) <= tiers for e in services)
    levels = {e.code for e in chaozhou.entries if e.kind == "level"}
    held = [level for e in chaozhou.entries if e.kind == "card_tier" for level in e.body["levels"]]
    assert sorted(held) == sorted(levels), "every level holds exactly one tier"


def test_what_is_our_own_proposal_says_so(chaozhou: Profile):
    proposals = {
        "level",
        "talent_type",
        "card_scheme",
        "card_tier",
        "card_service",
        "contact_cadence",
        "fasttrack_term",
    }
    assert {e.source for e in chaozhou.entries if e.kind in proposals} == {"演示数据"}
    assert chaozhou.city.label == "演示数据"


def test_every_department_has_its_pair_of_commissioners_posts(chaozhou: Profile):
    departments = {u.code for u in chaozhou.units if u.kind in (UnitKind.MEMBER, UnitKind.NON_MEMBER)}
    for part in Commissioner:
        assert sorted(p.unit for p in chaozhou.posts if p.commissioner is part) == sorted(departments)


def test_there_are_fifteen_roles_and_the_auditor_is_not_the_administrator(chaozhou: Profile):
    roles = {e.code: set(e.body["permissions"]) for e in chaozhou.entries if e.kind == "role"}
    assert set(roles) == {f"R{n}" for n in range(1, 16)}
    assert "audit:read" in roles["R15"] and "audit:read" not in roles["R14"]
    assert "account:manage" in roles["R14"] and "account:manage" not in roles["R15"]
    assert not [p for code in ("R14", "R15") for p in roles[code] if p.startswith("roster:")]
    assert roles["R10"] >= {"card:verify", "card:redeem"}
    assert not [p for p in roles["R10"] if p.startswith("roster:")]


def test_every_role_of_the_city_is_on_some_post_except_those_without_one(chaozhou: Profile):
    given = {role for post in chaozhou.posts for role in post.roles}
    assert given == {f"R{n}" for n in range(1, 16)} - {"R9", "R10"}, "talents and venues sit on no post"


def test_no_one_holds_a_post_of_one_with_another(chaozhou: Profile):
    for post in chaozhou.posts:
        terms = sorted((h.valid_from, h.valid_until) for h in post.holders)
        if not post.shared:
            assert all(a[1] is not None and a[1] < b[0] for a, b in itertools.pairwise(terms)), post.code


# A small city -----------------------------------------------------------------------------------------


def test_a_version_without_an_end_ends_where_the_next_begins(folder: Path):
    first, second = read_profile(folder).entries
    assert (first.valid_from, first.valid_until) == (date(2024, 1, 1), date(2024, 12, 31))
    assert (second.valid_from, second.valid_until) == (date(2025, 1, 1), None)


def test_a_person_named_twice_is_one_person(folder: Path):
    chief, deputy = read_profile(folder).posts
    assert chief.holders[0].person == deputy.holders[0].person


def test_what_is_not_said_begins_with_the_city(folder: Path):
    told = read_profile(folder)
    assert {u.valid_from for u in told.units} == {date(2024, 1, 1)}
    assert told.units[1].member_of[0].valid_from == date(2024, 1, 1)


@pytest.mark.parametrize(
    ("file", "before", "after", "says"),
    [
        ("profile.toml", 'code = "town"', "code = ", "profile.toml.*不是有效的 TOML"),
        ("profile.toml", 'label = "演示数据"', 'label = "演示数据"\nmayor = "x"', "mayor"),
        ("units.toml", 'parent = "root", member', 'parent = "nowhere", member', "edu.*上级单位不存在"),
        ("units.toml", 'code = "edu"', 'code = "root"', "单位 root.*编号重复"),
        ("units.toml", 'kind = "member"', 'kind = "guild"', "edu.*kind"),
        ("units.toml", '{ group = "group" }', '{ group = "gang" }', "edu.*gang"),
        ("units.toml", "unit = [", "units = [", "不认识 units"),
        ("posts.toml", 'unit = "edu", name = "局长"', 'unit = "x", name = "局长"', "edu-chief.*“x”"),
        ("posts.toml", 'name = "局长"', 'name = "局长", roles = ["R99"]', "edu-chief.*R99"),
        ("levels.toml", "ordinal = 1", "ordinal = 0", "levels.toml L1.*人才层次"),
        ("levels.toml", 'kind = "level"', 'kind = "height"', "没有“height”这类目录"),
        ("levels.toml", 'source = "演示数据"', 'source = "演示数据"\nauthor = "x"', "levels.toml.*只写"),
        ("levels.toml", "valid_from = 2025-01-01", "valid_from = 2024-01-01", "level/L1.*写了两版"),
    ],
)
def test_a_wrong_file_is_refused_by_name(folder: Path, file: str, before: str, after: str, says: str):
    text = (folder / file).read_text(encoding="utf-8")
    assert before in text
    (folder / file).write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(ProfileWrong, match=says):
        read_profile(folder)


def test_a_wrong_calendar_is_refused_by_name(folder: Path):
    (folder / "calendar").mkdir()
    (folder / "calendar/2026.toml").write_text(
        'year = 2026\nstatus = "official"\nsource = "通知"\n'
        'holidays = [{ name = "元旦", first = 2026-01-01, last = 2026-01-03, workdays = [2026-01-05] }]\n'
    )
    with pytest.raises(ProfileWrong, match=r"calendar/2026\.toml.*不是周六或周日"):
        read_profile(folder)


def test_a_folder_that_is_no_city_is_refused(tmp_path: Path):
    with pytest.raises(ProfileWrong, match=r"profile\.toml"):
        read_profile(tmp_path)


def test_a_full_folder_is_not_written_over(folder: Path, chaozhou: Profile):
    with pytest.raises(ProfileWrong, match="不是空的"):
        write_profile(chaozhou, folder)
    assert "小城" in (folder / "profile.toml").read_text()


def test_text_of_any_kind_survives_the_writing(folder: Path, tmp_path_factory):
    told = read_profile(folder)
    odd = '引号"、反斜\\杠、\t制表、\n换行、\u007f、𬭎、末尾空格 '
    entry = told.entries[1]
    body = {**entry.body, "criteria": [{"text": odd, "evidence": ["a = 1", "# 不是注释"]}]}
    changed = told.model_copy(
        update={"entries": (told.entries[0], EntryRow.model_validate({**entry.model_dump(), "body": body}))}
    )
    out = tmp_path_factory.mktemp("odd") / "city"
    write_profile(changed, out)
    assert read_profile(out).entries[1].body["criteria"][0]["text"] == odd


# Comparing --------------------------------------------------------------------------------------------


def test_a_city_does_not_differ_from_itself(chaozhou: Profile):
    assert changes(chaozhou, chaozhou) == []


def test_differences_are_told_in_words_a_person_can_check(folder: Path):
    before = read_profile(folder)
    (folder / "units.toml").write_text(UNITS.replace('name = "教育局"', 'name = "教育和体育局"'))
    (folder / "levels.toml").write_text(LEVELS.replace('text = "院士"', 'text = "两院院士"'))
    (folder / "posts.toml").write_text(POSTS.replace('"陈某"', '"林某"', 1))
    told = [c.words for c in changes(before, read_profile(folder))]
    assert "~ 单位 edu：名称 教育局 → 教育和体育局" in told
    assert "~ 目录 level L1 2025-01-01：criteria" in "".join(t for t in told if "目录" in t)
    assert any(t.startswith("+ 任职 edu-chief") and t.endswith("（林某）") for t in told)
    assert any(t.startswith("- 任职 edu-chief") and t.endswith("（陈某）") for t in told)
