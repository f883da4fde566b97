"""Names: what is stored, what is found, in what order it stands."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bole.roster.names import (
    MOST_GRAMS,
    NameMissing,
    NameNotPlausible,
    check_name,
    clean_name,
    name_search,
    prepare_name,
    prepare_names,
    tokens_of,
)

HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=6)


def finds(query: str, *names: str) -> bool:
    """As the database compares: every piece equal to a token, or a token within the range of letters."""
    prep, tokens = name_search(query), tokens_of(names)
    if prep.shape[0] == "grams":
        return all(g in tokens for g in prep.values.values())
    return prep.shape[0] == "letters" and any(prep.low <= t < prep.high for t in tokens)


@pytest.mark.parametrize(
    ("surname", "reading"),
    [
        ("单", "shan"), ("仇", "qiu"), ("解", "xie"), ("曾", "zeng"), ("区", "ou"), ("查", "zha"), ("盖", "ge"),
        ("朴", "piao"), ("覃", "qin"), ("缪", "miao"), ("乐", "yue"), ("员", "yun"), ("召", "shao"), ("薄", "bo"),
        ("翟", "zhai"), ("冼", "xian"), ("万俟", "moqi"), ("尉迟", "yuchi"), ("欧阳", "ouyang"), ("长孙", "zhangsun"),
        ("单于", "chanyu"), ("鲜于", "xianyu"), ("令狐", "linghu"), ("澹台", "tantai"), ("闾丘", "lvqiu"),
        ("單", "shan"), ("歐陽", "ouyang"), ("萬俟", "moqi"),
    ],
)  # fmt: skip
def test_surnames_are_read_as_surnames(surname: str, reading: str) -> None:
    assert prepare_name(surname + "明").pinyin == reading + "ming"


@pytest.mark.parametrize(
    ("name", "pinyin"), [("李单", "lidan"), ("王解", "wangjie"), ("林乐", "linle"), ("陈区", "chenqu")]
)
def test_the_same_character_in_a_given_name_is_read_otherwise(name: str, pinyin: str) -> None:
    assert prepare_name(name).pinyin == pinyin


def test_a_transliterated_name_has_no_surname_in_front() -> None:
    assert prepare_name("乐山·买买提").pinyin == "leshanmaimaiti"


def test_other_readings_find_too() -> None:
    assert finds("zenglexin", "曾乐欣")
    assert finds("cenglexin", "曾乐欣")
    assert finds("zengyuexin", "曾乐欣")
    assert not finds("dengle", "曾乐欣")


@pytest.mark.parametrize("query", ["林", "晓岚", "曉嵐", "林晓", "林晓岚", "林曉嵐", " 林　晓岚 ", "lin", "linxiaolan", "LinXiao",
                                   "lxl", "ＬＸＬ", "lín xiǎo lán", "lin xiao lan", "lin-xiaolan", "linxiao岚"])  # fmt: skip
@pytest.mark.parametrize("name", ["林晓岚", "林曉嵐", "林 曉嵐"])
def test_a_person_is_found_whichever_way_the_name_is_typed(query: str, name: str) -> None:
    assert finds(query, name)


@pytest.mark.parametrize("query", ["岚晓", "林岚", "陈", "xiaolan", "lxk", "林晓岚岚"])
def test_others_are_not_found(query: str) -> None:
    assert not finds(query, "林晓岚")


def test_a_former_name_is_found() -> None:
    assert finds("秀英", "林晓岚", "林秀英")
    assert finds("linxiuying", "林晓岚", "林秀英")


@pytest.mark.parametrize("name", ["㛃", "陈㛃", "𬭎", "蔡𬭎", "\ue863明", "李𠮷", "〇明"])
def test_rare_characters_are_kept_and_found(name: str) -> None:
    keys = prepare_name(name)
    assert keys.name == name
    assert finds(name, name)
    assert finds(name[-1], name)


def test_rare_characters_have_their_reading() -> None:
    assert prepare_name("陈㛃").pinyin == "chenjie"
    assert prepare_name("蔡𬭎").initials == "ch"


def test_look_alikes_become_the_character_meant() -> None:
    assert clean_name("⼈王") == "人王"  # a Kangxi radical from a scanned list
    assert clean_name("﨑") == "﨑"
    assert clean_name("林\u200b晓\ufeff岚") == "林晓岚"
    assert clean_name("葛\U000e0100城") == "葛城"


def test_spaces_that_only_fill_a_column_go_and_those_of_foreign_names_stay() -> None:
    assert clean_name("张　三") == "张三"
    assert clean_name("  阿不都 ･ 热合曼 ") == "阿不都·热合曼"
    assert clean_name("Jean-Luc   O'Connor") == "Jean-Luc O'Connor"


@pytest.mark.parametrize(
    "query", ["阿不都", "热合", "阿不都热合曼", "阿不都·热合曼", "阿不都•热合曼", "rehe", "abdrhm"]
)
def test_a_dotted_name_is_found_with_and_without_its_dot(query: str) -> None:
    assert finds(query, "阿不都・热合曼")


@pytest.mark.parametrize(
    "query", ["jean", "luc", "o'connor", "OConnor", "oconnor jean", "jean luc o", "jlo", "Jeán"]
)
def test_a_foreign_name_is_found_from_each_of_its_words(query: str) -> None:
    assert finds(query, "Jean-Luc O'Connor")


def test_accents_and_umlauts_do_not_matter() -> None:
    assert finds("jose muller", "José Müller")
    assert finds("José", "JOSE MULLER")
    assert finds("lv", "吕伟")
    assert finds("lü", "吕伟")
    assert finds("lǚ wěi", "吕伟")
    assert finds("LYUWEI", "吕伟")


def test_the_reading_of_one_character_needs_no_other() -> None:
    """乾 alone is 干 to the dictionary, in 乾隆 it is not: a fold that looked around would miss one of them."""
    assert finds("乾", "李乾隆")
    assert finds("乾隆", "李乾") is False
    assert finds("李乾", "李乾隆")


@pytest.mark.parametrize("nothing", ["", "   ", "·", "--", "\u200b", "“”"])
def test_nothing_to_look_for_is_said(nothing: str) -> None:
    assert name_search(nothing).shape == ("all",)


def test_a_long_query_compares_only_so_many_pieces() -> None:
    assert name_search("天地玄黄宇宙洪荒日月盈昃辰宿列张").shape == ("grams", MOST_GRAMS)


def test_a_directory_sorts_by_syllable_then_character() -> None:
    names = ["林蕾", "李安", "蔺一", "林安", "李一", "欧阳一", "区一", "曾一", "陈一", "Alice Wong", "㛃一"]
    in_order = [k.name for k in sorted(prepare_names(names), key=lambda k: k.name_key)]
    assert in_order == [
        "Alice Wong",
        "陈一",
        "㛃一",
        "李安",
        "李一",
        "林安",
        "林蕾",
        "蔺一",
        "区一",
        "欧阳一",
        "曾一",
    ]


def test_traditional_and_simplified_stand_together() -> None:
    assert prepare_name("林曉嵐").name_key == prepare_name("林晓岚").name_key
    assert prepare_name("林曉嵐").name == "林曉嵐"


@pytest.mark.parametrize("name", ["", "  ", "\u200b"])
def test_a_missing_name_is_refused(name: str) -> None:
    with pytest.raises(NameMissing):
        check_name(name)


@pytest.mark.parametrize("name", ["张三1", "a@b", "··", "-", "张" * 61, "林<b>", "备注：无"])
def test_what_cannot_be_a_name_is_refused(name: str) -> None:
    with pytest.raises(NameNotPlausible):
        check_name(name)


@given(HAN)
def test_every_name_is_found_by_itself_its_pieces_and_its_spelling(name: str) -> None:
    keys = prepare_name(name)
    for start in range(len(keys.name)):
        for end in range(start + 1, len(keys.name) + 1):
            assert finds(keys.name[start:end], name)
    if keys.pinyin:
        assert finds(keys.pinyin, name)
        assert finds(keys.initials, name)


@given(st.text(max_size=40))
def test_any_text_can_be_cleaned_prepared_and_searched(text: str) -> None:
    name = clean_name(text)
    assert clean_name(name) == name
    assert unicodedata.is_normalized("NFKC", name)
    keys = prepare_name(text)
    assert all(keys.tokens)
    prep = name_search(text)
    assert prep.shape == ("all",) or finds(text, text) or not keys.tokens


def test_a_hundred_thousand_names_take_two_seconds_of_cpu() -> None:
    names = [
        a + b + c
        for a in "王李张刘陈杨黄赵吴曾"
        for b in map(chr, range(0x4F00, 0x4F64))
        for c in map(chr, range(0x5F00, 0x5F64))
    ]
    assert len(names) == 100_000
    began = time.process_time()
    made = prepare_names(names)
    spent = time.process_time() - began
    assert len(made) == 100_000
    # the promise is 2 s; the machine that runs all tests at once is given twice that
    assert spent < 4, f"{spent:.2f} s"
