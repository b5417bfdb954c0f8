"""Every rule has a name and a sentence, and every name a rule."""

import ast
import re
from pathlib import Path

import pytest

import app.risks
from app.domain.flag import family_of
from app.risks.rule_names import families, is_known, rule_or_family, rules

RISKS = Path(app.risks.__file__).parent
NAME = re.compile(r"[a-z]+\.[a-z]+(?:-[a-z]+)*")
WHERE_RULES_ARE_LISTED = {"assess.py", "rule_names.py"}


def carried() -> set[str]:
    """Return the rules that flags can carry, as the modules of the rules write them."""
    written = set()
    for path in RISKS.glob("*.py"):
        if path.name not in WHERE_RULES_ARE_LISTED:
            written |= {
                node.value
                for node in ast.walk(ast.parse(path.read_text("utf-8")))
                if isinstance(node, ast.Constant) and isinstance(node.value, str)
            }
    return {text for text in written if NAME.fullmatch(text) and family_of(text) in families()}


def test_every_rule_that_a_flag_can_carry_has_a_name_in_rule_names_py_and_no_other():
    assert set(rules()) == carried()


def test_names_are_told_apart():
    assert len({words.name for words in rules().values()}) == len(rules())


@pytest.mark.parametrize("rule", rules())
def test_each_says_what_it_looks_for_in_one_sentence(rule):
    words = rule_or_family(rule)
    assert len(words.name) <= 40
    assert words.says.endswith(".")
    assert words.says.count(". ") == 0
    assert list(words.usual) == sorted(words.usual, reverse=True)
    assert words.usual


def test_families_stand_together_in_the_order_of_a_review():
    order = [family_of(rule) for rule in rules()]
    assert list(dict.fromkeys(order)) == list(families())
    assert [order.count(family) for family in dict.fromkeys(order)] == [
        len(list(group)) for group in ([r for r in order if r == f] for f in families())
    ]


def test_a_family_and_a_rule_are_known_and_nothing_else():
    assert is_known("timing")
    assert is_known("timing.night")
    assert not is_known("timing.tea")
    assert rule_or_family("timing").name == "Timing"
    assert rule_or_family("timing.tea").name == "timing.tea"
