"""What 一事一议 holds of a person (roster/erasing.py): a decision of the leading group stays on the file."""

from bole.fasttrack.models import FastTrackCase
from bole.roster.erasing import holding

holding("fasttrack_cases", "一事一议案件", FastTrackCase, ground="decision", position=50, fixed=True)
