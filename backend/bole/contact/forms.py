"""What people fill in about contacts. Shapes only; whether it can be is asked of the rules."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from bole.contact.asked_rules import FourAsked
from bole.contact.rules import Confidentiality, ContactMode, change_words

LONGEST_SECTION = 4000


class NeedIn(BaseModel):
    """问需中的一项需求。"""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    content: str = Field(min_length=2, max_length=LONGEST_SECTION, description="需求内容")
    kind: str | None = Field(default=None, max_length=40, description="需求类别代码（目录中的）")


class ChangeIn(BaseModel):
    """问情中了解到的一项资料变动。"""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    field: str = Field(max_length=40, description="资料项")
    value: str = Field(min_length=1, max_length=400, description="现应为")


class ContactWords(BaseModel):
    """一次联系的时间、方式和四问内容。"""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    occurred_on: date = Field(description="联系日期")
    mode: ContactMode = Field(description="联系方式")
    place: str | None = Field(default=None, max_length=120, description="地点")
    attendees: str | None = Field(default=None, max_length=400, description="参加人员")
    greeting: str | None = Field(default=None, max_length=LONGEST_SECTION, description="问候")
    condition: str | None = Field(default=None, max_length=LONGEST_SECTION, description="问情")
    need: str | None = Field(default=None, max_length=LONGEST_SECTION, description="问需")
    advice: str | None = Field(default=None, max_length=LONGEST_SECTION, description="问策")
    confidentiality: Confidentiality = Field(
        default=Confidentiality.INTERNAL, description="公开范围（默认内部，不向人才本人公开）"
    )

    @property
    def asked(self) -> FourAsked:
        return FourAsked(self.greeting, self.condition, self.need, self.advice)


class ContactIn(ContactWords):
    """一次联系的四问记录。问候只计联系；问情、问需、问策各有后续。"""

    changes: list[ChangeIn] = Field(
        default_factory=list,
        max_length=20,
        description="问情中逐项列出的资料变动（不列则整段交数据责任人核实）",
    )
    needs: list[NeedIn] = Field(
        default_factory=list, max_length=20, description="问需中逐项列出的需求（不列则整段登记为一项）"
    )

    @property
    def asked(self) -> FourAsked:
        """The four sections; one that was only taken apart reads as its parts."""
        return FourAsked(
            greeting=self.greeting,
            condition=self.condition or "；".join(change_words(c.field, c.value) for c in self.changes),
            need=self.need or "；".join(n.content for n in self.needs),
            advice=self.advice,
        )


class PlanIn(BaseModel):
    """一次拟定的联系。"""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    planned_on: date = Field(description="拟定日期")
    mode: ContactMode = Field(description="联系方式")
    place: str | None = Field(default=None, max_length=120, description="地点")
    attendees: str | None = Field(default=None, max_length=400, description="参加人员")


class HandoverMove(BaseModel):
    """一项接续：由谁继续联系。"""

    model_config = ConfigDict(extra="forbid")

    handover_id: UUID = Field(description="接续编号")
    to_post_id: UUID | None = Field(default=None, description="改由哪个岗位联系（空为原岗位继任者）")
    kinship_checked: str | None = Field(default=None, max_length=400, description="亲属回避核实情况")
