"""Logs: one JSON object a line, one line for each unit of work, and nothing about a person.

What may be written is a list, not what may not: a field that is not on it is dropped and its name noted.
Values are numbers, ids and our own words. An exception is written as its class and where it was raised; its
message stays out, because PostgreSQL's messages quote the row.
"""

import logging
import sys
import traceback
from collections.abc import MutableMapping
from contextvars import ContextVar
from pathlib import Path
from typing import Any, TextIO

import orjson
import structlog
from asgi_correlation_id import correlation_id

FIELDS = frozenset(
    {
        # the line itself
        "at", "level", "event", "logger", "request_id", "dropped",
        # a request
        "method", "route", "status", "ms", "bytes",
        # a unit of work
        "operation", "actor_id", "kind", "code", "replayed",
        # a job, a timer, a reaction
        "job", "job_id", "fact", "attempt", "waiting", "done", "failed",
        # the process
        "pid", "port", "version", "env", "step", "seconds", "error", "frames", "signal",
        # the audit chain
        "shard", "seq", "entries",
    }
)  # fmt: skip

LONGEST = 200
FRAMES = 12
ROOT = Path(__file__).resolve().parents[1]
Event = MutableMapping[str, Any]


REQUEST: ContextVar[dict[str, Any] | None] = ContextVar("bole_request", default=None)
"""What is said so far about the request that is being answered; core/metrics.py writes it as one line."""


def about(**said: Any) -> None:
    """Adds to that line: operation, actor_id, code. Outside a request it is nobody's business."""
    line = REQUEST.get()
    if line is not None:
        line.update(said)


def configure(stream: TextIO | None = None, *, level: int = logging.INFO) -> None:
    """From now on this process logs to `stream` (standard output), our loggers and the libraries' alike."""
    out = stream or sys.stdout
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.stdlib.add_logger_name,
            *SHARED,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(out)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[_foreign, structlog.stdlib.add_logger_name, *SHARED],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, allowed, _json],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access", "asyncio", "pgqueuer"):
        theirs = logging.getLogger(name)
        theirs.handlers.clear()
        theirs.propagate = True
    # Each request has its own line; the library's would hold paths with ids and tokens.
    logging.getLogger("uvicorn.access").disabled = True
    # It logs the text of a query, with the literals in it.
    logging.getLogger("strawberry.execution").disabled = True


def allowed(_: Any, __: str, event: Event) -> Event:
    """Keeps the fields of the list; names what it dropped."""
    kept: Event = {key: _short(value) for key, value in event.items() if key in FIELDS}
    if len(kept) < len(event):
        kept["dropped"] = sorted(key for key in event if key not in FIELDS)
    return kept


def _short(value: Any) -> Any:
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, (list, tuple)):
        return [_short(v) for v in value[:50]]
    text = str(value)
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def _request_id(_: Any, __: str, event: Event) -> Event:
    if "request_id" not in event and (current := correlation_id.get()):
        event["request_id"] = current
    return event


def _exception(_: Any, __: str, event: Event) -> Event:
    """Class and places of the exception, innermost last; never its message."""
    given = event.pop("exc_info", None)
    error = sys.exc_info()[1] if given is True else given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        event.setdefault("error", type(error).__qualname__)
        event["frames"] = [
            f"{_place(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(error.__traceback__)[-FRAMES:]
        ]
    return event


def _place(filename: str) -> str:
    path = Path(filename)
    if path.is_relative_to(ROOT):
        return str(path.relative_to(ROOT.parent))
    return "/".join(path.parts[-2:])


def _foreign(_: Any, __: str, event: Event) -> Event:
    """A library's line: its wording without the values put into it, which may be anything."""
    record: logging.LogRecord | None = event.get("_record")
    if record is not None and not record.name.startswith("uvicorn"):
        event["event"] = str(record.msg)
    return event


def _json(_: Any, __: str, event: Event) -> str:
    return orjson.dumps(event, default=str).decode()


SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
    _request_id,
    _exception,
]
