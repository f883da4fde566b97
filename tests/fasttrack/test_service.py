"""A case from opening to closing, against real PostgreSQL."""

from collections.abc import Callable

from tests.fasttrack.conftest import World

from bole.fasttrack import service


async def test_acceptance_gives_a_number_and_a_due_date(world: World, travel: Callable[..., None]) -> None:
    id = await world.open_case()
    travel("09-21")
    case = await world.do(world.office, service.accept, case_id=id)
    assert case.number == "FT-2026-01"
    assert case.due_on.isoformat() == "2026-10-19"
