"""`bole profile …` as an operator types it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.city import CHAOZHOU
from tests.support.postgres import TestDatabase
from typer.testing import CliRunner, Result

from bole import cli
from bole.catalogue.profile import read_profile
from bole.settings import settings

if "profile" not in [g.typer_instance.info.name for g in cli.app.registered_groups if g.typer_instance]:
    cli._add_slices()


@pytest.fixture
def bole(monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """`bole(database, "profile", …)`"""

    def typed(database: TestDatabase, *words: object) -> Result:
        monkeypatch.setenv("BOLE_APP_DATABASE_URL", database.app)
        settings.cache_clear()
        return CliRunner().invoke(cli.app, [str(w) for w in words])

    yield typed
    settings.cache_clear()


def test_an_empty_database_is_not_exported(bole, db: TestDatabase, tmp_path: Path):
    answer = bole(db, "profile", "export", tmp_path / "out")
    assert answer.exit_code == 1
    assert "还没有导入过城市方案" in answer.output
    assert not (tmp_path / "out").exists()


def test_a_city_goes_in_and_comes_out_the_same(bole, db: TestDatabase, tmp_path: Path):
    looked = bole(db, "profile", "import", CHAOZHOU, "--dry-run")
    assert looked.exit_code == 0 and "未保存" in looked.output
    imported = bole(db, "profile", "import", CHAOZHOU)
    assert imported.exit_code == 0 and "已导入" in imported.output
    assert bole(db, "profile", "import", CHAOZHOU).output.strip() == "没有改动"
    assert bole(db, "profile", "export", tmp_path / "out").exit_code == 0
    assert read_profile(tmp_path / "out") == read_profile(CHAOZHOU)
    assert bole(db, "profile", "diff", tmp_path / "out").output.strip() == "没有不同"


def test_a_difference_is_told_line_by_line(bole, city_db: TestDatabase, tmp_path: Path):
    assert bole(city_db, "profile", "export", tmp_path / "out").exit_code == 0
    tiers = tmp_path / "out/card_tier.toml"
    tiers.write_text(tiers.read_text().replace('levels = ["L5"]', 'levels = ["L4", "L5"]'))
    answer = bole(city_db, "profile", "diff", tmp_path / "out")
    assert "~ 目录 card_tier regular 2023-07-01：levels L5 → L4、L5" in answer.output
    assert "共 1 处不同" in answer.output
    both = bole(city_db, "profile", "diff", CHAOZHOU, tmp_path / "out")
    assert "共 1 处不同" in both.output
    refused = bole(city_db, "profile", "import", tmp_path / "out")
    assert refused.exit_code == 1 and "请另发新版" in refused.output


def test_a_wrong_folder_is_told_in_a_sentence(bole, db: TestDatabase, tmp_path: Path):
    answer = bole(db, "profile", "import", tmp_path)
    assert answer.exit_code == 1
    assert "没有 profile.toml" in answer.output and "Traceback" not in answer.output
