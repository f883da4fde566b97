"""Fetching and showing codes, in plain words."""

from datetime import date
from typing import Any
from uuid import UUID

from tests.card.world import City

from bole.card import code_service
from bole.card.models import Card
from bole.core.actor import Actor


async def fetch(city: City, card: Card, **given: Any) -> code_service.CardCodes:
    """The holder's phone fetches a batch."""
    return await city.do(city.actor_of(card), code_service.issue_card_codes, card_id=card.id, **given)


async def show(city: City, card: Card) -> code_service.CodeWindow:
    """What the phone shows now."""
    told = await fetch(city, card)
    (shown,) = [w for w in told.windows if w.starts_at <= told.server_time < w.ends_at]
    return shown


async def present(city: City, counter: Actor, code: str) -> code_service.Presentation:
    return await city.do(counter, code_service.present_card, code=code)


async def presented(city: City, counter: Actor, card: Card) -> UUID:
    return (await present(city, counter, (await show(city, card)).qr)).id


async def decide(city: City, **changes: Any) -> None:
    """The city's scheme says otherwise."""
    await city.publish("youcai", date(2026, 3, 1), kind="card_scheme", **changes)
