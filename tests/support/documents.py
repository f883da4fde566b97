"""Documents as the front ends send them, over every slice: what is proved of "every read" is proved of these."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.support.whole import Whole

Ids = Mapping[str, str]


@dataclass(frozen=True)
class Doc:
    """One document: who sends it, and its variables, where `"@card"` stands for the id of such a row."""

    name: str
    who: str
    text: str
    variables: Mapping[str, Any]

    def given(self, ids: Ids) -> dict[str, Any]:
        return {
            n: ids[v[1:]] if isinstance(v, str) and v.startswith("@") else v
            for n, v in self.variables.items()
        }


def doc(name: str, who: str, text: str, **variables: Any) -> Doc:
    return Doc(name, who, " ".join(text.split()), variables)


DOCUMENTS = [
    doc(
        "roster page", "xiangqiao",
        """query Roster($first: Int!, $after: String, $status: TalentStatus) {
          talents(first: $first, after: $after, status: $status) {
            totalCount pageInfo { hasNextPage endCursor }
            nodes { id version name gender birthDate age status allowedSteps level levelName phoneMasked labels
              changedAt unit { id name shortName } card { number tierName status }
              titles(first: 3) { name rank grantedOn } lastContact { occurredOn mode } openNeeds { id content } } } }""",
        first=20, after=None, status="ACTIVE",
    ),
    doc(
        "roster page as a county without sensitive fields", "yizhan",
        "{ talents(first: 5) { edges { cursor node { id name birthDate phoneMasked titles(first: 2) { name } } } } }",
    ),
    doc(
        "search by two characters", "jingban",
        "query ($s: String) { talents(search: $s, first: 10) { nodes { id name names { name kind } } } }",
        s="陈思",
    ),
    doc("search by initials", "jingban", "query ($s: String) { talents(search: $s) { nodes { name } } }", s="ls"),
    doc("recent first", "jingban", "{ talents(order: RECENT, first: 3) { nodes { id changedAt } totalCount } }"),
    doc(
        "talent detail", "xiangqiao",
        """query ($id: UUID!, $family: Boolean!) { talent(id: $id) { ...Card
            documents { id kind numberMasked } employments { employerName position main }
            educations(first: 5) { degree school } honours { name grade } levels { level validFrom }
            family @include(if: $family) { name relation } departures { leftOn }
            contactLogs(first: 5) { occurredOn greeting needs { content } proposedChanges { field value } }
            contactAssignments { status nextDueOn overdue post { name unit { name } } appointment { personName } }
            cards { number entitlements(first: 5) { serviceName remaining } } } }
          fragment Card on Talent { __typename id name pinyin unit { name parent { name } } sources }""",
        id="@talent", family=True,
    ),
    doc(
        "two roots and an alias", "xiangqiao",
        """query ($a: UUID!, $b: UUID!) { mine: talent(id: $a) { id name } foreign: talent(id: $b) { id name }
          talents(first: 1) { totalCount } }""",
        a="@talent", b="@foreign talent",
    ),
    doc("my profile", "rencai", "{ myProfile { id name birthDate card { number } contactLogs { occurredOn greeting } } }"),
    doc(
        "my card", "rencai",
        """{ myCards { id number tierName status entitlements(first: 5) { serviceName remaining ledger(first: 3) { entry amount } } }
          myEntitlements { id serviceName remaining } myRedemptions(first: 5) { nodes { serviceName day status } } }""",
    ),
    doc(
        "cards", "jingban",
        """query ($s: CardStatus) { cards(status: $s, first: 10) { totalCount nodes { number tier validUntil allowedSteps
            talent { name unit { name } } redemptions(first: 2) { day amount reverses { id } } } } }""",
        s="ACTIVE",
    ),
    doc("verify a card at the counter", "yiyuan", "query ($n: String!) { verifyCard(number: $n) { __typename } }", n="@number"),
    doc(
        "uses at the counter", "yiyuan",
        "{ counterRedemptions(first: 10) { nodes { id serviceName amount status } totalCount } }",
    ),
    doc(
        "rights of a card", "jingban",
        """query ($c: UUID!) { entitlements(cardId: $c) { nodes { id serviceName quota used remaining } }
          cityPools { nodes { serviceName quota remaining waiting } } }""",
        c="@card",
    ),
    doc("ledger", "jingban", "query ($e: UUID!) { entitlementLedger(entitlementId: $e) { nodes { entry amount } } }", e="@entitlement"),
    doc(
        "batches", "zhuren",
        """query ($b: UUID!) { cardBatches { nodes { id title status planned allowedSteps } }
          cardBatchLines(batchId: $b, first: 5) { nodes { status skip talent { name } card { number } } } }""",
        b="@card_batch",
    ),
    doc("waiting for a pool", "jingban", "query ($p: UUID!) { poolWaits(poolId: $p) { nodes { status card { number } } } }", p="@city_pool"),
    doc(
        "contacts due", "lianxi",
        """query ($by: Date!) { contactsDue(by: $by, first: 10) { totalCount nodes { nextDueOn overdue talent { name level }
            post { name } follows { id } handovers { vacatedOn } } } }""",
        by="2099-01-01",
    ),
    doc(
        "contact logs", "lianxi",
        """{ contactLogs(first: 10) { nodes { occurredOn mode status allowedSteps greeting need advice
            talent { name } post { name } assignment { status } suggestions { content } } } }""",
    ),
    doc(
        "needs and what came of them", "jingban",
        """{ needs(first: 10) { nodes { talentName kindName status overdue dueOn handlerUnit { name } log { occurredOn } } }
          suggestions { nodes { content talent { name } } } proposedChanges { nodes { field value valueBefore } } }""",
    ),
    doc("my leader and my needs", "rencai", "{ myContactLeaders { post { name } } myNeeds { nodes { content status } } }"),
    doc(
        "handovers", "zhuren",
        "{ contactHandovers { nodes { vacatedOn assignment { talent { name } } leftAppointment { personName } } } }",
    ),
    doc(
        "board of cases", "zhuanyuan",
        """{ fasttrackCases(openOnly: true, mine: true, first: 10) { totalCount nodes { number status candidateName dueOn usedDays
            paused allowedSteps holder { name } countersigns(first: 5) { status overdue unit { name } recusals(first: 2) { reason } } } }
          myCountersigns(first: 5) { nodes { dueOn case { number unit { name } } } } }""",
    ),
    doc(
        "a case", "jingban",
        """query ($c: UUID!) { fasttrackCase(id: $c) { number request plannedAmount unit { name } lead { name } decider { name }
            parties { __typename } stages { __typename } measures { kindName amount dueOn unit { name } }
            countersigns { opinion } pauses { __typename } votes { __typename } decisions { __typename }
            assessments { __typename } dueMoves { cause } clockDays(first: 50) { __typename } } }""",
        c="@fasttrack_case",
    ),
    doc(
        "moved terms and own measures", "jingban",
        "{ fasttrackDueMoves { nodes { cause case { number } } } myMeasures { nodes { content case { id } } } }",
    ),
    doc(
        "units and posts", "jingban",
        """query ($u: UUID!) { units(kind: COUNTY) { nodes { name childCount children(first: 3) { name } } }
          unit(id: $u) { name names { name } memberships { __typename } }
          posts(unitId: $u, first: 5) { nodes { name appointments(first: 2) { personName } } }
          governmentUnits { id } }""",
        u="@unit",
    ),
    doc(
        "catalogue", "chaoan",
        """{ entries(kind: "level") { code name body validFrom isDemo } workYears { __typename }
          workDays(fromDay: "2026-10-01", toDay: "2026-10-10") { __typename } }""",
    ),
    doc("accounts", "guanli", "{ accounts(first: 5) { nodes { login name status allowedSteps } totalCount } }"),
    doc("partners", "gongxiang", "{ partners(first: 5) { nodes { code keys { __typename } grants { __typename } } } }"),
    doc("my notices", "jingban", "{ notices(unread: true, first: 5) { nodes { title body createdAt } totalCount } }"),
    doc("my sessions", "zhuren", "{ sessions { id source lastSeenAt } }"),
    doc(
        "requests of the person with what was erased", "jingban",
        """{ dataRequests(openOnly: true, first: 20) { totalCount nodes { id kind talentName keeperName dueOn overdue
            allowedSteps answer erasures(first: 2) { doneAt lines } } } }""",
    ),
    doc("notices to partners", "jingban", "{ deletionNotices(first: 20) { nodes { id partnerName late status cards } } }"),
    doc("reads to be looked at", "shenji", "{ readAnomalies(first: 20) { nodes { id ruleName reads words status } } }"),
    doc("an employer's own people", "danwei", "{ myPeople(first: 5) { totalCount nodes { id name employerName position } } }"),
    doc("who read what", "rencai", "{ readsOfMe { nodes { field purpose actorName readAt } } }"),
    doc(
        "imports", "xiangqiao",
        """query ($i: UUID!) { imports(first: 5) { nodes { filename status percent unit { name } } }
          importJob(importId: $i) { rowsError rowsNew } importRows(importId: $i, first: 10) { nodes { rowNumber outcome
            findings { __typename } } } }""",
        i="@import_job",
    ),
    doc(
        "records that may be one, and those that are", "jingban",
        """{ duplicatePairs(first: 10) { totalCount nodes { id score clueWords status allowedSteps low { name } high { name } } }
            duplicateSigns(first: 5) { nodes { since talent { name } } }
            merges(first: 10) { nodes { survivorName absorbedName summary undoUntil survivor { name } } } }""",
    ),
    doc(
        "who introduced whom", "jingban",
        """{ introductionClaims(first: 5) { nodes { talentName share status allowedSteps unit { name }
              credits(first: 3) { quarter amount why } } }
            attributionCases(first: 5) { nodes { talentName status claims(first: 3) { unit { shortName } share } } } }""",
    ),
    doc(
        "applications", "xiangqiao",
        """{ recognitionApplications(first: 3) { totalCount nodes { id status level allowedSteps overdue talent { name }
              parties(first: 3) { role } stages(first: 3) { step } reviews(first: 3) { status dueOn }
              notices(first: 2) { endsOn } attachments(first: 3) { kind } } } }""",
    ),
    doc(
        "objections and scores", "zhuren",
        """{ recognitionApplications(first: 3) { nodes { id objections(first: 3) { content status }
              sheets(first: 3) { status total } } } recognitionExperts(first: 5) { nodes { name employerName } } }""",
    ),
    doc(
        "recognitions", "jingban",
        """query ($t: UUID!) { recognitions(first: 5) { nodes { certificateNumber levelName inForce allowedSteps
              checks(first: 2) { outcome opinion } } } recognitionBans(nowOnly: false, first: 5) { nodes { reason } }
            evidenceFiles(talentId: $t, first: 5) { nodes { filename uses } } }""",
        t="@talent",
    ),
    doc(
        "programmes", "jingban",
        """query ($b: UUID!) { programmeBatches(first: 5) { nodes { name quota selected unit { name } } }
            programmeMembers(batchId: $b, first: 5) { nodes { basis talent { name } } } }""",
        b="@programme_batch",
    ),
    doc(
        "the directory that is drafted", "zhuren",
        """query ($d: UUID!) { directoryDrafts(first: 5) { nodes { name status gain lose allowedSteps } }
            directoryImpacts(draftId: $d, first: 5) { nodes { kind levelBefore levelAfter talent { name } } } }""",
        d="@directory_draft",
    ),
    doc(
        "who is asked of in a campaign", "jingban",
        """query ($c: UUID!) { campaigns(first: 5) { nodes { quarter dueOn status } }
            campaignItems(campaignId: $c, first: 5) { nodes { status was talent { name } } } }""",
        c="@campaign",
    ),
    doc(
        "what holders agreed to", "jingban",
        "{ talents(first: 3) { nodes { id consents { purposeName givenAt inForce } } } }",
    ),
]  # fmt: skip

MINE = """
select 'talent' as what, id from talent where unit_path <@ int8range($1, $2) and status = 'active'
  and exists (select from card where talent_id = talent.id)
  and exists (select from contact_log where talent_id = talent.id)
