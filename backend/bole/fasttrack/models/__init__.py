"""The tables of 一事一议."""

from bole.fasttrack.models.case import CaseNumber, CaseParty, CasePause, CaseStage, DueMove, FastTrackCase
from bole.fasttrack.models.plan import CaseAssessment, Measure
from bole.fasttrack.models.review import CaseDecision, Countersign, ExpertVote, Recusal

__all__ = [
    "CaseAssessment",
    "CaseDecision",
    "CaseNumber",
    "CaseParty",
    "CasePause",
    "CaseStage",
    "Countersign",
    "DueMove",
    "ExpertVote",
    "FastTrackCase",
    "Measure",
    "Recusal",
]
