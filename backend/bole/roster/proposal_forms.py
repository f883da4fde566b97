"""What somebody fills in who proposes a change. Shapes only; whether it can be is asked of the rules."""

from datetime import date

from pydantic import Field

from bole.roster.forms import Form
from bole.roster.rules import DepartureReason


class ProposalIn(Form):
    """对一项资料的更正。"""

    field: str = Field(max_length=40, description="资料项（note 为情况说明）")
    value: str = Field(min_length=1, max_length=400, description="应为")
    reason: str | None = Field(default=None, max_length=400, description="更正理由")


class DepartureReportIn(Form):
    """用人单位报告的一次离开。"""

    left_on: date = Field(description="离开日期")
    reason: DepartureReason = Field(description="离开原因")
    destination: str | None = Field(default=None, max_length=120, description="去向")
    note: str | None = Field(default=None, max_length=400, description="情况说明")
