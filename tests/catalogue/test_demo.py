"""The demo accounts that a profile ships: each role can be tried, on people who hold its posts."""

from datetime import date
from pathlib import Path

import pytest
from tests.support.city import CHAOZHOU

from bole.catalogue.profile import ProfileWrong, read_profile
from bole.catalogue.profile.demo import Demo, holder_of, read_demo
from bole.catalogue.profile.told import Profile
from bole.identity.rules import AccountKind

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def chaozhou() -> Profile:
    return read_profile(CHAOZHOU)


@pytest.fixture(scope="module")
def demo(chaozhou: Profile) -> Demo:
    return read_demo(CHAOZHOU, chaozhou)


def test_every_role_can_be_tried(demo: Demo):
    assert {a.role for a in demo.accounts} == {f"R{n}" for n in range(1, 16)}
    assert len({a.login for a in demo.accounts}) == len(demo.accounts)


def test_two_districts_can_be_held_against_each_other(demo: Demo, chaozhou: Profile):
    posts = {p.code: p.unit for p in chaozhou.posts}
    assert {posts[a.post] for a in demo.accounts if a.role == "R5" and a.post} == {
        "xiangqiao-office",
        "chaoan-office",
    }


def test_each_account_on_a_post_is_its_holders_of_the_day(demo: Demo, chaozhou: Profile):
    people = [holder_of(chaozhou, a, TODAY) for a in demo.accounts if a.post]
    assert len(set(people)) == len(people) == 14, "one account a person"
    leader = next(a for a in demo.accounts if a.role == "R4")
    assert holder_of(chaozhou, leader, date(2026, 8, 1)) != holder_of(chaozhou, leader, TODAY)
    with pytest.raises(ProfileWrong, match="没有第 1 位任职人"):
        holder_of(chaozhou, leader, date(2026, 8, 20))


def test_the_talent_and_the_venue_sit_on_no_post(demo: Demo):
    others = {a.kind: (a.level, a.partner) for a in demo.accounts if a.post is None}
    assert others == {
        AccountKind.TALENT: ("L3", None),
        AccountKind.PARTNER_OPERATOR: (None, "hosp-central"),
    }


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ('role = "R1",', 'role = "R99",', "jingban.*R99"),
        ('post = "office-general"', 'post = "office-deputy"', "jingban.*没有角色“R1”"),
        ('partner = "hosp-central"', 'partner = "hosp-moon"', "yiyuan.*hosp-moon"),
        ('services = ["scenic"]', 'services = ["moon"]', "scenic-bridge.*moon"),
        ('kind = "talent", level = "L3"', 'kind = "talent"', "rencai.*人才本人写层次"),
        ("account = [", "accounts = [", "不认识 accounts"),
    ],
)
def test_a_wrong_account_is_refused_by_its_login(
    chaozhou: Profile, tmp_path: Path, before: str, after: str, says: str
):
    text = (CHAOZHOU / "demo_accounts.toml").read_text(encoding="utf-8")
    assert before in text
    (tmp_path / "demo_accounts.toml").write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(ProfileWrong, match=says):
        read_demo(tmp_path, chaozhou)
