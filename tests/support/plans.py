"""Reads a plan of PostgreSQL in the order in which it runs: what is looked at before the context is set?

Plans run on demand. A nested loop asks its inner side only after a row of the outer; a one-time filter is asked
before anything below it; a SubPlan runs for a row of its node; an InitPlan and a CTE when first referred to.
Where the order is not fixed (a hash join, an append) the worse is assumed.
"""

import re
from collections.abc import Iterator
from typing import Any

Node = dict[str, Any]
REFERS = re.compile(r"\(InitPlan (\d+)\)")


class Reading:
    """One plan, read once. `early` lists what is reached while the context may not be set yet."""

    def __init__(self, plan: Node, guarded: set[str]) -> None:
        self.guarded, self.early = guarded, []  # type: tuple[set[str], list[str]]
        self.initial: dict[str, Node] = {}
        self.ctes: dict[str, Node] = {}
        self._sets: dict[str, bool] = {}
        self._open: set[str] = set()
        self._referred: set[str] = set()
        self._collect(plan)
        for name in self.ctes:
            self._cte(name)  # data-modifying ones run even if nobody refers to them
        self.sets_context = self._run(plan, False)

    def _collect(self, node: Node) -> None:
        for child in node.get("Plans", ()):
            kind, _, name = child.get("Subplan Name", "").partition(" ")
            if kind == "InitPlan":
                self.initial[name] = child
            elif kind == "CTE":
                self.ctes[name] = child
            self._collect(child)

    def _cte(self, name: str) -> bool:
        """Is the context set once this CTE was asked for a row?"""
        if name not in self._sets:
            if name in self._open:
                return False
            self._open.add(name)
            is_context = "set_config" in str(self.ctes[name].get("Output", ""))
            self._sets[name] = is_context or self._run(self.ctes[name], False)
        return self._sets[name]

    def _run(self, node: Node, ready: bool) -> bool:
        """Reads `node`; whether the context is set once it gave a row or its end."""
        kind, relation = node["Node Type"], node.get("Relation Name")
        if kind == "CTE Scan" and node["CTE Name"] in self.ctes:
            ready = self._cte(node["CTE Name"]) or ready
        ready = self._referenced(node, ("One-Time Filter",), ready)
        if kind != "ModifyTable":
            if relation in self.guarded and not ready:
                self.early.append(f"{kind} on {relation}")
            ready = self._referenced(node, ("Index Cond", "Recheck Cond", "Order By", "TID Cond"), ready)
        ready = self._children(node, ready)
        if kind == "ModifyTable" and relation in self.guarded and not ready:
            self.early.append(f"{node['Operation']} on {relation}")
        self._referenced(node, tuple(k for k in node if k != "Plans"), ready)
        for child in node.get("Plans", ()):
            name = child.get("Subplan Name", "")
            if name.startswith("SubPlan"):
                self._run(child, ready)
            elif name.startswith("InitPlan") and kind == "ModifyTable" and name[9:] not in self._referred:
                self._run(child, ready)  # what is written is checked against the policy, row by row
        return ready

    def _children(self, node: Node, ready: bool) -> bool:
        below = [c for c in node.get("Plans", ()) if "Subplan Name" not in c]
        if node["Node Type"] == "Nested Loop":
            for child in below:
                ready = self._run(child, ready)
            return ready
        found = [self._run(child, ready) for child in below]
        if node["Node Type"] in ("Append", "Merge Append"):
            return ready or (bool(found) and all(found))
        return ready or any(found)

    def _referenced(self, node: Node, keys: tuple[str, ...], ready: bool) -> bool:
        """InitPlans that these expressions refer to, from left to right."""
        for key in keys:
            for number in REFERS.findall(str(node.get(key, ""))):
                self._referred.add(number)
                ready = self._run(self.initial[number], ready) or ready
        return ready


def tables(node: Node) -> Iterator[str]:
    """Every table that a plan names."""
    if "Relation Name" in node:
        yield node["Relation Name"]
    for child in node.get("Plans", ()):
        yield from tables(child)
