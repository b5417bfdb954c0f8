"""Every rule of the database has a sentence for people."""

import re

import pytest

from app.errors import ConflictError, InvalidInputError, MissingError, RefusedError
from app.storage.refusals import refusal

KINDS = {
    "EC403": RefusedError,
    "EC404": MissingError,
    "EC409": ConflictError,
    "EC422": InvalidInputError,
}


def rules(engine):
    rows = engine.read("SELECT sql FROM sqlite_master WHERE type = 'trigger'")
    return sorted({rule for row in rows for rule in re.findall(r"EC\d{3} [\w-]+", row["sql"])})


def test_every_rule_has_one_sentence_with_the_way_out(engine):
    found = rules(engine)
    assert len(found) > 25
    for rule in found:
        told = refusal(rule)
        assert type(told) is KINDS[rule[:5]]
        assert re.fullmatch(r"[A-Z].*[;,:] .*\.", str(told))


@pytest.mark.parametrize("message", ["no such table: x", "", "UNIQUE constraint failed: post.id"])
def test_what_is_no_rule_is_no_refusal(message):
    assert refusal(message) is None
