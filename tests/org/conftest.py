"""The same worlds as the catalogue's tests: a city is units and entries together."""

from tests.catalogue.conftest import (  # noqa: F401
    acting,
    ask,
    chaozhou_template,
    city,
    city_db,
    in_city,
    officer,
)
