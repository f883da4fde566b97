"""What a level brings here: the tier of the card."""

from datetime import date

from bole.card.catalogue import CardTier
from bole.catalogue import lookup
from bole.core.context import Context
from bole.recognition.consequences import brings


async def tiers(ctx: Context, on: date) -> dict[str, str]:
    entries = await lookup.entries(ctx, "card_tier", on)
    return {level: entry.name for entry in entries for level in CardTier.model_validate(entry.body).levels}


brings("card", "卡种", tiers)
