"""What the city is told of an application: the fields that the rules name, and nothing else."""

from bole.core.context import Context
from bole.org.models import Unit
from bole.recognition import casework
from bole.recognition.catalogue import RecognitionRule
from bole.recognition.models import RecognitionApplication
from bole.roster.models import Talent


async def shown_of(
    ctx: Context, application: RecognitionApplication, rule: RecognitionRule
) -> dict[str, str]:
    talent = await ctx.get(Talent, application.talent_id)
    employer = await ctx.find(Unit, application.employer_id) if application.employer_id is not None else None
    directory = await casework.directory_of(ctx, application)
    criterion = directory.criterion(application.criterion)
    known = {
        "name": talent.name,
        "employer": employer.name if employer is not None else talent.employer_name or "",
        "level": await casework.name_of(ctx, "level", application.level),
        "talent_type": await casework.name_of(ctx, "talent_type", application.talent_type),
        "criterion": criterion.text if criterion is not None else "",
    }
    return {name: known[name] for name in rule.public_fields}
