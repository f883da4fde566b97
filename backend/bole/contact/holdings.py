"""What contacts hold of a person (roster/erasing.py): counts of visits stay, the words go."""

from bole.contact.models import ContactAssignment, ContactLog, Need, Suggestion
from bole.roster.erasing import GONE, holding

holding("contact_logs", "联系记录", ContactLog, ground="contact", position=30,
        blank={"greeting": GONE, "condition": None, "need": None, "advice": None, "place": None, "attendees": None,
               "review_note": None})  # fmt: skip
holding("needs", "需求", Need, ground="contact", position=31,
        blank={"content": GONE, "talent_name": GONE, "result": None, "return_reason": None})  # fmt: skip
holding(
    "suggestions", "建议", Suggestion, ground="contact", position=32, blank={"content": GONE, "reply": None}
)
holding("contact_leaders", "联系安排", ContactAssignment, ground="contact", position=33,
        blank={"reason": None, "kinship_checked": None})  # fmt: skip
