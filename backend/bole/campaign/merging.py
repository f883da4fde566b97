"""What becomes of a campaign's list and of frozen rows when two records are one."""

from bole.merge.parts import stays

stays("campaign_item", "季度更新名册", why="说的是那条记录当时的确认；并入后不再询问")
stays("snapshot_row", "季度快照", why="冻结的数字不因合并而变")
