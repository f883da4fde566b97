"""The shape of what the city decides about counting who was brought in."""

from pydantic import Field

from bole.catalogue.shapes import Shape, shape
from bole.introduction.rules import ArrivalKind

CODE = "introduction"


@shape("introduction_terms")
class IntroductionTerms(Shape):
    """引进归属规则"""

    period_months: int = Field(ge=1, le=120, description="一人自首次到岗起多少个月内只计一次引进")
    kinds_that_count: tuple[ArrivalKind, ...] = Field(min_length=1, description="计入引进的方式")
    sharing: bool = Field(description="是否可由几个单位分享")
    first_arrival_first: bool = Field(description="有争议时是否建议计给最先到岗的单位")
