"""What campaigns add to a talent's own copy: when the unit confirmed the record."""

from bole.campaign.models import CampaignItem
from bole.roster.copying import part

part(
    "campaign_items", "季度更新", CampaignItem, ("status", "answered_at", "note"),
    order=lambda i: [i.id.desc()], position=45,
)  # fmt: skip