union all select 'foreign talent', id from talent where not unit_path <@ int8range($1, $2)
union all select what, id from (
  select 'card', c.id, c.unit_path from card c where status = 'active'
    and exists (select from entitlement where card_id = c.id)
  union all select 'entitlement', e.id, e.unit_path from entitlement e
    where exists (select from entitlement_ledger where entitlement_id = e.id and entry = 'confirmed')
  union all select 'redemption', id, unit_path from redemption
  union all select 'card_batch_line', id, unit_path from card_batch_line
  union all select 'pool_wait', id, unit_path from pool_wait
  union all select 'contact_log', id, unit_path from contact_log
  union all select 'contact_assignment', id, unit_path from contact_assignment where status = 'active'
  union all select 'need', id, unit_path from need
  union all select 'suggestion', id, unit_path from suggestion
  union all select 'proposed_change', id, unit_path from proposed_change
  union all select 'fasttrack_case', id, unit_path from fasttrack_case
  union all select 'fasttrack_countersign', id, unit_path from fasttrack_countersign
  union all select 'fasttrack_measure', id, unit_path from fasttrack_measure
  union all select 'import_job', id, unit_path from import_job
  union all select 'identity_document', id, unit_path from identity_document
  union all select 'talent_name', id, unit_path from talent_name
  union all select 'family_member', id, unit_path from family_member
  union all select 'employment', id, unit_path from employment
) rows (what, id, unit_path) where unit_path <@ int8range($1, $2)
union all select 'contact_handover', id from contact_handover
union all select 'card_batch', id from card_batch where status = 'issued'
union all select 'card_batch', id from card_batch
union all select 'city_pool', id from city_pool
union all select 'programme_batch', id from programme_batch
union all select 'directory_draft', id from directory_draft
union all select 'campaign', id from campaign
union all select 'recognition_application', id from recognition_application
union all select 'unit', id from unit where path = $1
union all select 'post', id from post
union all select 'account', id from account where login = 'jingban'
union all select 'partner', id from partner"""


async def ids_of(whole: Whole, who: str = "xiangqiao") -> dict[str, str]:
    """An id of each kind of row, of this account's district where rows have one."""
    actor = whole.actors[who]
    found: dict[str, str] = {}
    async with whole.sees() as db:
        for row in await db.fetch(MINE, actor.lo, actor.hi):
            found.setdefault(row["what"], str(row["id"]))
        found["number"] = await db.fetchval("select number from card where id = $1", row_id(found, "card"))
    return found


def row_id(found: Mapping[str, str], what: str) -> Any:
    from uuid import UUID

    return UUID(found[what])
