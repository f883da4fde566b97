"""Units and posts as the workbench asks for them."""

from dataclasses import replace

from bole.core.permissions import Permission


async def test_the_unit_list_comes_in_the_order_of_the_tree(ask):
    answer = await ask("{ units(first: 8) { nodes { name depth kind } totalCount } }")
    page = answer["data"]["units"]
    assert page["nodes"][0] == {"name": "中共潮州市委员会", "depth": 1, "kind": "COMMITTEE"}
    assert [n["depth"] for n in page["nodes"]] == [1, 2, 2, 2, 3, 3, 3, 3]
    assert page["totalCount"] == 156


async def test_the_picker_shows_no_employers(ask):
    answer = await ask("{ governmentUnits { code kind } }")
    kinds = {u["kind"] for u in answer["data"]["governmentUnits"]}
    assert kinds == {
        "COMMITTEE",
        "LEADING_GROUP",
        "TALENT_OFFICE",
        "COUNTY",
        "ZONE",
        "TOWN",
        "MEMBER",
        "NON_MEMBER",
    }


async def test_units_are_found_within_a_county_and_by_a_part_of_their_name(ask):
    text = """query ($within: UUID, $text: String) {
      units(within: $within, text: $text, kind: EMPLOYER) { nodes { code } totalCount } }"""
    found = (await ask('{ units(text: "潮安区") { nodes { id kind } } }'))["data"]["units"]["nodes"]
    county = next(u["id"] for u in found if u["kind"] == "COUNTY")
    answer = await ask(text, within=county)
    assert answer["data"]["units"]["totalCount"] == 12
    answer = await ask(text, within=county, text="不锈钢")
    assert [u["code"] for u in answer["data"]["units"]["nodes"]] == ["emp-caitang-steel"]
    answer = await ask(text, text="%")
    assert answer["data"]["units"]["totalCount"] == 0, "a percent sign is a sign, not a wildcard"


async def test_a_unit_shows_its_names_posts_and_holders(ask):
    answer = await ask("""{ units(text: "chaoan", first: 1) { nodes {
      name divisionCode childCount names(first: 2) { name divisionCode validUntil }
      posts(first: 1) { name leaderLevel appointments(first: 2) { personName validUntil } } parent { code } } } }""")
    (unit,) = answer["data"]["units"]["nodes"]
    assert unit["parent"] == {"code": "cz"}
    assert unit["divisionCode"] == "445103"
    assert unit["childCount"] == 20
    assert unit["names"][1] == {"name": "潮安县", "divisionCode": "445121", "validUntil": "2013-06-27"}
    assert unit["posts"][0]["leaderLevel"] == "COUNTY"
    assert len(unit["posts"][0]["appointments"]) == 1


async def test_vacant_posts_are_listed_as_of_a_day(ask):
    text = """query ($on: Date) { posts(leaderLevel: CITY, vacant: true, on: $on) { nodes { code } } }"""
    assert (await ask(text, on="2026-08-20"))["data"]["posts"]["nodes"] == [{"code": "p-017"}]
    assert (await ask(text, on="2026-09-03"))["data"]["posts"]["nodes"] == []


async def test_a_leaders_post_is_found_by_its_name_its_unit_or_its_holder(ask):
    text = """query ($text: String!, $leaders: Boolean) { posts(text: $text, leaders: $leaders, on: "2026-09-03") {
      nodes { code leaderLevel name unit { shortName } appointments(first: 1) { personName } } } }"""
    every = (await ask(text, text="", leaders=True))["data"]["posts"]["nodes"]
    assert every
    assert all(p["leaderLevel"] for p in every)
    one = next(p for p in every if p["code"] == "p-017")
    for words in (one["name"], one["appointments"][0]["personName"]):
        found = (await ask(text, text=words, leaders=True))["data"]["posts"]["nodes"]
        assert "p-017" in [p["code"] for p in found]
        others = (await ask(text, text=words, leaders=False))["data"]["posts"]["nodes"]
        assert "p-017" not in [p["code"] for p in others]
    of_unit = (await ask(text, text=one["unit"]["shortName"], leaders=True))["data"]["posts"]["nodes"]
    assert "p-017" in [p["code"] for p in of_unit]
    assert (await ask(text, text="%", leaders=True))["data"]["posts"]["nodes"] == []


async def test_members_are_those_of_the_day(ask):
    text = """query ($on: Date) { memberships(on: $on) { unit { code kind } group { code } } }"""
    before = {m["unit"]["code"] for m in (await ask(text, on="2026-06-30"))["data"]["memberships"]}
    after = {m["unit"]["code"] for m in (await ask(text, on="2026-08-20"))["data"]["memberships"]}
    assert after - before == {"wenlv", "linye"}
    assert len(after) == 31


async def test_departments_without_commissioners_are_named(ask):
    answer = await ask('{ unitsWithoutCommissioners(on: "2026-10-01") { shortName } }')
    assert answer["data"]["unitsWithoutCommissioners"] == [{"shortName": "市水务局"}]


async def test_a_unit_is_founded_renamed_and_shown(ask):
    (root,) = (await ask('{ units(text: "fengxi", kind: ZONE) { nodes { id } } }'))["data"]["units"]["nodes"]
    made = await ask(
        """mutation ($parent: UUID!) {
          createUnit(parentId: $parent, kind: EMPLOYER, code: "kiln", name: "枫溪柴窑", validFrom: "2026-01-01") {
            id shortName depth parent { code } } }""",
        parent=root["id"],
    )
    unit = made["data"]["createUnit"]
    assert unit["shortName"] == "枫溪柴窑" and unit["depth"] == 3 and unit["parent"] == {"code": "fengxi"}
    renamed = await ask(
        """mutation ($id: UUID!) { renameUnit(unitId: $id, name: "枫溪古窑", fromDay: "2026-06-01") {
          name names { name validUntil } } }""",
        id=unit["id"],
    )
    assert renamed["data"]["renameUnit"] == {
        "name": "枫溪古窑",
        "names": [
            {"name": "枫溪古窑", "validUntil": None},
            {"name": "枫溪柴窑", "validUntil": "2026-05-31"},
        ],
    }


async def test_a_refusal_says_which_field_and_what_to_do(ask):
    (post,) = (await ask("{ posts(leaderLevel: CITY, first: 1) { nodes { id } } }"))["data"]["posts"]["nodes"]
    answer = await ask(
        'mutation ($p: UUID!) { appoint(postId: $p, personName: "抢任", validFrom: "2026-01-01") { id } }',
        p=post["id"],
    )
    (error,) = answer["errors"]
    assert error["extensions"]["code"] == "POST_HELD"
    assert error["extensions"]["field"] == "validFrom"
    assert "请先办理其免职" in error["message"]


async def test_who_may_not_manage_may_still_read(ask, officer):
    reader = replace(officer, permissions=frozenset({Permission.ORG_READ}))
    assert (await ask("{ units(first: 1) { nodes { id } } }", as_actor=reader))["data"]
    (post,) = (await ask("{ posts(first: 1) { nodes { id } } }"))["data"]["posts"]["nodes"]
    answer = await ask(
        'mutation ($p: UUID!) { appoint(postId: $p, personName: "x", validFrom: "2026-01-01") { id } }',
        as_actor=reader,
        p=post["id"],
    )
    assert answer["errors"][0]["extensions"]["code"] == "FORBIDDEN"
