"""Settings: what a demo may do and production refuses."""

import base64
import os

import pytest

from bole.settings import DEMO_BLIND, Settings, WrongSettings, read_settings


def fresh() -> str:
    return base64.b64encode(os.urandom(32)).decode()


def production(**changed: object) -> Settings:
    """Settings fit for production, and `changed`."""
    fit = {
        "env": "production",
        "secret_keys": f"k1:{fresh()}",
        "blind_key": fresh(),
        "signing_key": fresh(),
        "app_database_url": "postgresql://bole_app:pw@db/bole",
        "files_dir": "/srv/bole/files",
        "public_url": "https://rencai.example.gov.cn",
    }
    return read_settings(**{**fit, **changed})


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("BOLE_") or name in ("DATABASE_URL", "PORT", "RESET", "SIZE"):
            monkeypatch.delenv(name)


def test_production_runs_with_its_own_secrets_database_files_and_address() -> None:
    made = production()
    assert made.production
    assert not (made.shows_graphiql or made.takes_open_documents or made.makes_demo_accounts)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"secret_keys": Settings().secret_keys}, "BOLE_SECRET_KEYS"),
        ({"secret_keys": f"k2:{fresh()},k1:{DEMO_BLIND}"}, "BOLE_SECRET_KEYS"),
        ({"blind_key": Settings().blind_key}, "BOLE_BLIND_KEY"),
        ({"signing_key": Settings().signing_key}, "BOLE_SIGNING_KEY"),
        ({"demo_accounts": True}, "演示账号"),
        ({"graphiql": True}, "GraphiQL"),
        ({"open_documents": True}, "已登记的查询"),
        ({"reset": True}, "RESET"),
        ({"app_database_url": None}, "BOLE_APP_DATABASE_URL"),
        ({"files_dir": None}, "BOLE_FILES_DIR"),
        ({"public_url": "http://rencai.example.gov.cn"}, "https"),
        ({"public_url": None}, "BOLE_PUBLIC_URL"),
    ],
)
def test_production_refuses_what_is_only_fit_for_a_demo(changed: dict[str, object], told: str) -> None:
    with pytest.raises(WrongSettings, match=told):
        production(**changed)


def test_everything_wrong_is_told_at_once() -> None:
    with pytest.raises(WrongSettings) as refused:
        read_settings(env="production")
    assert len(str(refused.value).splitlines()) == 6


def test_a_demo_needs_no_setting_at_all() -> None:
    made = read_settings()
    assert made.shows_graphiql
    assert made.takes_open_documents
    assert made.makes_demo_accounts


def test_short_names_work_after_make(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "9001")
    monkeypatch.setenv("RESET", "1")
    monkeypatch.setenv("SIZE", "5000")
    monkeypatch.setenv("DATABASE_URL", "postgresql+asyncpg://u:p@/d?host=/run/pg")
    made = read_settings()
    assert (made.port, made.reset, made.size) == (9001, True, 5000)
    assert made.owner_dsn == "postgresql://u:p@/d?host=/run/pg"


@pytest.mark.parametrize(
    "key", ["", "abc", base64.b64encode(b"short").decode(), "k1:" + base64.b64encode(bytes(32)).decode()[:-3]]
)
def test_a_key_that_is_no_key_is_refused_in_words(key: str) -> None:
    with pytest.raises(WrongSettings, match=r"BOLE_SECRET_KEYS.*32 字节"):
        read_settings(secret_keys=key)


def test_secrets_do_not_show_when_printed() -> None:
    assert DEMO_BLIND not in repr(read_settings())


def test_the_first_key_of_the_ring_seals() -> None:
    ring = read_settings(secret_keys=f"new:{fresh()}, old:{fresh()}").key_ring
    assert list(ring) == ["new", "old"]


def test_sign_in_through_others_needs_all_three_settings() -> None:
    with pytest.raises(WrongSettings, match="BOLE_OIDC_CLIENT_ID"):
        read_settings(oidc_issuer="https://sso.example.gov.cn")
