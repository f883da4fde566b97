"""Identity numbers: what is refused, what is only asked about, and what is shown."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric

from bole.core.errors import Refusal
from bole.roster import identity_numbers as numbers
from bole.roster.identity_numbers import (
    DEMO_AREA,
    DocumentKind,
    IdentityNumber,
    Warned,
    kind_of,
    make_resident_number,
    mask_number,
    read_identity,
)
from bole.roster.rules import Gender

TODAY = date(2026, 11, 22)
RESIDENT, PASSPORT = DocumentKind.RESIDENT_ID, DocumentKind.PASSPORT


def read(text: str, kind: DocumentKind = RESIDENT, **known: object) -> IdentityNumber:
    return read_identity(kind, text, today=TODAY, **known)  # type: ignore[arg-type]


@pytest.mark.parametrize("number", ["445102198803150012", "445103197506200038", "440524198205050033"])
def test_counties_younger_than_their_people_are_no_reason_to_refuse(number: str) -> None:
    assert not ric.is_valid(number)  # the library would turn away half of 潮州
    assert read(number).number == number
    assert read(number).warnings == ()


def test_a_number_of_15_digits_becomes_one_of_18() -> None:
    old = read("445122921107002")
    assert old == read("445122199211070027")
    assert old.number == "445122199211070027"
    assert (old.birth_date, old.gender) == (date(1992, 11, 7), Gender.FEMALE)


@pytest.mark.parametrize(
    "typed",
    [
        "445102198803150012",
        " 445102 19880315 0012 ",
        "445102-19880315-0012",
        "４４５１０２１９８８０３１５００１２",
        "'445102198803150012",
    ],
)
def test_one_number_however_it_is_typed(typed: str) -> None:
    assert read(typed).number == "445102198803150012"


def test_a_small_x_is_a_capital_one() -> None:
    number = next(
        n for s in range(1, 999) if (n := make_resident_number("445102", date(1990, 1, 1), s)).endswith("X")
    )
    assert read(number.lower()).number == number
    assert read(number.replace("X", "ｘ")).number == number


@pytest.mark.parametrize(
    ("number", "refusal"),
    [
        ("", numbers.NumberMissing),
        ("   ", numbers.NumberMissing),
        ("44510219880315001", numbers.WrongLength),
        ("4451021988031500122", numbers.WrongLength),
        ("44510219880315001A", numbers.WrongCharacters),
        ("4451021988X3150012", numbers.WrongCharacters),
        ("44510219880315001٢", numbers.WrongCharacters),
        ("445102198803150013", numbers.WrongCheckDigit),
        ("445102198802300012", numbers.NoSuchBirthDate),
        ("445102198813150012", numbers.NoSuchBirthDate),
        ("445102190002290012", numbers.NoSuchBirthDate),
        ("445122921399002", numbers.NoSuchBirthDate),
        ("4.45102198803E+17", numbers.NumberLostDigits),
        ("445102198803150000.0", numbers.NumberLostDigits),
        (make_resident_number("445102", date(2026, 11, 23), 1), numbers.BornInFuture),
        (make_resident_number("445102", date(1905, 11, 22), 1), numbers.BornTooLongAgo),
    ],
)
def test_what_is_wrong_for_certain_is_refused(number: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal) as refused:
        read(number)
    assert refused.value.field == "number"
    assert "{" not in str(refused.value)


def test_born_today_and_a_hundred_and_twenty_years_ago_are_people() -> None:
    assert read(make_resident_number("445102", TODAY, 1)).birth_date == TODAY
    assert read(make_resident_number("445102", date(1906, 11, 22), 1)).birth_date == date(1906, 11, 22)


def test_area_and_gender_are_asked_about_and_not_refused() -> None:
    odd = read(
        make_resident_number("995102", date(1990, 1, 1), 3), gender=Gender.FEMALE, birth_date=date(1990, 1, 2)
    )
    assert odd.warnings == (Warned.AREA_UNKNOWN, Warned.GENDER_DIFFERS, Warned.BIRTH_DATE_DIFFERS)
    assert all(w.label for w in odd.warnings)
    assert read(make_resident_number("445102", date(1990, 1, 1), 3), gender=Gender.UNKNOWN).warnings == ()


def test_a_list_of_counties_is_compared_with_when_there_is_one() -> None:
    number = make_resident_number("445107", date(1990, 1, 1), 3)
    assert read(number).warnings == ()
    assert read(number, divisions={"445102"}).warnings == (Warned.AREA_UNKNOWN,)


def test_demo_people_are_nobody_and_their_numbers_pass() -> None:
    number = make_resident_number(DEMO_AREA, date(1990, 1, 1), 2)
    assert number.startswith("445199")
    assert read(number, divisions={"445102"}).warnings == ()


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        (PASSPORT, "e12345678", "E12345678"),
        (PASSPORT, "ＥＡ1234567", "EA1234567"),
        (PASSPORT, "123456789", "123456789"),
        (DocumentKind.HM_PERMIT, "H12345678", "H12345678"),
        (DocumentKind.HM_PERMIT, "h1234567801", "H12345678"),
        (DocumentKind.TW_PERMIT, "12345678", "12345678"),
        (DocumentKind.TW_PERMIT, "1234567890（B）", "1234567890"),
        (DocumentKind.PERMANENT_RESIDENT, "AUS310078050612", "AUS310078050612"),
    ],
)
def test_other_documents_are_taken_in_their_own_form(kind: DocumentKind, typed: str, kept: str) -> None:
    assert read(typed, kind).number == kept


def test_a_reissued_home_return_permit_is_the_same_person() -> None:
    assert read("H1234567801", DocumentKind.HM_PERMIT) == read("H1234567802", DocumentKind.HM_PERMIT)


def test_residents_from_hong_kong_and_macao_and_taiwan_have_numbers_with_birth_dates() -> None:
    number = make_resident_number("810000", date(1980, 5, 6), 2)
    got = read(number, DocumentKind.HMT_RESIDENCE)
    assert (got.birth_date, got.gender) == (date(1980, 5, 6), Gender.FEMALE)
    with pytest.raises(numbers.WrongPattern):
        read("445102198803150012", DocumentKind.HMT_RESIDENCE)


def test_both_generations_of_the_permanent_resident_card_tell_the_birth_date() -> None:
    new = make_resident_number("931036", date(1978, 5, 6), 11)
    assert read(new, DocumentKind.PERMANENT_RESIDENT).birth_date == date(1978, 5, 6)
    assert read("AUS310078050612", DocumentKind.PERMANENT_RESIDENT).birth_date == date(1978, 5, 6)
    assert read("AUS310012050612", DocumentKind.PERMANENT_RESIDENT).birth_date == date(2012, 5, 6)
    with pytest.raises(numbers.WrongCheckDigit):
        read(new[:-1] + ("0" if new[-1] != "0" else "1"), DocumentKind.PERMANENT_RESIDENT)
    with pytest.raises(numbers.NoSuchBirthDate):
        read("AUS310078139912", DocumentKind.PERMANENT_RESIDENT)


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (PASSPORT, "E1"), (PASSPORT, "ABCDEFGH"), (PASSPORT, "E1234 中"), (DocumentKind.HM_PERMIT, "X12345678"),
        (DocumentKind.TW_PERMIT, "1234567"), (DocumentKind.PERMANENT_RESIDENT, "445102198803150012"),
    ],
)  # fmt: skip
def test_a_number_of_another_kind_is_refused_with_the_form_expected(kind: DocumentKind, typed: str) -> None:
    with pytest.raises(numbers.WrongPattern, match="确认证件类型"):
        read(typed, kind)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("445122199211070027", RESIDENT), ("445122921107002", RESIDENT), ("E12345678", PASSPORT),
        ("H12345678", DocumentKind.HM_PERMIT), ("12345678", DocumentKind.TW_PERMIT),
        ("810000198005060025", DocumentKind.HMT_RESIDENCE), ("931036197805060011", DocumentKind.PERMANENT_RESIDENT),
        ("AUS310078050612", DocumentKind.PERMANENT_RESIDENT), ("无", None), ("", None),
    ],
)  # fmt: skip
def test_a_table_with_one_column_for_all_kinds_can_be_read(number: str, kind: DocumentKind | None) -> None:
    assert kind_of(number) is kind


def test_masks_show_enough_to_tell_two_apart_and_not_more() -> None:
    assert mask_number("445122199211070027") == "4451**********0027"
    assert mask_number("E12345678") == "E1*****78"
    assert mask_number("12345") == "1***5"


@given(
    st.from_regex(r"[1-6][1-5][0-9]{4}", fullmatch=True),
    st.dates(date(1907, 1, 1), TODAY),
    st.integers(1, 999),
)
def test_what_is_made_is_read_back(area: str, born: date, sequence: int) -> None:
    number = make_resident_number(area, born, sequence)
    got = read(number)
    assert (got.number, got.birth_date) == (number, born)
    assert got.gender is (Gender.MALE if sequence % 2 else Gender.FEMALE)
    assert number[-1] == ric.calc_check_digit(number)


@given(st.dates(date(1907, 1, 1), date(1999, 12, 31)), st.integers(1, 999))
def test_the_old_form_and_the_new_are_one_person(born: date, sequence: int) -> None:
    number = make_resident_number("445122", born, sequence)
    assert read(number[:6] + number[8:17]) == read(number)


@given(st.dates(date(1907, 1, 1), TODAY), st.integers(1, 999), st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_never_passes(born: date, sequence: int, place: int, off: int) -> None:
    number = make_resident_number("445102", born, sequence)
    wrong = number[:place] + str((int(number[place]) + off) % 10) + number[place + 1 :]
    with pytest.raises(Refusal):
        read(wrong)


@given(st.sampled_from(DocumentKind), st.text(max_size=25))
def test_any_text_is_read_or_refused_in_words(kind: DocumentKind, text: str) -> None:
    kind_of(text)
    try:
        got = read(text, kind)
    except Refusal as no:
        assert not re.search(r"\{\w+\}", str(no)), "a name in the words was not filled in"
    else:
        assert read(got.number, kind).number == got.number
