"""All rules of the program with their families."""

from app.commands.rule_list import rule_list
from app.domain.flag import Severity
from app.risks.rule_names import families, rules

BY_RULE = {entry.rule: entry for entry in rule_list()}


def test_each_family_stands_before_its_rules():
    assert set(BY_RULE) == {*families(), *rules()}
    order = list(BY_RULE)
    assert order[:4] == ["hold", "hold.active", "day", "day.solemn"]
    assert [one for one in order if BY_RULE[one].is_family] == list(families())


def test_a_family_is_as_grave_as_its_gravest_rule():
    assert BY_RULE["timing"].usual == (Severity.BLOCKED, Severity.CAUTION, Severity.NOTE)
    assert BY_RULE["timing.night"].usual == (Severity.CAUTION,)


def test_holds_and_what_only_blocks_weigh_the_same_for_everybody():
    fixed = {rule for rule, entry in BY_RULE.items() if entry.is_fixed}
    assert fixed >= {"hold", "hold.active", "timing.gap", "channel.empty"}
    assert "channel.length" not in fixed
    assert "day.solemn" not in fixed
