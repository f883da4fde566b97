"""A person is found whichever way the name is typed, by those who may see them, in index time."""

import pytest
from tests.roster.people import People

from bole.core.actor import ActorKind
from bole.roster import career_service, service
from bole.roster.forms import OtherNameIn, TalentChangeIn
from bole.roster.rules import NameKind

COUNT = "query ($s: String) { talents(search: $s) { totalCount nodes { id } } }"


@pytest.fixture
async def three(people: People) -> People:
    await people.enter("林晓岚")
    await people.enter("林曉明", unit="chaoan")
    await people.enter("曾乐欣")
    return people


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("晓岚", ["林晓岚"]),
        ("林晓", ["林晓岚", "林曉明"]),
        ("曉", ["林晓岚", "林曉明"]),
        ("岚", ["林晓岚"]),
        ("林曉嵐", ["林晓岚"]),
        ("林　晓 明", ["林曉明"]),
        ("lxl", ["林晓岚"]),
        ("LX", ["林晓岚", "林曉明"]),
        ("linxiao", ["林晓岚", "林曉明"]),
        ("lín xiǎo míng", ["林曉明"]),
        ("zenglexin", ["曾乐欣"]),
        ("cengle", ["曾乐欣"]),
        ("zlx", ["曾乐欣"]),
        ("岚晓", []),
        ("陈", []),
        ("xiaolan", []),
    ],
)
async def test_characters_pinyin_and_initials_find(three: People, typed: str, names: list[str]) -> None:
    assert sorted(await three.found(three.office, typed)) == sorted(names)


async def test_a_search_for_nothing_is_the_whole_list(three: People) -> None:
    assert len(await three.found(three.office, " · ")) == 3


async def test_a_person_is_listed_once_though_several_spellings_fit(three: People) -> None:
    for typed in ("z", "ze", "zeng", "c", "l"):
        data = await three.gql(three.office, COUNT, s=typed)
        ids = [n["id"] for n in data["talents"]["nodes"]]
        assert len(ids) == len(set(ids)) == data["talents"]["totalCount"] > 0


@pytest.mark.parametrize("name", ["陈㛃", "蔡𬭎", "李𠮷明"])
async def test_rare_characters_are_kept_and_found(people: People, name: str) -> None:
    await people.enter(name)
    assert await people.found(people.office, name[-2:]) == [name]
    assert await people.found(people.office, name[1]) == [name]


async def test_another_district_finds_none_and_counts_none(three: People) -> None:
    chaoan = three.district("chaoan")
    for typed in ("晓岚", "林晓岚", "岚", "linxiaolan", "lxl"):
        data = await three.gql(chaoan, COUNT, s=typed)
        assert data["talents"] == {"totalCount": 0, "nodes": []}
    assert await three.found(chaoan, "林晓") == ["林曉明"]


async def test_a_talent_finds_only_themselves(people: People) -> None:
    one, _ = await people.enter("林晓岚"), await people.enter("林晓明")
    mine = people.own(ActorKind.TALENT, one.id)
    assert await people.found(mine, "林晓") == ["林晓岚"]
    assert await people.found(mine, "lin") == ["林晓岚"]


async def test_former_and_foreign_names_are_found_from_the_day_they_are_added(people: People) -> None:
    one = await people.enter("林晓岚", other_names=[OtherNameIn(kind=NameKind.FORMER, name="林秀英")])
    assert await people.found(people.office, "秀英") == ["林晓岚"]
    name = OtherNameIn(kind=NameKind.FOREIGN, name="Helen O'Lynn")
    await people.do(people.office, career_service.add_name, talent_id=one.id, name=name)
    assert await people.found(people.office, "o'lynn") == ["林晓岚"]
    assert await people.found(people.office, "秀英") == ["林晓岚"]


async def test_a_name_taken_away_is_found_no_more(people: People) -> None:
    one = await people.enter("林晓岚", other_names=[OtherNameIn(kind=NameKind.ALIAS, name="阿岚")])
    data = await people.gql(
        people.office, "query ($id: UUID!) { talent(id: $id) { names { id } } }", id=str(one.id)
    )
    await people.do(people.office, career_service.remove_name, name_id=data["talent"]["names"][0]["id"])
    assert await people.found(people.office, "阿岚") == []
    assert await people.found(people.office, "晓岚") == ["林晓岚"]


async def test_after_a_change_of_name_both_are_found(people: People) -> None:
    one = await people.enter("林晓岚")
    change = TalentChangeIn(name="林曉蘭")
    await people.do(people.office, service.change, talent_id=one.id, version=one.version, change=change)
    assert await people.found(people.office, "晓兰") == ["林曉蘭"]
    assert await people.found(people.office, "晓岚") == ["林曉蘭"]
    data = await people.gql(
        people.office, "query ($id: UUID!) { talent(id: $id) { names { kind name } } }", id=str(one.id)
    )
    assert data["talent"]["names"] == [{"kind": "FORMER", "name": "林晓岚"}]


async def test_pages_of_a_search_go_on_where_they_ended(people: People) -> None:
    for i, given in enumerate("甲乙丙丁戊己庚"):
        await people.enter("王" + given, unit=("xiangqiao", "chaoan")[i % 2])
    for typed in ("王", "wang", "w"):
        seen, after = [], None
        while True:
            page = (
                await people.gql(
                    people.office,
                    "query ($s: String, $a: String) { talents(search: $s, first: 3, after: $a)"
                    " { nodes { name } pageInfo { hasNextPage endCursor } } }",
                    s=typed,
                    a=after,
                )
            )["talents"]
            seen += [n["name"] for n in page["nodes"]]
            if not page["pageInfo"]["hasNextPage"]:
                break
            after = page["pageInfo"]["endCursor"]
        assert len(seen) == 7
        assert len(set(seen)) == 7
