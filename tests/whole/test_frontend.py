"""The front ends, from the outside: what a machine can check of them. (In a browser: test_browser.py.)"""

import pytest
from tests.support.npm import npm

pytestmark = pytest.mark.long(minutes=1)

CHECKS = {
    "generated files are current": ["run", "codegen", "--", "--check"],
    "types": ["run", "typecheck"],
    "lint": ["run", "lint"],
    "parts": ["test"],
    "size": ["run", "size"],
}


@pytest.mark.parametrize("arguments", CHECKS.values(), ids=CHECKS)
def test_the_front_ends_tools_have_nothing_to_say(arguments: list[str]) -> None:
    npm(*arguments)
