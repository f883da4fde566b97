"""The documents: one a case, asking the same rows, fields and nested parts of every GraphQL server.

PostGraphile's fields are renamed by aliases to bole's names, so that the answers can be compared (same.py).
"""

BOLE = {
    "roster_page": """query RosterPage($level: String, $unit: UUID) {
  talents(level: $level, unitId: $unit, first: 50) {
    nodes {
      id name gender status level talentType employerName position highestDegree highestTitle highestRank
      phoneMasked lastContactOn nextContactDue version
      unit { id name }
      card { number tierName status validUntil }
      lastContact { occurredOn mode postThen }
      openNeeds(first: 3) { kind status raisedOn }
    }
    pageInfo { hasNextPage endCursor }
  }
}""",
    "talent_detail": """query TalentDetail($id: UUID!) {
  talent(id: $id) {
    id name gender status level talentType employerName position highestDegree highestTitle phoneMasked version
    unit { id name }
    employments { employerName kind position startedOn endedOn main }
    educations { degree school major graduatedOn }
    titles { name rank grantedOn }
    honours { name grade grantedOn }
    contactLogs(first: 10) { occurredOn mode postThen greeting }
  }
}""",
    "name_search": """query NameSearch($text: String!) {
  talents(search: $text, first: 50) { nodes { id name level employerName unit { name } } }
}""",
    "record_contact": """mutation Record($talent: UUID!, $post: UUID!, $on: Date!) {
  recordContact(talentId: $talent, postId: $post,
    contact: { occurredOn: $on, mode: VISIT, greeting: "登门看望，了解近况。" }) {
    id occurredOn mode postThen greeting
  }
}""",
    "redeem": """mutation Redeem($card: String!, $key: String!) {
  redeem(cardNumber: $card, service: "venues", key: $key) { id serviceName tier amount status occurredAt }
}""",
}

POSTGRAPHILE = {
    "roster_page": """query RosterPage($lo: BigInt!, $hi: BigInt!, $level: String, $unit: UUID) {
  talents: benchRoster(lo: $lo, hi: $hi, level: $level, unit: $unit, first: 50) {
    nodes {
      id: rowId name gender status level talentType employerName position highestDegree highestTitle highestRank
      phoneMasked lastContactOn nextContactDue version
      unit: unitByUnitId { id: rowId name }
      card: liveCard { number tierName status validUntil }
      lastContact { occurredOn mode postThen }
      openNeeds: openNeedsList(first: 3) { kind status raisedOn }
    }
    pageInfo { hasNextPage endCursor }
  }
}""",
    "talent_detail": """query TalentDetail($id: UUID!) {
  talent: talentByRowId(rowId: $id) {
    id: rowId name gender status level talentType employerName position highestDegree highestTitle phoneMasked version
    unit: unitByUnitId { id: rowId name }
    employments: employmentsByTalentIdAndUnitPathList(first: 20, orderBy: [MAIN_DESC, STARTED_ON_DESC, ROW_ID_ASC]) {
      employerName kind position startedOn endedOn main
    }
    educations: educationsByTalentIdAndUnitPathList(first: 20, orderBy: [GRADUATED_ON_DESC, ROW_ID_ASC]) {
      degree school major graduatedOn
    }
    titles: titlesByTalentIdAndUnitPathList(first: 20, orderBy: [GRANTED_ON_DESC, ROW_ID_ASC]) { name rank grantedOn }
    honours: honoursByTalentIdAndUnitPathList(first: 20, orderBy: [GRANTED_ON_DESC, ROW_ID_ASC]) {
      name grade grantedOn
    }
    contactLogs: contactLogsByTalentIdAndUnitPathList(first: 10, orderBy: [OCCURRED_ON_DESC, ROW_ID_DESC]) {
      occurredOn mode postThen greeting
    }
  }
}""",
    "name_search": """query NameSearch($lo: BigInt!, $hi: BigInt!, $text: String!) {
  talents: benchFoundList(lo: $lo, hi: $hi, gram: $text, first: 50) {
    id: rowId name level employerName unit: unitByUnitId { name }
  }
}""",
    "record_contact": """mutation Record($lo: BigInt!, $hi: BigInt!, $talent: UUID!, $post: UUID!, $on: Date!, $actor: UUID!) {
  recordContact: benchRecordContact(input: { lo: $lo, hi: $hi, talent: $talent, post: $post, day: $on, actor: $actor }) {
    result { id: rowId occurredOn mode postThen greeting }
  }
}""",
    "redeem": """mutation Redeem($lo: BigInt!, $hi: BigInt!, $card: String!, $key: String!, $actor: UUID!, $provider: UUID!) {
  redeem: benchRedeem(input: { lo: $lo, hi: $hi, card: $card, key: $key, actor: $actor, provider: $provider }) {
    result { id: rowId serviceName tier amount status occurredAt }
  }
}""",
}
