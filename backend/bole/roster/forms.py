"""What officers fill in about a person. Shapes only; whether a number or a name is plausible is asked elsewhere."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from bole.roster.identity_numbers import DocumentKind
from bole.roster.rules import (
    Degree,
    EmploymentKind,
    Gender,
    HonourGrade,
    NameKind,
    Relation,
    TitleRank,
)

MOST_NESTED = 20


class Form(BaseModel):
    """Base: nothing unknown, no blanks around what is typed."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class DocumentIn(Form):
    """身份证件"""

    kind: DocumentKind = Field(description="证件种类")
    number: str = Field(max_length=40, description="证件号码；15 位旧号自动换为 18 位")
    valid_from: date | None = Field(default=None, description="有效期起")
    valid_until: date | None = Field(default=None, description="有效期止")


class OtherNameIn(Form):
    """曾用名、别名或外文名"""

    kind: NameKind = Field(description="名称种类")
    name: str = Field(max_length=60, description="名称")
    until: date | None = Field(default=None, description="使用至")


class EmploymentIn(Form):
    """任职"""

    employer_name: str = Field(min_length=1, max_length=120, description="实际用人单位")
    employer_uscc: str | None = Field(default=None, max_length=40, description="统一社会信用代码")
    employer_unit_id: UUID | None = Field(default=None, description="用人单位编号（本系统单位）")
    establishment: str | None = Field(default=None, max_length=120, description="编制所在单位")
    kind: EmploymentKind = Field(default=EmploymentKind.FULL, description="用人方式")
    position: str | None = Field(default=None, max_length=120, description="职务")
    started_on: date | None = Field(default=None, description="到岗日期")
    service_until: date | None = Field(default=None, description="服务期至")
    main: bool = Field(default=True, description="是否主要任职（此前的主要任职改为兼职）")


class EducationIn(Form):
    """学历"""

    degree: Degree = Field(description="学历")
    school: str | None = Field(default=None, max_length=120, description="毕业院校")
    major: str | None = Field(default=None, max_length=80, description="专业")
    full_time: bool = Field(default=True, description="是否全日制")
    graduated_on: date | None = Field(default=None, description="毕业日期")
    certificate: str | None = Field(default=None, max_length=60, description="证书编号")


class TitleIn(Form):
    """职称或技能等级"""

    name: str = Field(min_length=1, max_length=80, description="职称或技能等级")
    rank: TitleRank = Field(default=TitleRank.NONE, description="级别")
    granted_on: date | None = Field(default=None, description="取得日期")
    granted_by: str | None = Field(default=None, max_length=120, description="评定机构")


class HonourIn(Form):
    """荣誉"""

    name: str = Field(min_length=1, max_length=120, description="荣誉或人才计划")
    grade: HonourGrade = Field(default=HonourGrade.OTHER, description="级别")
    granted_on: date | None = Field(default=None, description="授予日期")
    granted_by: str | None = Field(default=None, max_length=120, description="授予机关")


class FamilyIn(Form):
    """家庭成员（只登记办理服务所需）"""

    relation: Relation = Field(description="与本人关系")
    name: str = Field(max_length=60, description="姓名")
    birth_date: date | None = Field(default=None, description="出生日期")
    school_or_work: str | None = Field(default=None, max_length=120, description="就读学校或工作单位")
    purpose: str = Field(min_length=1, max_length=120, description="登记用途（如子女入学）")


class NewTalentIn(Form):
    """新录入的人才"""

    name: str = Field(max_length=120, description="姓名")
    gender: Gender = Field(default=Gender.UNKNOWN, description="性别；不填的按证件号码")
    birth_date: date | None = Field(default=None, description="出生日期；不填的按证件号码")
    nationality: str = Field(default="中国", min_length=1, max_length=40, description="国籍（地区）")
    candidate: bool = Field(default=False, description="先列为候选，暂不入库")
    level: str | None = Field(default=None, max_length=60, description="人才层次（目录代码）")
    level_since: date | None = Field(default=None, description="层次起始日；不填为今天")
    level_basis: str | None = Field(default=None, max_length=200, description="层次依据")
    talent_type: str | None = Field(default=None, max_length=60, description="人才类型（目录代码）")
    specialty: str | None = Field(default=None, max_length=200, description="专业专长")
    residence: str | None = Field(default=None, max_length=120, description="常住地")
    phone: str | None = Field(default=None, max_length=40, description="电话")
    email: str | None = Field(default=None, max_length=120, description="电子邮箱")
    documents: list[DocumentIn] = Field(default_factory=list, max_length=MOST_NESTED, description="身份证件")
    other_names: list[OtherNameIn] = Field(
        default_factory=list, max_length=MOST_NESTED, description="曾用名、别名、外文名"
    )
    employment: EmploymentIn | None = Field(default=None, description="现任职")
    educations: list[EducationIn] = Field(default_factory=list, max_length=MOST_NESTED, description="学历")
    titles: list[TitleIn] = Field(default_factory=list, max_length=MOST_NESTED, description="职称")
    honours: list[HonourIn] = Field(default_factory=list, max_length=MOST_NESTED, description="荣誉")


class TalentChangeIn(Form):
    """对资料的更改；未填写的项不变，填写为空的项清空"""

    name: str | None = Field(default=None, max_length=120, description="姓名；原姓名自动记为曾用名")
    gender: Gender | None = Field(default=None, description="性别")
    birth_date: date | None = Field(default=None, description="出生日期")
    nationality: str | None = Field(default=None, max_length=40, description="国籍（地区）")
    talent_type: str | None = Field(default=None, max_length=60, description="人才类型（目录代码）")
    specialty: str | None = Field(default=None, max_length=200, description="专业专长")
    residence: str | None = Field(default=None, max_length=120, description="常住地")
    phone: str | None = Field(default=None, max_length=40, description="电话")
    email: str | None = Field(default=None, max_length=120, description="电子邮箱")
