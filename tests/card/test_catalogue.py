"""What an entry of the card's catalogue may say."""

import tomllib

import pytest
from pydantic import ValidationError
from tests.card.world import PROFILE

from bole.card.catalogue import CardScheme, CardService, CardTier
from bole.card.quota_rules import Limit, Period
from bole.catalogue.shapes import shape_of

SERVICE = {
    "scheme": "youcai", "service_class": "travel", "modes": ["scan"], "tiers": ["gold", "silver"],
    "limits": [{"period": "year", "by_tier": {"gold": 8, "silver": 4}}],
}  # fmt: skip


def test_the_demo_scheme_has_five_classes_and_eighteen_services():
    entries = tomllib.loads(PROFILE.read_text())["entry"]
    told = [(e["kind"], shape_of(e["kind"]).model_validate(e["body"])) for e in entries]
    (scheme,) = [b for _, b in told if isinstance(b, CardScheme)]
    services = [b for _, b in told if isinstance(b, CardService)]
    tiers = {e["code"] for e in entries if e["kind"] == "card_tier"}
    assert len(scheme.classes) == 5 and len(services) == 18
    assert {s.service_class for s in services} == {c.code for c in scheme.classes}
    assert all(set(s.tiers) <= tiers for s in services)
    assert not set.intersection(*(set(b.levels) for _, b in told if isinstance(b, CardTier)))


def test_a_quota_may_differ_by_tier():
    service = CardService.model_validate(SERVICE)
    assert service.limits_of("gold") == [Limit(Period.YEAR, 8)]
    assert service.limits_of("silver") == [Limit(Period.YEAR, 4)]
    assert service.limits_of("regular") == []


def test_a_service_without_limits_is_counted_for_as_long_as_the_card():
    service = CardService.model_validate(SERVICE | {"limits": []})
    assert service.limits_of("gold") == [Limit(Period.CARD, None)]


@pytest.mark.parametrize(
    "change",
    [
        {"surprise": 1},
        {"modes": []},
        {"modes": ["carry"]},
        {"tiers": []},
        {"limits": [{"period": "year", "quota": 1}, {"period": "year", "quota": 2}]},
        {"limits": [{"period": "year", "quota": 1, "by_tier": {"gold": 1, "silver": 1}}]},
        {"limits": [{"period": "year", "by_tier": {"gold": 8}}]},
        {"limits": [{"period": "year", "by_tier": {"gold": 8, "silver": -1}}]},
        {"limits": [{"period": "week", "quota": 1}]},
        {"limits": [{"period": "year", "quota": -1}]},
        {"pool": {"period": "card", "quota": 10}},
        {"per": "child_stage"},
        {"stages": ["小学"]},
        {"reverse_within_hours": 100000},
    ],
)
def test_an_entry_that_contradicts_itself_cannot_be_published(change):
    with pytest.raises(ValidationError):
        CardService.model_validate(SERVICE | change)
