"""The rules of identity: no database, no clock but the one they are given."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bole.core.permissions import Permission
from bole.identity import passwords, rules
from bole.identity.rules import AccountKind, PasswordTooWeak, SignInMethod

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
NOW = datetime(2026, 3, 2, 1, 0, 5, tzinfo=UTC)
moments = st.datetimes(datetime(2020, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))


def test_codes_agree_with_the_vectors_of_rfc_6238() -> None:
    """Appendix B, SHA-1, the last six of its eight digits; its secret is the ASCII text 1234567890 twice."""
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    for second, code in ((59, "287082"), (1111111109, "081804"), (2000000000, "279037")):
        assert rules.totp_code(secret, datetime.fromtimestamp(second, UTC)) == code


@given(moments, st.integers(-200, 200))
def test_a_code_is_good_within_one_step_either_way_and_never_beyond(now: datetime, off: int) -> None:
    shown = rules.totp_code(SECRET, now + timedelta(seconds=off))
    steps_apart = rules.totp_step(now + timedelta(seconds=off)) - rules.totp_step(now)
    found = rules.matching_step(SECRET, shown, now, 0)
    if abs(steps_apart) <= rules.TOTP_DRIFT:
        assert found is not None
    elif found is not None:  # one of a million: two steps that show the same six digits
        assert rules.totp_code(SECRET, datetime.fromtimestamp(found * 30, UTC)) == shown


@given(moments)
def test_a_step_that_was_used_is_never_matched_again(now: datetime) -> None:
    code = rules.totp_code(SECRET, now)
    used = rules.matching_step(SECRET, code, now, 0)
    assert used is not None
    again = rules.matching_step(SECRET, code, now + timedelta(seconds=29), used)
    assert again is None or again > used


@given(st.text(max_size=12))
def test_any_text_for_a_code_is_answered_and_never_crashes(code: str) -> None:
    found = rules.matching_step(SECRET, code, NOW, 0)
    assert found is None or len(code.strip()) >= 6


def test_a_code_may_be_typed_with_a_space_or_full_width() -> None:
    code = rules.totp_code(SECRET, NOW)
    wide = "".join(chr(ord(c) + 0xFEE0) for c in code)
    for typed in (f"{code[:3]} {code[3:]}", wide):
        assert rules.matching_step(SECRET, typed, NOW, 0) is not None


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("Aa1!", "至少 10 个字符"),
        ("A" * 129, "最多 128 个字符"),
        ("Password123!", "常见密码"),
        ("1qaz2wsx2026", "常见密码"),
        ("zhangsan-2026!", "登录名或姓名"),
        ("我是张三丰-2026A", "登录名或姓名"),
        ("aaaaaaaaaaa1", "重复的字符"),
        ("hanjianghanjiang", "3 种"),
    ],
)
def test_a_guessable_password_is_refused_and_told_why(password: str, why: str) -> None:
    with pytest.raises(PasswordTooWeak, match=why):
        rules.check_password(password, kind=AccountKind.STAFF, login="ZhangSan", name="张三丰")


@pytest.mark.parametrize(
    "password", ["Chaozhou-2026!", "广济桥在韩江上 Abc", "x" * 20 + "Y-3zqk" + "w" * 100]
)
def test_a_long_or_chinese_password_is_welcome(password: str) -> None:
    rules.check_password(password, kind=AccountKind.STAFF, login="zhangsan", name="张三丰")


def test_talents_need_no_mixture_of_characters() -> None:
    rules.check_password("hanjiang boats", kind=AccountKind.TALENT, login="t1", name="林晓岚")
    with pytest.raises(PasswordTooWeak):
        rules.check_password("hanjiang boats", kind=AccountKind.STAFF, login="t1", name="林晓岚")


def test_three_thousand_most_used_passwords_are_known() -> None:
    known = rules.common_passwords()
    assert len(known) == 3000 and {"password", "12345678", "1qaz2wsx"} <= known
    assert all(len(p) >= rules.SHORTEST[False] for p in known)


@given(st.text(min_size=1, max_size=60))
def test_a_login_name_has_one_spelling(login: str) -> None:
    assert rules.login_key(rules.login_key(login)) == rules.login_key(login)


@pytest.mark.parametrize(
    ("kind", "method", "enrolled", "changed", "ready"),
    [
        (AccountKind.STAFF, SignInMethod.PASSWORD, True, NOW, True),
        (AccountKind.STAFF, SignInMethod.PASSWORD, False, NOW, False),
        (AccountKind.STAFF, SignInMethod.PASSWORD, True, None, False),
        (AccountKind.STAFF, SignInMethod.OIDC, False, None, True),
        (AccountKind.LEADER, SignInMethod.PASSWORD, False, NOW, False),
        (AccountKind.PLATFORM, SignInMethod.PASSWORD, False, NOW, False),
        (AccountKind.TALENT, SignInMethod.PASSWORD, False, NOW, True),
        (AccountKind.PARTNER_OPERATOR, SignInMethod.PASSWORD, False, None, False),
    ],
)
def test_who_may_do_more_than_set_up_the_account(
    kind: AccountKind, method: SignInMethod, enrolled: bool, changed: datetime | None, ready: bool
) -> None:
    assert rules.is_ready(kind, method, enrolled=enrolled, changed_at=changed) is ready


def test_only_those_who_see_others_data_must_change_their_password_in_time() -> None:
    old = NOW - rules.PASSWORD_LIFE - timedelta(seconds=1)
    assert rules.password_is_old(AccountKind.STAFF, old, NOW)
    assert not rules.password_is_old(AccountKind.TALENT, old, NOW)
    assert not rules.password_is_old(AccountKind.STAFF, NOW, NOW)


def test_a_session_of_who_sees_others_data_is_the_shortest() -> None:
    office = rules.session_life(AccountKind.STAFF)
    assert office == rules.session_life(AccountKind.LEADER) == rules.session_life(AccountKind.PLATFORM)
    for kind in (AccountKind.TALENT, AccountKind.PARTNER_OPERATOR):
        life = rules.session_life(kind)
        assert life.idle > office.idle and life.absolute > office.absolute


def test_tokens_are_256_bits_and_differ() -> None:
    tokens = {rules.new_token() for _ in range(1000)}
    assert len(tokens) == 1000 and all(len(t) == 43 for t in tokens)


def test_exports_plain_text_and_grants_ask_again_who_is_there() -> None:
    assert {
        Permission.ROSTER_EXPORT,
        Permission.ROSTER_REVEAL,
        Permission.ACCOUNT_MANAGE,
    } <= rules.NEEDS_STEP_UP


def test_the_owners_own_address_is_in_no_bucket_that_strangers_can_empty() -> None:
    mine = {key for key, _ in rules.buckets("clerk", "10.0.0.1", known=True)}
    theirs = {key for key, _ in rules.buckets("clerk", "203.0.113.7", known=False)}
    assert not mine & theirs


async def test_a_password_is_stored_as_argon2id_of_the_agreed_strength() -> None:
    stored = await passwords.digest("Chaozhou-2026!")
    assert stored.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert await passwords.verify("Chaozhou-2026!", stored) == (True, None)
    assert (await passwords.verify("Chaozhou-2026", stored))[0] is False
    assert (await passwords.verify("Ｃｈａｏｚｈｏｕ-2026!", stored))[0] is True
    assert (await passwords.verify("anything", None))[0] is False


async def test_a_digest_of_older_strength_is_renewed_at_the_next_sign_in() -> None:
    from pwdlib.hashers.argon2 import Argon2Hasher

    old = Argon2Hasher(memory_cost=8192, time_cost=1, parallelism=1).hash("Chaozhou-2026!")
    right, fresh = await passwords.verify("Chaozhou-2026!", old)
    assert right and fresh is not None and "m=19456" in fresh
