"""What campaigns hold of a person, and what erasure makes of it."""

from bole.campaign.models import CampaignItem, SnapshotRow
from bole.roster.erasing import holding

holding("campaign_items", "季度更新名册", CampaignItem, ground="level", position=60)
holding("snapshot_rows", "季度快照（没有姓名）", SnapshotRow, ground="level", position=61, fixed=True)
