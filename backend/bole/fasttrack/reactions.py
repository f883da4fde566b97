"""What the fast track does when others tell of something."""

from bole.catalogue.events import WorkCalendarPublished
from bole.core.context import Context
from bole.core.events import on
from bole.fasttrack.casework import recount_open


@on(WorkCalendarPublished)
async def count_anew(ctx: Context, event: WorkCalendarPublished) -> None:
    """A year's calendar stands: running clocks are computed anew, and every date that moved is told.

    Told twice it moves nothing the second time: dates are computed, not shifted.
    """
    await recount_open(ctx, f"{event.year} 年工作日历发布（{event.source}）")
