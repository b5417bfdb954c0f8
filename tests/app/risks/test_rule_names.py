"""Every rule has a name and a sentence, and every name a rule."""

import ast
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

import app.risks
from app.domain.flag import family_of
from app.risks.rule_names import families, is_known, rule_or_family, rules
from tests.app.risks.exam import on_harmless, on_incidents, on_ordinary, on_risky

RISKS = Path(app.risks.__file__).parent
RULE = re.compile(r"[a-z]+\.[a-z]+(?:-[a-z]+)*")


def trees() -> list[ast.Module]:
    """Return the modules of the rules."""
    paths = (path for path in RISKS.glob("*.py") if path.name != "rule_names.py")
    return [ast.parse(path.read_text("utf-8")) for path in paths]


def words(nodes: Iterable[ast.AST]) -> set[str]:
    """Return those of these nodes that are words like the name of a rule."""
    constants = {node.value for node in nodes if isinstance(node, ast.Constant)}
    return {one for one in constants if isinstance(one, str) and RULE.fullmatch(one)}


def test_every_rule_that_a_module_writes_into_a_flag_has_a_name_in_rule_names_py():
    calls = [n for tree in trees() for n in ast.walk(tree) if isinstance(n, ast.Call)]
    named = words(word.value for call in calls for word in call.keywords if word.arg == "rule")
    makers = [call for call in calls if "flag" in ast.unparse(call.func).lower()]
    assert named | words(call.args[0] for call in makers if call.args) <= set(rules())


def test_every_flag_of_the_exam_is_of_a_rule_with_a_name_and_as_grave_as_that_says():
    answers = (*on_risky(), *on_ordinary(), *on_harmless(), *on_incidents())
    raised = {(flag.rule, flag.severity) for found in answers for flag in found.flags}
    assert len(raised) > 15
    for rule, severity in raised:
        assert severity in rule_or_family(rule).usual, rule


def test_every_name_is_that_of_a_rule():
    written = {word for tree in trees() for word in words(ast.walk(tree))}
    assert set(rules()) <= written


def test_names_are_told_apart():
    assert len({one.name for one in rules().values()}) == len(rules())


@pytest.mark.parametrize("rule", rules())
def test_each_says_what_it_looks_for_in_one_sentence(rule):
    said = rule_or_family(rule)
    assert len(said.name) <= 40
    assert said.says.endswith(".")
    assert said.says.count(". ") == 0
    assert said.usual == tuple(sorted(said.usual, reverse=True)) != ()


def test_families_stand_together_in_the_order_of_a_review():
    order = [family_of(rule) for rule in rules()]
    assert list(dict.fromkeys(order)) == list(families())
    assert order == sorted(order, key=list(families()).index)


def test_a_family_and_a_rule_are_known_and_nothing_else():
    assert is_known("timing")
    assert is_known("timing.night")
    assert not is_known("timing.tea")
    assert rule_or_family("timing").name == "Timing"
    assert rule_or_family("timing.tea").name == "timing.tea"
