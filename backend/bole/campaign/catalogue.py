"""The shape of the quarterly campaign in the catalogue: how long units have, when they are reminded."""

from typing import Final

from pydantic import Field

from bole.catalogue.shapes import Shape, shape

CODE: Final = "quarterly"
"""The one entry of this kind that a city has."""


@shape("campaign_terms")
class CampaignTerms(Shape):
    """季度更新规则"""

    answer_working_days: int = Field(ge=1, le=120, description="开展后几个工作日内确认完毕")
    remind_working_days: int = Field(ge=0, le=60, description="到期前几个工作日提醒")
    undo_minutes: int = Field(ge=0, le=1440, description="确认后多少分钟内可以撤销")
