"""The honest test that no city is hard-wired: three others, each with its own units, numbers and cards."""

from pathlib import Path

import pytest
from tests.support.city import CHAOZHOU

from bole.catalogue.profile import (
    ProfileWrong,
    changes,
    load_profile,
    profile_of,
    read_profile,
    write_profile,
)
from bole.catalogue.profile.told import Profile

CITIES = ("kunming", "yunnan", "shanxi")


def city(name: str) -> Profile:
    return read_profile(CHAOZHOU.parent / name)


@pytest.mark.parametrize("name", CITIES)
async def test_another_city_is_loaded_and_told_back(acting, tmp_path: Path, name: str):
    told = city(name)
    async with acting() as ctx:
        await load_profile(ctx, told)
    async with acting() as ctx:
        assert await profile_of(ctx) == told
        assert (await load_profile(ctx, told)).done == ()
    write_profile(told, tmp_path / "out")
    assert read_profile(tmp_path / "out") == told, "what was borrowed is written out"


def test_the_card_of_shanxi_has_five_classes_of_twenty_seven_services():
    told = city("shanxi")
    (scheme,) = [e for e in told.entries if e.kind == "card_scheme"]
    assert [c["name"] for c in scheme.body["classes"]] == [
        "创新创业",
        "生活保障",
        "出入境",
        "交通出行",
        "文旅康养",
    ]
    assert len([e for e in told.entries if e.kind == "card_service"]) == 27
    assert len([e for e in told.entries if e.kind == "card_tier"]) == 2


def test_a_city_without_a_card_has_none():
    for name in ("kunming", "yunnan"):
        assert not [e for e in city(name).entries if e.kind.startswith("card_")]


def test_the_cadence_of_yunnan_is_a_quarter_at_every_level():
    (cadence,) = [e for e in city("yunnan").entries if e.kind == "contact_cadence"]
    assert {level["months"] for level in cadence.body["levels"]} == {3}


@pytest.mark.parametrize("name", CITIES)
def test_everything_proposed_is_labelled(name: str):
    told = city(name)
    assert told.city.label == "演示数据"
    sources = {e.source for e in told.entries if e.kind not in ("role", "talent_type", "statutory_holidays")}
    assert sources == {"演示数据"}


@pytest.mark.parametrize("name", CITIES)
def test_the_country_has_one_calendar(name: str):
    assert city(name).calendars == read_profile(CHAOZHOU).calendars


def test_two_cities_are_compared_in_words():
    told = [c.words for c in changes(read_profile(CHAOZHOU), city("shanxi"))]
    assert "~ 方案：名称 潮州市 → 山西省" in told
    assert "+ 目录 card_scheme green 2025-01-01（山西人才绿卡）" in told
    assert "- 单位 fengxi（枫溪区）" in told


def test_what_is_borrowed_must_be_there(tmp_path: Path):
    text = (CHAOZHOU.parent / "kunming/profile.toml").read_text(encoding="utf-8")
    (tmp_path / "profile.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ProfileWrong, match=r"没有 \.\./chaozhou/roles"):
        read_profile(tmp_path)
