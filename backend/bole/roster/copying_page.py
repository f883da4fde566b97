"""The own copy for reading: one page that needs nothing else, to be printed or kept."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from html import escape
from typing import Any, Final

import orjson

from bole.core.clock import SHANGHAI
from bole.core.flow import FLOWS
from bole.roster.copying import Part

STYLE: Final = """
body{font:14px/1.6 "Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;color:#1a1a1a;margin:2rem auto;
max-width:60rem;padding:0 1rem}
h1{font-size:22px;margin:0 0 .25rem}h2{font-size:16px;margin:1.75rem 0 .5rem;break-after:avoid}
p{margin:.25rem 0;color:#555}table{border-collapse:collapse;width:100%}
th,td{border:1px solid #ccc;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#f4f4f4;font-weight:600}dl{display:grid;grid-template-columns:10rem 1fr;gap:.25rem 1rem;margin:0}
dt{color:#555}dd{margin:0;overflow-wrap:anywhere}tr{break-inside:avoid}
@media print{body{margin:0;max-width:none}@page{size:A4;margin:15mm}}
"""

Section = tuple[Part, Sequence[Mapping[str, Any]]]


def page_of(name: str, at: datetime, sections: Sequence[Section]) -> bytes:
    """All sections, also the empty ones: that nothing is kept is told too."""
    head = (
        f"<h1>本人资料副本：{escape(name)}</h1>"
        f"<p>制作时间：{at:%Y-%m-%d %H:%M}。依据个人信息保护法第四十五条，向本人提供。</p>"
        "<p>内含明文证件号码与联系方式，请妥善保管。资料有误的，请向归口单位提出更正。</p>"
    )
    body = "".join(_section(told, rows) for told, rows in sections)
    return (
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>本人资料副本：{escape(name)}</title><style>{STYLE}</style></head>"
        f"<body><main>{head}{body}</main></body></html>"
    ).encode()


def _section(told: Part, rows: Sequence[Mapping[str, Any]]) -> str:
    heading = f'<section><h2 id="{told.code}">{escape(told.title)}</h2>'
    if not rows:
        return f"{heading}<p>没有记录。</p></section>"
    if len(rows) == 1:
        pairs = "".join(
            f"<dt>{escape(word)}</dt><dd>{_said(rows[0][name])}</dd>" for name, word in told.words.items()
        )
        return f"{heading}<dl>{pairs}</dl></section>"
    titles = "".join(f'<th scope="col">{escape(word)}</th>' for word in told.words.values())
    lines = "".join(
        "<tr>" + "".join(f"<td>{_said(row[n])}</td>" for n in told.words) + "</tr>" for row in rows
    )
    return f"{heading}<table><thead><tr>{titles}</tr></thead><tbody>{lines}</tbody></table></section>"


def _said(value: Any) -> str:
    """As a person reads it."""
    match value:
        case None | "" | [] | {}:
            return "—"
        case bool():
            return "是" if value else "否"
        case Enum():
            return escape(_word(value))
        case datetime():
            return f"{value.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
        case date():
            return "长期" if value == date.max else value.isoformat()
        case list() | tuple():
            return "、".join(_said(one) for one in value)
        case dict():
            return escape(orjson.dumps(value, default=str).decode())
        case _:
            return escape(str(value))


def _word(value: Any) -> str:
    """The word of a list or of a flow; the value itself where it has none."""
    if hasattr(value, "label"):
        return str(value.label)
    labels = next((f.labels for f in FLOWS.values() if type(f.start) is type(value)), {})
    return str(labels.get(value, value.value))
