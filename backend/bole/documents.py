"""Pages that the program knows better than we do: operations, flows, refusals."""

from collections import defaultdict

from bole import parts
from bole.core.errors import REFUSALS, Refusal
from bole.core.flow import FLOWS
from bole.core.operation import OPERATIONS, Operation

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


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
