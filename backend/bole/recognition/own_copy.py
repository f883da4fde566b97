"""What recognition adds to a talent's own copy. Opinions of reviewers and objections are others' words."""

from bole.recognition.models import (
    EvidenceFile,
    ProgrammeMember,
    Recognition,
    RecognitionApplication,
    RecognitionBan,
)
from bole.roster.copying import part

part(
    "recognition_applications", "人才认定申请", RecognitionApplication,
    ("number", "route", "level", "talent_type", "statement", "status", "started_on", "submitted_on", "decided_on",
     "ended_on", "end_reason", "returned_reason"),
    order=lambda a: [a.started_on.desc(), a.id], position=60,
)  # fmt: skip
part(
    "recognitions", "人才认定与证书", Recognition,
    ("certificate_number", "level_name", "type_name", "issuer", "issued_on", "valid_from", "valid_until", "status",
     "ended_on", "end_reason"),
    order=lambda r: [r.valid_from.desc(), r.id], position=61,
)  # fmt: skip
part(
    "recognition_evidence", "佐证材料", EvidenceFile,
    ("kind", "filename", "media_type", "size", "uploaded_name", "created_at"),
    order=lambda e: [e.created_at.desc(), e.id], position=62,
)  # fmt: skip
part(
    "recognition_bans", "禁止申报", RecognitionBan, ("valid_from", "valid_until", "reason"),
    order=lambda b: [b.valid_from.desc(), b.id], position=63,
)  # fmt: skip
part(
    "programmes", "人才计划", ProgrammeMember, ("selected_on", "basis"),
    order=lambda m: [m.selected_on.desc(), m.id], position=64,
)  # fmt: skip
