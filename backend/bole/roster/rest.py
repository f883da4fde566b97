"""名录的 REST 接口：清单、详情。给脚本和伙伴系统用，字段与表无关，变更即契约变更。"""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field
from starlette.responses import Response

from bole.core.http import Call, calling
from bole.roster import service
from bole.roster.graphql import TalentNode

router = APIRouter(prefix="/api/v1/talents", tags=["talents"])


class UnitOut(BaseModel):
    id: UUID = Field(description="单位编号")
    name: str = Field(description="单位名称")


class TalentRow(BaseModel):
    """名录中的一行。"""

    id: UUID = Field(description="人才编号")
    name: str = Field(description="姓名")
    gender: str = Field(description="性别")
    status: str = Field(description="状态")
    level: str | None = Field(description="层次代码")
    talent_type: str | None = Field(description="类型代码")
    employer_name: str | None = Field(description="用人单位")
    position: str | None = Field(description="职务")
    highest_degree: str | None = Field(description="最高学历")
    highest_title: str | None = Field(description="最高职称")
    highest_rank: str | None = Field(description="职称级别")
    phone_masked: str | None = Field(description="电话（掩码）")
    last_contact_on: date | None = Field(description="最近联系日")
    next_contact_due: date | None = Field(description="下次联系期限")
    version: int = Field(description="版本")
    unit: UnitOut = Field(description="归口单位")


class EmploymentOut(BaseModel):
    employer_name: str = Field(description="用人单位")
    kind: str = Field(description="任职方式")
    position: str | None = Field(description="职务")
    started_on: date | None = Field(description="起")
    ended_on: date | None = Field(description="止")
    main: bool = Field(description="是否主要任职")


class EducationOut(BaseModel):
    degree: str = Field(description="学历")
    school: str | None = Field(description="学校")
    major: str | None = Field(description="专业")
    graduated_on: date | None = Field(description="毕业日期")


class TitleOut(BaseModel):
    name: str = Field(description="职称")
    rank: str = Field(description="级别")
    granted_on: date | None = Field(description="取得日期")


class HonourOut(BaseModel):
    name: str = Field(description="荣誉")
    grade: str = Field(description="级别")
    granted_on: date | None = Field(description="授予日期")


class TalentOut(TalentRow):
    """一位人才。"""

    employments: list[EmploymentOut] = Field(description="任职经历")
    educations: list[EducationOut] = Field(description="学历")
    titles: list[TitleOut] = Field(description="职称")
    honours: list[HonourOut] = Field(description="荣誉")


class PageInfo(BaseModel):
    next: str | None = Field(description="下一页的位置")
    more: bool = Field(description="是否还有")


class TalentPage(BaseModel):
    """一页。"""

    items: list[TalentRow]
    page: PageInfo


@router.get("", response_model=TalentPage, summary="人才名录")
async def talents(
    call: Annotated[Call, calling(service.talents, TalentRow, TalentNode)],
    first: Annotated[int, Query(ge=1, le=100, description="每页条数")] = 50,
    after: Annotated[str | None, Query(max_length=2000, description="上一页给出的位置")] = None,
    unit_id: Annotated[UUID | None, Query(description="单位及其下级")] = None,
    level: Annotated[str | None, Query(max_length=60, description="层次代码")] = None,
    talent_type: Annotated[str | None, Query(max_length=60, description="类型代码")] = None,
    search: Annotated[str | None, Query(max_length=60, description="姓名、拼音或首字母")] = None,
    due_before: Annotated[date | None, Query(description="应在此日之前联系的")] = None,
) -> Response:
    """按单位、层次、类型、姓名查名录。只给出调用者管辖范围内的人。"""
    given: dict[str, Any] = {
        "unit_id": unit_id, "level": level, "talent_type": talent_type, "search": search, "due_before": due_before,
    }  # fmt: skip
    return await call.page(first=first, after=after, **given)


@router.get("/{id}", response_model=TalentOut, summary="一位人才")
async def talent(id: UUID, call: Annotated[Call, calling(service.talent, TalentOut, TalentNode)]) -> Response:
    """一位人才的资料；不在管辖范围内的与不存在的答复相同。"""
    return await call(id=id)
