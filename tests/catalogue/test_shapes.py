"""What a body may hold is told by the slice that uses it, and nothing else gets in."""

import pytest
from pydantic import BaseModel

from bole.catalogue import shapes
from bole.catalogue.shapes import UnknownKind, normal, parse, shape
from bole.core.errors import InvalidInput


def test_every_slice_that_keeps_entries_is_known():
    assert {"level", "talent_type", "role", "city", "card_scheme", "card_tier", "card_service"} <= set(
        shapes.kinds()
    )
    assert {"contact_cadence", "fasttrack_term"} <= set(shapes.kinds())
    assert all(not name.isascii() for name in shapes.kinds().values()), "each kind has a Chinese name"


def test_an_unknown_kind_is_refused_with_those_that_are_known():
    with pytest.raises(UnknownKind, match="人才层次（level）"):
        normal("levels", {})


def test_an_unknown_field_is_refused_by_name():
    with pytest.raises(InvalidInput) as refused:
        parse("level", {"ordinal": 1, "label": "第一层次", "bonus": 3})
    assert refused.value.field == "body.bonus"
    assert "人才层次" in str(refused.value)


def test_the_first_wrong_field_is_told_and_the_others_counted():
    with pytest.raises(InvalidInput, match="另有 1 处") as refused:
        parse("level", {"ordinal": 0, "label": ""})
    assert refused.value.field == "body.ordinal"


def test_a_body_is_kept_with_its_defaults_written_out():
    assert normal("level", {"ordinal": 1, "label": "第一层次"}) == {
        "ordinal": 1,
        "label": "第一层次",
        "recognised": True,
        "criteria": [],
    }


def test_sets_are_kept_in_order_so_that_equal_bodies_are_equal_text():
    one = normal("role", {"actor": "staff", "permissions": ["org:read", "card:read", "audit:read"]})
    two = normal("role", {"actor": "staff", "permissions": ["audit:read", "org:read", "card:read"]})
    assert one == two
    assert one["permissions"] == ["audit:read", "card:read", "org:read"]


def test_nobody_signs_in_as_the_platform():
    with pytest.raises(InvalidInput, match="后台进程"):
        parse("role", {"actor": "system", "permissions": ["org:read"]})


def test_a_role_holds_only_permissions_that_exist():
    with pytest.raises(InvalidInput) as refused:
        parse("role", {"actor": "staff", "permissions": ["org:read", "org:conquer"]})
    assert (refused.value.field or "").startswith("body.permissions")


def test_a_shape_that_lets_anything_in_is_refused_at_import():
    with pytest.raises(TypeError, match="extra"):

        @shape("anything")
        class Anything(BaseModel):
            """随便"""


def test_a_kind_is_told_once():
    with pytest.raises(TypeError, match="told twice"):

        @shape("level")
        class AnotherLevel(shapes.Shape):
            """又一种层次"""
