"""The whole way through both edges: the phone fetches, the counter scans, redeems, reconciles."""

import csv
import io
from datetime import datetime

from tests.support.refusals import refused
from tests.support.whole import Whole

from bole.core import clock

CODES = (
    "mutation ($c: UUID!) { issueCardCodes(cardId: $c) { serverTime windows { startsAt endsAt digits qr } } }"
)
PRESENT = """mutation ($c: String!) { presentCard(code: $c) {
  id tier tierName validUntil presentedAt lastsUntil services { code name shownOnUse needsChild stages } } }"""
USE = """mutation ($p: UUID!, $s: String!, $k: String!) { redeemPresented(presentationId: $p, service: $s, key: $k) {
  id presented reversibleUntil occurredAt status } }"""
TODAY = "query ($d: Date!) { counterRedemptions(dayFrom: $d) { nodes { id presented reversibleUntil } } }"
MONTH = "query ($m: String!) { counterMonth(month: $m) { month providerName services { serviceCode uses net settled } } }"


async def shown(whole: Whole) -> dict[str, str]:
    """What the phone of 人才本人 shows, whose card is activated once."""
    (card,) = await whole.do("rencai", "{ myCards { id status } }")
    if card["status"] == "PENDING":
        await whole.do("jingban", "mutation ($c: UUID!) { activateCard(cardId: $c) { id } }", c=card["id"])
    told = await whole.do("rencai", CODES, c=card["id"])
    now = datetime.fromisoformat(told["serverTime"])
    return next(w for w in told["windows"] if now < datetime.fromisoformat(w["endsAt"]))


async def test_a_code_is_fetched_scanned_and_used_over_graphql(whole: Whole) -> None:
    code = await shown(whole)
    told = await whole.do("yiyuan", PRESENT, c=code["qr"])
    assert "checkup" in {s["code"] for s in told["services"]}
    made = await whole.do("yiyuan", USE, p=told["id"], s="green_channel", k="shown-1")
    assert (
        made["presented"] and made["status"] == "CONFIRMED" and made["reversibleUntil"] > made["occurredAt"]
    )
    listed = (await whole.do("yiyuan", TODAY, d=clock.today()))["nodes"]
    assert {"id": made["id"], "presented": True, "reversibleUntil": made["reversibleUntil"]} in listed
    again = await whole.do(
        "yiyuan", "query ($p: UUID!) { cardPresentation(id: $p) { id tier } }", p=told["id"]
    )
    assert again == {"id": told["id"], "tier": told["tier"]}


async def test_a_code_scanned_twice_is_refused_in_words(whole: Whole) -> None:
    code = await shown(whole)
    async with whole.client("yiyuan") as api:
        first = await api.post("/graphql", json={"query": PRESENT, "variables": {"c": code["qr"]}})
        assert "errors" not in first.json()
        second = await api.post("/graphql", json={"query": PRESENT, "variables": {"c": code["digits"]}})
        assert refused(second, "CODE_USED")["message"] == "此码已核验过，请持卡人出示新的码。"


async def test_a_partner_scans_and_redeems_over_rest_and_a_retry_gets_the_same_answer(whole: Whole) -> None:
    code = await shown(whole)
    async with whole.client("yiyuan") as api:
        address, key = "/partner/v1/presentations", {"Idempotency-Key": "scan-1"}
        first = await api.post(address, json={"code": code["qr"]}, headers=key)
        again = await api.post(address, json={"code": code["qr"]}, headers=key)
        assert first.status_code == again.status_code == 201 and first.content == again.content
        told = first.json()
        assert told["lasts_until"].endswith("+08:00") and told["services"]
        other = {"Idempotency-Key": "scan-2"}
        refused(await api.post(address, json={"code": code["qr"]}, headers=other), "CODE_USED", status=409)
        uses = f"{address}/{told['id']}/redemptions"
        # the year's one 体检 stands used already
        checkup = await api.post(uses, json={"service": "checkup"}, headers={"Idempotency-Key": "use-1"})
        refused(checkup, "QUOTA_EXHAUSTED", status=409)
        made = await api.post(uses, json={"service": "green_channel"}, headers={"Idempotency-Key": "use-2"})
        assert made.status_code == 201 and made.json()["service_code"] == "green_channel"
        refused(await api.post(uses, json={"service": "checkup"}), "INVALID_INPUT", status=422)
        gone = uses.replace(told["id"][:8], "00000000")
        lost = await api.post(gone, json={"service": "checkup"}, headers={"Idempotency-Key": "use-3"})
        refused(lost, "PRESENTATION_UNKNOWN", status=404)
    async with whole.client("rencai") as api:
        refused(await api.post(address, json={"code": code["qr"]}, headers=key), "FORBIDDEN", status=403)


async def test_a_counter_reads_and_downloads_its_month(whole: Whole) -> None:
    month = f"{clock.today():%Y-%m}"
    told = await whole.do("yiyuan", MONTH, m=month)
    assert told["providerName"] == "潮州市中心医院" and not any(s["settled"] for s in told["services"])
    async with whole.client("yiyuan") as api:
        file = await api.get("/api/v1/card/counter-month", params={"month": month})
        assert file.status_code == 200 and file.headers["content-type"].startswith("text/csv")
        assert f"{month}.csv" in file.headers["content-disposition"]
        rows = list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"))))
        assert [(r["服务代码"], int(r["净次数"])) for r in rows[:-1]] == [
            (s["serviceCode"], s["net"]) for s in told["services"]
        ]
        refused(
            await api.get("/api/v1/card/counter-month", params={"month": "2026"}), "INVALID_INPUT", status=422
        )
    async with whole.client("rencai") as api:
        refused(await api.get("/api/v1/card/counter-month", params={"month": month}), "FORBIDDEN", status=403)
