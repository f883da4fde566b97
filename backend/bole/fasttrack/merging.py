"""What becomes of 一事一议 when two records are one: the case is about the person, whichever record named them."""

from bole.merge.parts import goes

goes(
    "fasttrack_case", "一事一议", told=lambda r: r["number"] or "未编号", placed=False, position=60,
    rule="案件改指保留的记录；案件本身、其单位与时限不变",
)  # fmt: skip
