from dataclasses import replace

import pytest

from app.commands.rule_list import RuleEntry, rule_list
from app.domain.flag import Severity
from app.domain.policy import Policy
from app.domain.severity_rule import SeverityRule
from tests.builders import ui_b
from tests.builders.domain import GERMANY
from ui.settings.policy_words import chosen_words, entries, limits, usual_words

pytestmark = pytest.mark.in_english
RULES = {entry.rule: entry for entry in rule_list()}
NIGHT = "timing.night"


def details(calendar, sought=""):
    return {one.key: one.detail for one in entries(calendar, RULES.values(), sought)}


def test_what_is_decided_stands_below_each_name():
    calendar = ui_b.calendar(policy=Policy(2))
    found = details(calendar)
    assert found["approvers"] == "2 people approve a post with a stop"
    assert found[NIGHT] == "Caution"


def test_a_rule_says_how_grave_it_is_by_itself_and_in_this_team():
    chosen = (
        SeverityRule(NIGHT, Severity.NOTE, "We are awake"),
        SeverityRule(NIGHT, Severity.STOP, "Not there", GERMANY.id),
        SeverityRule("timing", Severity.STOP, "Another"),
    )
    calendar = ui_b.calendar(severities=chosen)
    assert details(calendar)[NIGHT] == "Caution → Note, Stop in Germany"
    assert details(calendar)["timing"].endswith("→ Stop")
    assert chosen_words(calendar, chosen[0]) == "All markets: Note. We are awake"
    assert chosen_words(calendar, chosen[1]) == "Germany: Stop. Not there"


@pytest.mark.parametrize(
    ("sought", "found"),
    [("night", NIGHT), ("BEFORE SIX", NIGHT), ("timing.ni", NIGHT), ("approv", "approvers")],
)
def test_a_search_finds_names_sentences_and_keys(sought, found):
    assert found in details(ui_b.calendar(), sought)
    assert "day.holiday" not in details(ui_b.calendar(), sought)


def test_severities_are_enumerated():
    rule = RuleEntry("x.y", "Y", "", (Severity.STOP,))
    assert usual_words(rule) == "Stop"
    assert usual_words(replace(rule, usual=(Severity.STOP, Severity.NOTE))) == "Stop or Note"
    whole = replace(rule, usual=(Severity.STOP, Severity.CAUTION, Severity.NOTE))
    assert usual_words(whole) == "Stop, Caution or Note"


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("hold.active", "A hold always stops"),
        ("day.switched-off", "switches the day on again"),
        ("day.solemn", "a caution at least"),
        ("channel.length", "until it is mended"),
    ],
)
def test_how_far_a_choice_can_go_is_said(rule, said):
    assert said in limits(RULES[rule])
    assert limits(RULES[NIGHT]) == ""
