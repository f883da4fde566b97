"""What claims of an introduction hold of a person (roster/erasing.py): credits are counted on, names go."""

from bole.introduction.models import AttributionCase, IntroductionClaim
from bole.roster.erasing import GONE, holding

holding("introduction_claims", "引进申报", IntroductionClaim, ground="level", position=25,
        blank={"talent_name": GONE, "note": None})  # fmt: skip
holding(
    "attribution_cases", "引进归属", AttributionCase, ground="level", position=26, blank={"talent_name": GONE}
)
