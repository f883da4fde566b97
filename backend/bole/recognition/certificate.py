"""The certificate as a document, and the page that says whether one is true.

The PDF is made anew each time from what was fixed when it was issued: the same bytes at any time.
"""

import html
import io
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from bole.core.context import Context
from bole.core.operation import query
from bole.core.permissions import Permission
from bole.recognition.models import Recognition
from bole.recognition.public_service import Verified

TITLE_FONTS: Final = ("FZXiaoBiaoSong-B05", "FZXiaoBiaoSong-B05S", "STZhongsong", "Noto Serif SC")
BODY_FONTS: Final = ("FangSong_GB2312", "FangSong", "STFangsong", "Noto Serif SC")
"""What an operator may have; the list ends with what ships, which has the rare characters."""

TEMPLATE: Final = Path(__file__).with_name("certificate.typ")


@dataclass(frozen=True)
class Certificate:
    name: str
    level: str
    talent_type: str
    number: str
    issuer: str
    issued_on: date
    valid_from: date
    valid_until: date
    verify_code: str

    @property
    def filename(self) -> str:
        return f"{self.number}.pdf"


@query(allow=Permission.RECOGNITION_READ)
async def certificate(ctx: Context, *, recognition_id: UUID) -> Certificate:
    """下载认定证书（PDF）。"""
    found = await ctx.get(Recognition, recognition_id)
    return Certificate(
        name=found.name,
        level=found.level_name,
        talent_type=found.type_name,
        number=found.certificate_number,
        issuer=found.issuer,
        issued_on=found.issued_on,
        valid_from=found.valid_from,
        valid_until=found.valid_until,
        verify_code=found.verify_code,
    )


@lru_cache(maxsize=4)
def _fonts(folder: Path | None) -> Any:
    """The operator's fonts first, then what ships; nothing of the machine, so that machines agree."""
    import pylopdf_fonts_zh_cn as shipped
    import typst

    paths = [*([folder] if folder is not None else []), shipped.serif_path().parent]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=paths)


def printed(told: Certificate, settings: Any) -> dict[str, str]:
    """What the template is given. `settings`: the address that people see."""
    base = getattr(settings, "public_url", None)
    address = f"{base.rstrip('/')}/api/v1/recognition/public/certificates/{told.verify_code}" if base else ""
    return {
        "name": told.name,
        "level": told.level,
        "talent_type": told.talent_type,
        "number": told.number,
        "issuer": told.issuer,
        "issued": _day(told.issued_on),
        "from": _day(told.valid_from),
        "until": _day(told.valid_until),
        "code": "-".join(told.verify_code[i : i + 4] for i in range(0, len(told.verify_code), 4)),
        "address": address,
        "symbol": symbol(address) if address else "",
        "year": str(told.issued_on.year),
        "month": str(told.issued_on.month),
        "day": str(told.issued_on.day),
        "title_fonts": ",".join(TITLE_FONTS),
        "body_fonts": ",".join(BODY_FONTS),
    }


def render(told: Certificate, settings: Any) -> bytes:
    """The PDF. `settings`: where the operator's fonts are, and the address that people see."""
    import typst

    made = typst.compile(
        TEMPLATE,
        font_paths=_fonts(getattr(settings, "fonts_dir", None)),
        sys_inputs=printed(told, settings),
        format="pdf",
        pdf_standards=["a-2b"],
        timestamp=datetime(told.issued_on.year, told.issued_on.month, told.issued_on.day, tzinfo=UTC),
    )
    return bytes(made)


def symbol(address: str) -> str:
    """The address as a QR code (SVG), of which a quarter may be worn off: certificates hang on walls."""
    import segno

    made = io.BytesIO()
    segno.make_qr(address, error="q", boost_error=False).save(
        made, kind="svg", border=0, xmldecl=False, nl=False
    )
    return made.getvalue().decode()


def _day(day: date) -> str:
    return f"{day.year} 年 {day.month} 月 {day.day} 日"


PAGE_HEADERS: Final = {
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
    "referrer-policy": "no-referrer",
}


def page(told: Verified) -> str:
    """What a browser shows of a certificate's code."""
    rows = (
        ("证书编号", told.certificate_number),
        ("姓名", told.name),
        ("人才层次", told.level),
        ("人才类型", told.talent_type),
        ("发证机关", told.issuer),
        ("有效期", f"{told.valid_from.isoformat()} 至 {told.valid_until.isoformat()}"),
        ("状态", told.status),
    )
    lines = "".join(f"<dt>{html.escape(k)}</dt><dd>{html.escape(v)}</dd>" for k, v in rows)
    verdict = "证书有效" if told.valid else "证书目前无效"
    return f"""<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>证书核验</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<style>body{{font:16px/1.7 system-ui,sans-serif;max-width:36rem;margin:2rem auto;padding:0 1rem;
color:#1a1a1a;background:#fff}}
h1{{font-size:1.4rem}}dl{{display:grid;grid-template-columns:6em 1fr;gap:.4rem 1rem}}dt{{color:#555}}dd{{margin:0}}
.{"ok" if told.valid else "no"}{{color:{"#1b6b3a" if told.valid else "#a3211b"}}}</style></head>
<body><main><h1 class="{"ok" if told.valid else "no"}">{verdict}</h1><dl>{lines}</dl>
<p>姓名按规定隐去部分；本页不显示证件号码。如与所持证书不符，请向发证机关反映。</p></main></body></html>"""
