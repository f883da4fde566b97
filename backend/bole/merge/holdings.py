"""What 核重 holds of a person (roster/erasing.py): a merge keeps no name; keys follow the person by triggers."""

from typing import Any

import sqlalchemy as sa
from sqlmodel import col

from bole.merge.models import DuplicateSign, MergeImage, TalentMerge
from bole.roster.erasing import GONE, holding

TODAY = sa.text("(now() at time zone 'Asia/Shanghai')::date")


def _of_merge(table: Any, talent_id: Any) -> Any:
    return (table.survivor_id == talent_id) | (table.absorbed_id == talent_id)


def _of_image(table: Any, talent_id: Any) -> Any:
    return table.merge_id.in_(sa.select(col(TalentMerge.id)).where(_of_merge(TalentMerge, talent_id)))


holding("duplicate_signs", "疑似重复的线索", DuplicateSign, ground="identity", position=24)
holding("merges", "合并记录", TalentMerge, ground="level", position=27, mine=_of_merge,
        blank={"survivor_name": GONE, "absorbed_name": GONE, "choices": {}, "images_gone_on": TODAY})  # fmt: skip
holding(
    "merge_images",
    "合并前的底本（删除后不能撤销合并）",
    MergeImage,
    ground="identity",
    position=28,
    mine=_of_image,
)
