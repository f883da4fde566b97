"""What introductions add to a talent's own copy."""

from bole.introduction.models import IntroductionClaim
from bole.roster.copying import part

part(
    "introduction_claims", "引进申报", IntroductionClaim, ("arrived_on", "kind", "status", "claimed_on"),
    order=lambda c: [c.arrived_on.desc(), c.id], position=65,
)  # fmt: skip
