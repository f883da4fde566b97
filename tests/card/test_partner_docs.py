"""The partners' document says what the product does: its examples are of the contract's own shapes."""

import re
from pathlib import Path

import orjson
import pytest

import bole
import bole.parts
from bole.card.rest import (
    HolderIn,
    HolderOut,
    PresentationIn,
    PresentationOut,
    PresentedRedemptionIn,
    RedemptionIn,
    RedemptionOut,
    RedemptionPage,
    ReversalIn,
    router,
)
from bole.core.errors import REFUSALS

TEXT = (Path(bole.__file__).parents[1] / "docs" / "partner-api.md").read_text().partition("\n## 接口\n")[2]
SECTIONS = dict(zip(*[iter(re.split(r"^### (.+)$", TEXT, flags=re.M)[1:])] * 2, strict=True))
SHAPES = {
    "核验持卡人": (HolderIn, HolderOut),
    "核验动态码": (PresentationIn, PresentationOut),
    "凭核验核销": (PresentedRedemptionIn, RedemptionOut),
    "核销": (RedemptionIn, RedemptionOut),
    "撤销核销": (ReversalIn, RedemptionOut),
    "对账清单": (None, RedemptionPage),
}


@pytest.mark.parametrize("name", SHAPES)
def test_requests_and_answers_in_the_document_are_of_the_contracts_shape(name: str):
    sent, answered = SHAPES[name]
    bodies = re.findall(r"-d '(\{.*?\})'", SECTIONS[name])
    assert len(bodies) == (sent is not None)
    for body in bodies:
        sent.model_validate_json(body)
    answers = re.findall(r"```json\n(.+?)\n```", SECTIONS[name], flags=re.S)
    assert answers
    for answer in answers:
        told = answered.model_validate_json(answer)
        assert orjson.loads(answer).keys() == told.model_dump().keys()


def test_every_address_in_the_document_is_served():
    served = {(m, r.path) for r in router.routes for m in r.methods}
    told = re.findall(r"curl (?:-X (POST) )?'?https://…([^\s?']+)", TEXT)
    assert len(told) == 6
    for method, path in told:
        plain = re.sub(r"/(\w+)s/[0-9a-f]{8}-[0-9a-f-]{27}", r"/\1s/{\1_id}", path)
        assert (method or "GET", plain) in served
    assert len(served) == len(told)


def test_every_code_in_the_document_is_a_refusal_with_that_status():
    bole.parts.load()
    rows = re.findall(r"^\| (`[A-Z_`、]+`) \| (\d{3}) \|", TEXT, flags=re.M)
    assert len(rows) > 15
    for codes, status in rows:
        for code in re.findall(r"[A-Z_]+", codes):
            assert REFUSALS[code].status == int(status), code


def test_the_refusal_in_the_document_is_told_word_for_word():
    told = orjson.loads(re.findall(r"```json\n(.+?)\n```", SECTIONS["拒绝"])[0])
    facts = {k: told[k] for k in ("period", "quota", "used", "reserved", "again")}
    assert str(REFUSALS[told["code"]](**facts)) == told["title"]
