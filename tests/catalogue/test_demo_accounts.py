"""The demo accounts agree with the city they belong to: each role can be tried, on people who hold its posts."""

from datetime import date

import pytest
from tests.support.city import CHAOZHOU

from bole.catalogue.profile import read_profile
from bole.catalogue.profile.told import Profile
from bole.identity.demo import DemoFile, read_demo_accounts
from bole.org.rules import holds_on

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def chaozhou() -> Profile:
    return read_profile(CHAOZHOU)


@pytest.fixture(scope="module")
def demo() -> DemoFile:
    return read_demo_accounts(CHAOZHOU / "demo_accounts.toml")


def test_every_role_can_be_tried(demo: DemoFile):
    assert {a.role for a in demo.account} == {f"R{n}" for n in range(1, 16)}
    assert len({a.login for a in demo.account}) == len(demo.account)


def test_an_account_has_its_role_from_its_post(demo: DemoFile, chaozhou: Profile):
    roles = {p.code: p.roles for p in chaozhou.posts}
    for account in demo.account:
        if account.post is not None:
            assert account.role in roles[account.post], account.login


def test_each_post_has_a_holder_of_its_own_today(demo: DemoFile, chaozhou: Profile):
    posts = {p.code: p for p in chaozhou.posts}
    people = []
    for account in demo.account:
        if account.post is not None:
            now = [h for h in posts[account.post].holders if holds_on(h.valid_from, h.valid_until, TODAY)]
            people.append(now[account.holder - 1].person)
    assert len(set(people)) == len(people) == 20, "one account a person"


def test_two_districts_can_be_held_against_each_other(demo: DemoFile, chaozhou: Profile):
    units = {p.code: p.unit for p in chaozhou.posts}
    districts = {units[a.post] for a in demo.account if a.role == "R5" and a.post is not None}
    assert districts == {"xiangqiao-office", "chaoan-office"}


def test_venues_redeem_only_services_that_there_are(demo: DemoFile, chaozhou: Profile):
    services = {e.code for e in chaozhou.entries if e.kind == "card_service"}
    assert {s for p in demo.partner for s in p.services} <= services
    assert {a.partner for a in demo.account if a.partner} <= {p.code for p in demo.partner}
    levels = {e.code for e in chaozhou.entries if e.kind == "level"}
    assert {a.level for a in demo.account if a.level} <= levels
