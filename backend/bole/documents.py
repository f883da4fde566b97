"""Pages that the program knows better than we do: operations, flows, refusals, who may do what."""

import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

from bole import parts
from bole.core.errors import REFUSALS, Refusal
from bole.core.flow import FLOWS
from bole.core.nodes import NODES
from bole.core.operation import OPERATIONS, Operation
from bole.core.permissions import Permission
from bole.identity.rules import NEEDS_STEP_UP

BANNER = "由 make generate 写成，请勿手改。"
FORMS = {"select": "查询", "answer": "计算", "command": "办理", "statement": "办理（单条语句）"}
CORE = "core"


def operations() -> str:
    """Every way in, by slice: its word, its permission, its arguments."""
    parts.load()
    by_slice: dict[str, list[Operation]] = defaultdict(list)
    for op in OPERATIONS.values():
        by_slice[op.name.partition(".")[0]].append(op)
    lines = ["# 操作", "", f"{BANNER}共 {len(OPERATIONS)} 项；没有列出的，谁也做不了。", ""]
    for name in sorted(by_slice):
        lines += [f"## {name}", "", "| 操作 | 说明 | 形式 | 权限 | 参数 |", "| --- | --- | --- | --- | --- |"]
        for op in sorted(by_slice[name], key=lambda o: o.name):
            allow = "公开" if op.public else op.allow.label if op.allow else "登录即可"
            given = "、".join(f"`{p.name}`" + ("" if p.required else "?") for p in op.params)
            word = op.name.partition(".")[2]
            lines.append(f"| `{word}` | {_cell(op.summary)} | {FORMS[op.form]} | {allow} | {given} |")
        lines.append("")
    return "\n".join(lines)


def flows() -> str:
    """Every flow as a diagram."""
    parts.load()
    lines = ["# 状态流转", "", BANNER, ""]
    for name in sorted(FLOWS):
        lines += [f"## {name}", "", "```mermaid", FLOWS[name].mermaid(), "```", ""]
    return "\n".join(lines)


def refusals() -> str:
    """Every refusal: the code a program matches on, the words a person reads."""
    parts.load()
    by_slice: dict[str, list[type[Refusal]]] = defaultdict(list)
    for refusal in REFUSALS.values():
        module = refusal.__module__.split(".")
        if module[0] == "bole":
            by_slice[module[1] if len(module) > 2 else CORE].append(refusal)
    lines = [
        "# 拒绝",
        "",
        f"{BANNER}GraphQL 在 `extensions.code`，REST 在问题文档（RFC 9457）的 `code`。",
        "",
    ]
    for name in sorted(by_slice, key=lambda n: (n != CORE, n)):
        lines += [f"## {name}", "", "| 代码 | HTTP | 文字 |", "| --- | --- | --- |"]
        for refusal in sorted(by_slice[name], key=lambda r: r.code()):
            lines.append(f"| `{refusal.code()}` | {refusal.status} | {_cell(refusal.__doc__ or '')} |")
        lines.append("")
    return "\n".join(lines)


def permissions_ts() -> str:
    """The permissions as the front ends know them: a union of their values, and the words people read."""
    rows = [f"  '{p.value}': '{p.label}'," for p in Permission]
    return "\n".join(
        [
            f"// {BANNER}",
            "export const PERMISSION_LABELS = {",
            *rows,
            "} as const",
            "",
            "export type Permission = keyof typeof PERMISSION_LABELS",
            "",
        ]
    )


def labels_ts() -> str:
    """The Chinese words of every GraphQL enum that has them, so that no app writes them twice."""
    from bole import schema  # noqa: F401  (all enums)
    from bole.core.graph import ENUMS

    parts.load()
    of_flows = {type(flow.start): flow.labels for flow in FLOWS.values()}
    lines = [f"// {BANNER}", "import { spoken } from './words'", "", "export const labels = spoken({"]
    for kind in sorted(ENUMS, key=lambda k: k.__name__):
        words: Any = of_flows.get(kind) or {m: m.label for m in kind if hasattr(m, "label")}
        if words:
            lines += [f"  {kind.__name__}: {{", *(f"    {m.name}: '{words[m]}'," for m in kind), "  },"]
    return "\n".join([*lines, "} as const)", ""])


def flows_ts() -> str:
    """The steps of every flow and their words: what `allowedSteps` names, as buttons say it."""
    parts.load()
    lines = [f"// {BANNER}", "import { spoken } from './words'", "", "export const STEPS = spoken({"]
    for name in sorted(FLOWS):
        steps = FLOWS[name].steps.values()
        lines += [f"  {name}: {{", *(f"    {s.name}: '{s.label}'," for s in steps), "  },"]
    return "\n".join([*lines, "} as const)", ""])


MAY, PROVES, MAY_NOT = "●", "○", "·"


def permission_matrix() -> str:
    """Who may do and see what: operations, nodes and guarded fields × the roles of the demo's city."""
    from bole import schema  # noqa: F401  (all nodes)

    parts.load()
    roles = demo_roles()
    lines = [
        f"权限一览：操作、内容 × 潮州演示方案的 {len(roles)} 个角色。{BANNER}",
        f"{MAY} 可以    {PROVES} 再次验证身份后可以    {MAY_NOT} 不可以",
        "",
        *(f"{code:<4} {name}" for code, (name, _, _) in roles.items()),
    ]
    by_slice: dict[str, dict[str, Permission | None]] = defaultdict(dict)
    for op in OPERATIONS.values():
        if not op.public:
            by_slice[op.name.partition(".")[0]][op.name] = op.allow
    for name in sorted(by_slice):
        lines += _matrix(f"操作 {name}", by_slice[name], roles)
    for node in sorted(NODES.values(), key=lambda n: n.name):
        guarded = {f"{node.name}.{name}": f.allow for name, f in node.fields.items() if f.allow is not None}
        by_slice["看"] |= {node.name: node.allow, **guarded}
    lines += _matrix("内容", by_slice["看"], roles)
    return "\n".join(lines) + "\n"


def demo_roles() -> dict[str, tuple[str, str, frozenset[Permission]]]:
    """Of each role of the demo's city: its name, the kind of actor, its permissions."""
    told = tomllib.loads((Path(__file__).parent / "profiles" / "chaozhou" / "roles.toml").read_text("utf-8"))
    known = {p.value: p for p in Permission}
    return {
        e["code"]: (e["name"], e["body"]["actor"], frozenset(known[p] for p in e["body"]["permissions"]))
        for e in told["entry"]
    }


def _matrix(
    title: str, rows: dict[str, Permission | None], roles: dict[str, tuple[str, str, frozenset[Permission]]]
) -> list[str]:
    width = max(len(name) for name in rows)
    lines = ["", title, " " * width + "".join(f"{code:>4}" for code in roles)]
    for name in sorted(rows):
        allow = rows[name]
        may = [allow is None or allow in held for _, _, held in roles.values()]
        yes = PROVES if allow in NEEDS_STEP_UP else MAY
        lines.append(f"{name:<{width}}" + "".join(f"{yes if m else MAY_NOT:>4}" for m in may))
    return lines


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
