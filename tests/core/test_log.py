"""What a log line holds, and what it never holds."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog
from asgi_correlation_id import correlation_id

from bole.core import log


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    out = io.StringIO()
    log.configure(out)
    yield out
    root.handlers[:] = before
    root.setLevel(level)
    structlog.reset_defaults()


def written(lines: io.StringIO) -> list[dict]:
    return [json.loads(line) for line in lines.getvalue().splitlines()]


def test_a_line_is_json_with_time_level_and_request(lines: io.StringIO) -> None:
    token = correlation_id.set("5f2b")
    structlog.get_logger("bole.test").info("请求", route="/graphql", status=200, ms=1.5)
    correlation_id.reset(token)
    (line,) = written(lines)
    assert "请求" in lines.getvalue()  # Chinese stays readable
    assert line["request_id"] == "5f2b"
    assert line["level"] == "info"
    assert line["at"].endswith("Z")
    assert (line["route"], line["status"], line["ms"]) == ("/graphql", 200, 1.5)


def test_a_field_that_is_not_on_the_list_is_dropped_and_named(lines: io.StringIO) -> None:
    structlog.get_logger("bole.test").info("request", name="林晓岚", id_number="445199199001010014")
    assert "林晓岚" not in lines.getvalue()
    assert "445199" not in lines.getvalue()
    assert written(lines)[0]["dropped"] == ["id_number", "name"]


def test_an_exception_is_told_by_class_and_place_not_by_message(lines: io.StringIO) -> None:
    try:
        raise ValueError("Key (phone)=(13800138000) already exists")
    except ValueError as error:
        structlog.get_logger("bole.test").error("internal_error", exc_info=error)
    (line,) = written(lines)
    assert "13800138000" not in lines.getvalue()
    assert line["error"] == "ValueError"
    assert line["frames"][-1].endswith("test_an_exception_is_told_by_class_and_place_not_by_message")


def test_a_library_line_keeps_its_wording_and_loses_its_values(lines: io.StringIO) -> None:
    logging.getLogger("some.library").warning("cannot send to %s", "lin@example.com")
    (line,) = written(lines)
    assert line["event"] == "cannot send to %s"
    assert line["logger"] == "some.library"


def test_a_library_exception_loses_its_message(lines: io.StringIO) -> None:
    try:
        raise RuntimeError("13800138000")
    except RuntimeError:
        logging.getLogger("some.library").exception("job failed")
    assert "13800138000" not in lines.getvalue()
    assert written(lines)[0]["error"] == "RuntimeError"


def test_paths_and_queries_of_libraries_are_not_logged(lines: io.StringIO) -> None:
    logging.getLogger("uvicorn.access").info('"GET /talents/445199199001010014" 200')
    logging.getLogger("strawberry.execution").error('query { talent(idNumber: "445199199001010014") { id } }')
    assert lines.getvalue() == ""


def test_a_long_value_is_cut(lines: io.StringIO) -> None:
    structlog.get_logger("bole.test").info("request", route="/" + "x" * 1000)
    assert len(written(lines)[0]["route"]) == log.LONGEST + 1
