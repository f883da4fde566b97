"""Phones, mail addresses and unified social credit codes."""

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc

from bole.core.errors import Refusal
from bole.roster.codes import (
    DEMO_PREFIX,
    CodeWarned,
    EmailNotPlausible,
    PhoneMissing,
    PhoneNotPlausible,
    UsccWrong,
    mask_email,
    read_email,
    read_phone,
    read_uscc,
)


@pytest.mark.parametrize(
    "typed",
    [
        "13800138000",
        "138 0013 8000",
        "138-0013-8000",
        "+86 13800138000",
        "86-138-0013-8000",
        "008613800138000",
        "１３８００１３８０００",
    ],
)
def test_one_mobile_number_however_it_is_typed(typed: str) -> None:
    got = read_phone(typed)
    assert (got.number, got.masked, got.warnings) == ("13800138000", "138****8000", ())


@pytest.mark.parametrize(
    ("typed", "kept", "masked"),
    [
        ("0768-2280001", "0768-2280001", "0768-***0001"),
        ("(0768) 2280001", "0768-2280001", "0768-***0001"),
        ("０７６８－２２８０００１", "0768-2280001", "0768-***0001"),
        ("+86 0768 2280001", "0768-2280001", "0768-***0001"),
        ("010-12345678-805", "010-12345678-805", "010-****5678-***"),
        ("020 1234 5678 转 8", "020-12345678-8", "020-****5678-*"),
        ("+852 5123 4567", "+85251234567", "+85*****4567"),
        ("0014155550123", "+14155550123", "+14*****0123"),
    ],
)
def test_fixed_lines_and_numbers_abroad(typed: str, kept: str, masked: str) -> None:
    assert (read_phone(typed).number, read_phone(typed).masked) == (kept, masked)


@pytest.mark.parametrize(
    "typed",
    [
        "861380013800",
        "1380013800",
        "138001380000",
        "2280001",
        "+999",
        "电话",
        "12345678901",
        "+8613",
        "++1",
        "١٣٨٠٠١٣٨٠٠٠",
    ],
)
def test_what_cannot_be_called_is_refused(typed: str) -> None:
    with pytest.raises(PhoneNotPlausible):
        read_phone(typed)


def test_no_number_is_told_apart_from_a_wrong_one() -> None:
    with pytest.raises(PhoneMissing):
        read_phone("  ")


def test_demo_numbers_are_nobodys_and_a_typing_error_into_them_is_asked_about() -> None:
    number = DEMO_PREFIX + "00001234"
    assert not phonenumbers.is_valid_number(phonenumbers.parse(number, "CN"))
    assert read_phone(number).warnings == (CodeWarned.PHONE_NOT_IN_USE,)


def test_mail_addresses() -> None:
    assert read_email(" Li.Na@Example.COM ") == "Li.Na@example.com"
    assert mask_email("li.na@example.com") == "l***@example.com"
    for wrong in ("a@b", "@example.com", "a b@example.com", "a@-x.com", "a@x..com", "无"):
        with pytest.raises(EmailNotPlausible):
            read_email(wrong)


def test_unified_social_credit_codes() -> None:
    assert read_uscc("91350100M000100Y43").warnings == ()
    assert read_uscc("91350100M000100Y44").warnings == (CodeWarned.USCC_CHECK_DIGIT,)
    assert read_uscc(" ９１３５０１００m000100y43 ").code == "91350100M000100Y43"
    for wrong in ("91350100M000100Y4", "9135010OM000100I43", "", "91350100M000100Y4S"):
        with pytest.raises(UsccWrong):
            read_uscc(wrong)


@given(st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=17, max_size=17))
def test_the_check_digit_is_the_standards(body: str) -> None:
    code = body + uscc.calc_check_digit(body)
    assert read_uscc(code).warnings == ()
    assert read_uscc(code.lower()).code == code


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    for reader in (read_phone, read_email, read_uscc):
        try:
            reader(text)
        except Refusal as no:
            assert str(no)


@given(st.from_regex(r"1[3-9][0-9]{9}|0768-[0-9]{7}|\+852[2-9][0-9]{7}", fullmatch=True))
def test_a_kept_number_is_read_as_itself(number: str) -> None:
    assert read_phone(number).number == number
