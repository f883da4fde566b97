"""What becomes of the roster's and the accounts' tables when two records are one."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from bole.identity.models import Account
from bole.identity.rules import ACCOUNT_FLOW, AccountStatus
from bole.identity.service import revoke_all
from bole.merge.joining import Joining
from bole.merge.parting import Parting
from bole.merge.parts import goes, stays
from bole.merge.rules import Side
from bole.roster.vocabulary import fold

_NOT_TOLD = frozenset({"id", "created_at", "talent_id", "unit_path", "main"})


async def _names(joining: Joining) -> None:
    """A name that the survivor has already is not told twice."""
    known = {(r["kind"], r["name"]) for r in joining.of("talent_name", joining.survivor)}
    for row in joining.of("talent_name", joining.absorbed):
        if (row["kind"], row["name"]) in known:
            joining.staying["talent_name"].add(UUID(row["id"]))


async def _documents(joining: Joining) -> None:
    """The same number stands on both where one rests until it was looked at: the one in use is enough."""
    known = {
        (r["kind"], r["number_blind"])
        for r in joining.of("identity_document", joining.survivor)
        if r["active"]
    }
    for row in joining.of("identity_document", joining.absorbed):
        if (row["kind"], row["number_blind"]) in known:
            joining.staying["identity_document"].add(UUID(row["id"]))


async def _levels(joining: Joining) -> None:
    """The history goes with the level that was chosen: the other record keeps the other one."""
    mine, theirs = (joining.of("level_grant", t) for t in (joining.survivor, joining.absorbed))
    joining.staying["level_grant"] |= {UUID(r["id"]) for r in theirs}
    if joining.chosen("level") is Side.SURVIVOR or not theirs:
        return
    ids, others = [UUID(r["id"]) for r in theirs], [UUID(r["id"]) for r in mine]
    still = [UUID(r["id"]) for r in theirs if r["valid_until"] is None]
    run = joining.connection.execute
    # one may be open at a time: theirs rests while the two change places
    await run("update level_grant set valid_until = valid_from where id = any($1::uuid[])", still)
    move = "update level_grant set talent_id = $2, unit_path = $3 where id = any($1::uuid[])"
    await run(move, ids, joining.survivor.id, joining.survivor.unit_path)
    await run(move, others, joining.absorbed.id, joining.absorbed.unit_path)
    await run("update level_grant set valid_until = null where id = any($1::uuid[])", still)
    joining.summary.append("历次层次：取并入记录的层次及其历次层次")


async def _employments(joining: Joining) -> None:
    """One main post; of posts that both tell alike, one."""
    mine, theirs = (joining.of("employment", t) for t in (joining.survivor, joining.absorbed))
    _alike(
        joining, "employment", mine, theirs, lambda e: (fold(e["employer_name"]), e["started_on"], e["kind"])
    )
    if not any(e["main"] for e in mine) or not any(e["main"] for e in theirs):
        return
    losing = theirs if joining.chosen("employer") is Side.SURVIVOR else mine
    if losing is mine:
        joining.staying["employment"] -= {UUID(e["id"]) for e in theirs if e["main"]}
    ids = [UUID(e["id"]) for e in losing if e["main"] and UUID(e["id"]) not in joining.staying["employment"]]
    await joining.connection.execute("update employment set main = false where id = any($1::uuid[])", ids)


def _career(table: str) -> Any:
    async def settle(joining: Joining) -> None:
        mine, theirs = (joining.of(table, t) for t in (joining.survivor, joining.absorbed))
        _alike(
            joining,
            table,
            mine,
            theirs,
            lambda r: tuple((k, str(r[k])) for k in sorted(r) if k not in _NOT_TOLD),
        )

    return settle


def _alike(joining: Joining, table: str, mine: Any, theirs: Any, key: Any) -> None:
    """What both records tell in the same words is told once: the other stays where it is."""
    known = {key(r) for r in mine}
    joining.staying[table] |= {UUID(r["id"]) for r in theirs if key(r) in known}


async def _consents(joining: Joining) -> None:
    """A person who withdrew stays withdrawn, on whichever record they said so; the same consent is there once."""
    mine, theirs = (joining.of("consent", t) for t in (joining.survivor, joining.absorbed))
    for row in theirs:
        same = [r for r in mine if r["purpose"] == row["purpose"]]
        open_here = any(r["withdrawn_at"] is None for r in same)
        taken_back = any(r["withdrawn_at"] is not None and r["withdrawn_at"] > row["given_at"] for r in same)
        if row["withdrawn_at"] is None and (open_here or taken_back):
            joining.staying["consent"].add(UUID(row["id"]))
    lapsed = [
        UUID(r["id"])
        for r in mine
        if r["withdrawn_at"] is None
        and any(t["purpose"] == r["purpose"] and (t["withdrawn_at"] or "") > r["given_at"] for t in theirs)
    ]
    # given before it was taken back on the other record: it stays with the record that is closed
    move = "update consent set talent_id = $2, unit_path = $3 where id = any($1::uuid[])"
    await joining.connection.execute(move, lapsed, joining.absorbed.id, joining.absorbed.unit_path)
    joining.staying["consent"] |= set(lapsed)


async def _accounts(joining: Joining) -> None:
    """One person signs in with one account: the survivor's; where it has none, the other's goes along."""
    ctx = joining.ctx
    mine, theirs = (joining.of("account", t) for t in (joining.survivor, joining.absorbed))
    for row in theirs:
        await revoke_all(ctx, UUID(row["id"]))
        if not mine:
            continue
        joining.staying["account"].add(UUID(row["id"]))
        account = (await ctx.db.exec(select(Account).where(col(Account.id) == UUID(row["id"])))).one()
        if account.status is AccountStatus.ACTIVE:
            account.status = ACCOUNT_FLOW.after(account.status, "disable")
            joining.summary.append("并入记录的登录账号停用，本人用保留记录的账号登录")
    await ctx.db.flush()


async def _accounts_back(parting: Parting) -> None:
    for id_ in parting.stood.before["account"]:
        await revoke_all(parting.ctx, id_)


def _day_before(row: Any, winner: Any) -> dict[str, Any]:
    """A level that a later one follows ends the day before."""
    ends = date.fromisoformat(winner["valid_from"]) - timedelta(days=1)
    return {"valid_until": max(ends, date.fromisoformat(row["valid_from"])).isoformat()}


goes("talent_name", "曾用名、别名", settle=_names, told=lambda r: r["name"], position=10)
goes("identity_document", "证件", settle=_documents, told=lambda r: r["number_masked"], position=11)
goes(
    "level_grant", "历次层次", settle=_levels, told=lambda r: f"{r['level']} 自 {r['valid_from']}", position=12,
    rule="随所选的层次", loosen={"valid_until": "coalesce(valid_until, valid_from)"},
    single=lambda r: "open" if r["valid_until"] is None else None, lose=_day_before, choosable=False,
)  # fmt: skip
goes(
    "employment", "任职", settle=_employments, told=lambda r: f"{r['employer_name']} {r['position'] or ''}",
    position=13, rule="转入保留的记录；主要任职只留所选的一个", loosen={"main": "false"},
    single=lambda r: "main" if r["main"] else None, lose=lambda row, winner: {"main": False},
)  # fmt: skip
goes("education", "学历", settle=_career("education"), told=lambda r: r["school"] or r["degree"], position=14)
goes("title", "职称", settle=_career("title"), told=lambda r: r["name"], position=15)
goes("honour", "荣誉", settle=_career("honour"), told=lambda r: r["name"], position=16)
goes("family_member", "家庭成员", told=lambda r: r["purpose"] or "", position=17)
goes("departure", "离开记录", told=lambda r: f"{r['left_on']} 离开", position=18)
goes(
    "consent", "授权", settle=_consents, told=lambda r: r["purpose"], position=19, choosable=False,
    rule="转入保留的记录；任一记录上撤回过的，仍为撤回",
)  # fmt: skip
goes("sensitive_read", "敏感信息查看记录", told=lambda r: f"{r['actor_name']} {r['purpose']}", position=20)
goes(
    "account", "登录账号", settle=_accounts, undo=_accounts_back, told=lambda r: r["login"], position=21,
    rule="保留记录已有账号的，并入记录的账号停用；否则随人转入；消息随账号", placed=False, choosable=False,
)  # fmt: skip
stays("import_row", "导入的行", why="说的是那次导入时的情形，不改")
stays("talent_gram", "检索字词", why="随姓名自动更新")
stays("talent_period", "各日的情形", why="随层次、任职、离开与状态自动更新")
stays("talent_key", "核重线索", why="随资料自动更新")
stays("duplicate_pair", "疑似重复", why="这一对记为已合并，其他各对重新比对")
stays("duplicate_sign", "核对提示", why="随各对疑似重复")
stays("talent_merge", "合并记录", why="合并的台账，不改")
