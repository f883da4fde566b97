"""A flow is told once and checked wherever it is used."""

from enum import StrEnum

import pytest

from bole.core.errors import StepNotAllowed
from bole.core.flow import FLOWS, Flow, step


class Light(StrEnum):
    RED = "red"
    GREEN = "green"
    OFF = "off"


LABELS = {Light.RED: "红", Light.GREEN: "绿", Light.OFF: "灭"}


def light() -> Flow[Light]:
    made = Flow(
        "test_light",
        Light.RED,
        LABELS,
        step("go", Light.RED, Light.GREEN, "放行"),
        step("stop", Light.GREEN, Light.RED, "停止"),
        step("end", {Light.RED, Light.GREEN}, Light.OFF, "关闭"),
    )
    FLOWS.pop("test_light")  # the register is the product's
    return made


def test_a_state_moves_only_by_an_allowed_step() -> None:
    flow = light()
    assert flow.after(Light.RED, "go") is Light.GREEN
    with pytest.raises(StepNotAllowed) as no:
        flow.after(Light.OFF, "go")
    assert str(no.value) == "当前为“灭”，不能“放行”。"


def test_every_state_and_step_agree_with_what_is_allowed() -> None:
    flow = light()
    for state in Light:
        allowed = {s.name for s in flow.allowed(state)}
        for name in flow.steps:
            if name in allowed:
                assert flow.after(state, name) is flow.steps[name].to
            else:
                with pytest.raises(StepNotAllowed):
                    flow.after(state, name)


def test_an_unreachable_state_stops_the_import() -> None:
    with pytest.raises(ValueError, match="unreachable"):
        Flow("test_dead", Light.RED, LABELS, step("go", Light.RED, Light.GREEN, "放行"))


def test_a_step_told_twice_stops_the_import() -> None:
    with pytest.raises(ValueError, match="twice"):
        Flow(
            "test_twice",
            Light.RED,
            LABELS,
            step("a", Light.RED, Light.GREEN, "x"),
            step("a", Light.RED, Light.OFF, "y"),
        )


def test_the_diagram_shows_every_step() -> None:
    drawn = light().mermaid()
    assert "red --> green: 放行" in drawn and "[*] --> red" in drawn
