"""Reads a workbook in a process of its own, and tells what it read through a pipe.

The file comes from outside and its reading costs seconds of CPU and hundreds of megabytes: here it can take
neither the worker's event loop nor its memory, and whatever it does to this process, the worker only sees that
it ended. The process is given the path and what the cells are compared with; it has no keys and no database.

    python -m bole.roster.reader < question     question: one JSON document on stdin
    answer: frames of 4 bytes length and JSON:  {"head": …} {"rows": […]}… {"end": …}   or {"refused": …}
"""

import gc
import os
import resource
import struct
import sys
import traceback
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO, Final

import orjson

from bole.core.errors import Refusal
from bole.roster.columns import BY_KEY, Header, find_header
from bole.roster.importing_rules import (
    HEADER_WITHIN,
    MAX_ROWS,
    FileDamaged,
    HeaderMissing,
    SheetEmpty,
    TooManyRows,
)
from bole.roster.rows import Found, Known, RowReader
from bole.roster.workbook import Grid, Row, column_letters, open_grids

MEMORY: Final = 3 * 1024**3
CPU_SECONDS: Final = 600
OUT_OF_MEMORY: Final = 137
FRAME: Final = struct.Struct(">I")


def find_table(path: Path, sheet: str | None) -> tuple[Grid, Header, Iterator[tuple[int, Row]]]:
    """The sheet (or the encoding) that has a header, and its rows below; refuses HeaderMissing."""
    seen = []
    for grid in open_grids(path, sheet):
        head = list(islice(grid.rows, HEADER_WITHIN + 1))
        header = find_header(grid, head)
        if header is not None:
            below = [(n, row) for n, row in head if n > header.last_row]
            return grid, header, chain(below, grid.rows)
        seen.append(grid.sheet)
    raise HeaderMissing(within=HEADER_WITHIN, sheets="、".join(dict.fromkeys(seen)))


def read_rows(
    reader: RowReader, rows: Iterator[tuple[int, Row]], header: Header, after: int
) -> Iterator[Found]:
    """Every row that is not empty and stands below row `after`. All are read: twins may stand above."""
    count = 0
    for number, row in rows:
        if number <= header.last_row:
            continue
        found = reader.read(number, row)
        if found is None:
            continue
        count += 1
        if count > MAX_ROWS:
            raise TooManyRows(limit=f"{MAX_ROWS:,}")
        if number > after:
            yield found
    if not count:
        raise SheetEmpty(sheet=reader.grid.sheet)


def answer(question: dict[str, Any], out: BinaryIO) -> None:
    """Reads as asked and writes the frames."""
    grid, header, rows = find_table(Path(question["path"]), question["sheet"])
    tell(out, {"head": _head(grid, header)})
    reader = RowReader(grid, header, Known(**question["known"]))
    found = read_rows(reader, rows, header, question["after"])
    while chunk := list(islice(found, question["chunk"])):
        tell(out, {"rows": [[f.number, f.values, f.problems, f.name] for f in chunk]})
    tell(out, {"end": True})


def _head(grid: Grid, header: Header) -> dict[str, Any]:
    return {
        "sheet": grid.sheet,
        "sheets": grid.sheets,
        "format": grid.format,
        "encoding": grid.encoding,
        "rows": max(grid.height - header.last_row, 0) if grid.height is not None else None,
        "columns": {
            key: [column_letters(grid.first_column + i + 1), header.titles[i], BY_KEY[key].title]
            for key, i in sorted(header.at.items(), key=lambda pair: pair[1])
        },
        "unused": [[column_letters(grid.first_column + i + 1), title] for i, title in header.unused],
    }


def tell(out: BinaryIO, told: dict[str, Any]) -> None:
    data = orjson.dumps(told)
    out.write(FRAME.pack(len(data)) + data)
    out.flush()


def told_of(error: BaseException) -> dict[str, Any]:
    """What the parent hears of an error; ends the process when memory is out. What the error says could quote
    the file, so of our own faults only kind and place are told."""
    if isinstance(error, MemoryError):
        os._exit(OUT_OF_MEMORY)
    if isinstance(error, Exception):
        last = traceback.extract_tb(error.__traceback__)[-1]
        return {"broke": f"{type(error).__name__} {Path(last.filename).name}:{last.lineno}"}
    # a panic of the reading library is no Exception
    return {"refused": {"code": FileDamaged.code(), "facts": {"where": "表格内容不合规范"}}}


def confine() -> None:
    """What a workbook may cost: memory, time, and not one more file."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    question = orjson.loads(sys.stdin.buffer.read())
    confine()
    gc.disable()  # nothing here is circular, and a million cells would be walked again and again
    out = sys.stdout.buffer
    try:
        answer(question, out)
    except Refusal as no:
        tell(out, {"refused": {"code": no.code(), "facts": no.facts}})
    except BrokenPipeError:
        os._exit(1)  # nobody listens any more: the import was cancelled
    except BaseException as error:
        tell(out, told_of(error))
    os._exit(0)  # without waiting for the whole workbook to be freed piece by piece


if __name__ == "__main__":
    main()
