"""The stations of a career: rows from what was filled in, and what of them the record itself shows."""

from datetime import date
from typing import Any, TypeAlias

from sqlmodel import col, select

from bole.core.context import Context
from bole.roster.codes import read_uscc
from bole.roster.forms import EducationIn, EmploymentIn, FamilyIn, HonourIn, TitleIn
from bole.roster.models import Education, Employment, FamilyMember, Honour, OfTalent, Talent, Title
from bole.roster.names import check_name
from bole.roster.rules import TitleRank, check_past, check_span, highest

Station: TypeAlias = EmploymentIn | EducationIn | TitleIn | HonourIn | FamilyIn


def of(talent: Talent) -> dict[str, Any]:
    """Whose row it is, and where it belongs."""
    return {"talent_id": talent.id, "unit_path": talent.unit_path}


def row_of(talent: Talent, form: Station, today: date) -> OfTalent:
    """The row of what was filled in; refuses days that cannot be."""
    told = form.model_dump()
    match form:
        case EmploymentIn():
            check_past("到岗日期", form.started_on, today=today, field="startedOn")
            check_span("服务期止", form.started_on, form.service_until, field="serviceUntil")
            told["employer_uscc"] = read_uscc(form.employer_uscc).code if form.employer_uscc else None
            return Employment(**of(talent), **told)
        case EducationIn():
            check_past("毕业日期", form.graduated_on, today=today, field="graduatedOn")
            return Education(**of(talent), **told)
        case TitleIn():
            check_past("取得日期", form.granted_on, today=today, field="grantedOn")
            return Title(**of(talent), **told)
        case HonourIn():
            check_past("授予日期", form.granted_on, today=today, field="grantedOn")
            return Honour(**of(talent), **told)
        case FamilyIn():
            check_past("出生日期", form.birth_date, today=today, field="birthDate")
            return FamilyMember(**of(talent), **{**told, "name": check_name(form.name)})


async def show_career(ctx: Context, talent: Talent) -> None:
    """Keeps what the record shows of a career: main employment, highest degree, highest title."""
    await ctx.db.flush()
    main = select(Employment).where(col(Employment.talent_id) == talent.id, col(Employment.main))
    work = (await ctx.db.exec(main)).first()
    talent.employer_name = work.employer_name if work else None
    talent.employer_unit_id = work.employer_unit_id if work else None
    talent.position = work.position if work else None
    degrees = select(col(Education.degree)).where(col(Education.talent_id) == talent.id)
    talent.highest_degree = highest((await ctx.db.exec(degrees)).all())
    titles = select(Title).where(col(Title.talent_id) == talent.id)
    ranked = sorted(await ctx.db.exec(titles), key=lambda t: list(TitleRank).index(t.rank))
    talent.highest_title = ranked[0].name if ranked else None
    talent.highest_rank = ranked[0].rank if ranked else None
