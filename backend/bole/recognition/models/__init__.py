"""The tables of the directory, of recognition and of talent programmes."""

from bole.recognition.models.application import ApplicationParty, ApplicationStage, RecognitionApplication
from bole.recognition.models.directory import DirectoryDraft, DirectoryImpact
from bole.recognition.models.evidence import Attachment, EvidenceFile
from bole.recognition.models.granted import CertificateNumber, Recognition, RecognitionBan, RecognitionCheck
from bole.recognition.models.programme import ProgrammeBatch, ProgrammeMember
from bole.recognition.models.review import Expert, JointReview, NoticeObjection, PublicNotice, ScoreSheet

__all__ = [
    "ApplicationParty",
    "ApplicationStage",
    "Attachment",
    "CertificateNumber",
    "DirectoryDraft",
    "DirectoryImpact",
    "EvidenceFile",
    "Expert",
    "JointReview",
    "NoticeObjection",
    "ProgrammeBatch",
    "ProgrammeMember",
    "PublicNotice",
    "Recognition",
    "RecognitionApplication",
    "RecognitionBan",
    "RecognitionCheck",
    "ScoreSheet",
]
