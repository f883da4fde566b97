"""The error workbook: the rows that stayed out, as they were sent, with the wrong cells marked and the words
beside them. What is mended there can be sent again as it is; the two added columns are not read.

Like the reading, it is made in a process of its own:  python -m bole.roster.marking < question
"""

import os
import sys
from pathlib import Path
from typing import Any, Final

import orjson

from bole.core.errors import Refusal
from bole.roster.reader import confine, find_table, tell, told_of
from bole.roster.sheets import Field, Sheet, shown

ROW_NUMBER: Final = "原行号"
WORDS: Final = "错误说明"


def mark(question: dict[str, Any]) -> int:
    """Writes the workbook to `target`; how many rows it has."""
    grid, header, rows = find_table(Path(question["path"]), question["sheet"])
    marks: dict[int, list[tuple[str, str]]] = {int(row): found for row, found in question["marks"].items()}
    width = max(header.titles, default=0) + 1
    fields = [Field(header.titles.get(i, ""), 20) for i in range(width)] + [
        Field(ROW_NUMBER, 8),
        Field(WORDS, 60),
    ]
    sheet = Sheet(Path(question["target"]), grid.sheet)
    sheet.columns(fields)
    sheet.head(fields)
    written = 0
    for number, row in rows:
        if (found := marks.get(number)) is None:
            continue
        cells = [shown(row[i]) if i < len(row) else "" for i in range(width)]
        wrong = frozenset(header.at[key] for key, _ in found if key in header.at)
        words = "\n".join(f"{i}. {text}" for i, (_, text) in enumerate(found, start=1))
        sheet.row([*cells, str(number), words], wrong)
        written += 1
    sheet.close()
    return written


def main() -> None:
    question = orjson.loads(sys.stdin.buffer.read())
    confine()
    out = sys.stdout.buffer
    try:
        tell(out, {"done": mark(question)})
    except Refusal as no:
        tell(out, {"refused": {"code": no.code(), "facts": no.facts}})
    except BaseException as error:
        tell(out, told_of(error))
    os._exit(0)


if __name__ == "__main__":
    main()
