"""Who may import whom (architecture.md 2). The contracts stand in pyproject.toml."""

import subprocess
import sys
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[2]
IMPURE = ("sqlalchemy", "sqlmodel", "fastapi", "starlette", "strawberry", "httpx", "asyncpg")
EDGES = ("fastapi", "starlette", "strawberry")


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("bole", include_external_packages=True, exclude_type_checking_imports=True)


def reached(graph: grimp.ImportGraph, ending: str, forbidden: tuple[str, ...]) -> list[str]:
    """`a -> b -> sqlalchemy` for every module `….<ending>` or `….<noun>_<ending>` that reaches one of `forbidden`."""
    ours = [m for m in graph.modules if m.startswith("bole.") and m.rpartition(".")[2].endswith(ending)]
    assert ours
    return [
        " -> ".join(chain)
        for module in ours
        for library in forbidden
        if library in graph.modules
        and (chain := graph.find_shortest_chain(importer=module, imported=library)) is not None
    ]


def test_slices_point_down() -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_rules_split_by_noun_are_pure_too(graph: grimp.ImportGraph) -> None:
    assert reached(graph, "rules", IMPURE) == []


def test_services_split_by_noun_know_no_edge(graph: grimp.ImportGraph) -> None:
    assert reached(graph, "service", EDGES) == []


def test_the_check_would_find_an_impure_module(graph: grimp.ImportGraph) -> None:
    assert any(chain.endswith("sqlalchemy") for chain in reached(graph, "models", IMPURE))
