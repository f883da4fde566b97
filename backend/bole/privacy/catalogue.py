"""What the city decides about requests of the person and about reads that are looked at."""

from datetime import time
from typing import Final, Self

from pydantic import Field, model_validator

from bole.catalogue.shapes import Shape, shape
from bole.core.words import Word
from bole.privacy.rules import RequestKind

CODE: Final = "terms"


@shape("privacy_terms")
class PrivacyTerms(Shape):
    """个人信息请求时限"""

    request_days: dict[RequestKind, int] = Field(description="各类请求几个工作日内答复")
    notice_days: int = Field(ge=1, le=60, description="伙伴单位收到删除通知后几个工作日内回执")
    family_days: int = Field(ge=0, le=365, description="离开后家庭成员资料再留几日（办结服务所需）")

    @model_validator(mode="after")
    def _all_kinds(self) -> Self:
        if set(self.request_days) != set(RequestKind) or min(self.request_days.values()) < 1:
            raise ValueError("五类请求都要写明时限，至少一个工作日")
        return self


class Measure(Word):
    """看什么"""

    MANY_PERSONS = "many_persons"
    OFF_HOURS = "off_hours"
    OUTSIDE_RANGE = "outside_range"
    SAME_SURNAME = "same_surname"


@shape("read_rule")
class ReadRule(Shape):
    """访问异常规则"""

    measure: Measure = Field(description="看什么：多人、非工作时间、管理范围之外、与查看人同姓")
    least: int = Field(ge=1, le=1000, description="同一人一日（或一段时间）内至少多少人次才列出")
    window_minutes: int | None = Field(default=None, ge=1, le=1440, description="多人：在多少分钟之内")
    opens: time | None = Field(default=None, description="非工作时间：上班时刻")
    closes: time | None = Field(default=None, description="非工作时间：下班时刻")
    words: str = Field(min_length=1, max_length=300, description="列出时写的话（只述事实，不下结论）")

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.measure is Measure.MANY_PERSONS) != (self.window_minutes is not None):
            raise ValueError("多人规则须写时长，其他的不写")
        if (self.measure is Measure.OFF_HOURS) != (self.opens is not None and self.closes is not None):
            raise ValueError("非工作时间规则须写上下班时刻，其他的不写")
        return self
