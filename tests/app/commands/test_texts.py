import re

import pytest

from app.commands.texts import (
    field_name,
    network_name,
    refusal_text,
    role_name,
    role_powers,
    rule_name,
    scope_name,
    severity_name,
    stage_name,
    tone_name,
    verdict_name,
)
from app.commands.views import CalendarView, Stage
from app.domain.decision import Verdict
from app.domain.flag import Severity
from app.domain.gate import Reason, Refusal
from app.domain.hold import Scope
from app.domain.observance import Tone
from app.domain.person import Person, PersonId, Role
from app.domain.policy import Policy
from app.domain.post import CONTENT_FIELDS

CALENDAR = CalendarView(
    name="Spring",
    is_sample=False,
    markets=(),
    channels=(),
    people=(Person(PersonId("mara"), "Mara Winter", Role.REVIEWER),),
    holds=(),
    policy=Policy(),
)
DETAILS = {
    Reason.TOO_SOON: "10",
    Reason.WRONG_NETWORK: "youtube",
    Reason.NOT_CARRIED: "first_comment",
    Reason.BLOCKED: "Placeholder left in the text",
    Reason.HELD: "Storm in the north",
    Reason.STILL_QUEUED: "buffer-de-instagram.csv",
    Reason.SAID_NO: "changes",
    Reason.NEEDS_ANOTHER: "1",
    Reason.OWN_WORK: "mara",
    Reason.UNSEEN: "Night of 9 November",
    Reason.NOT_TICKED: "Outside publishing hours",
    Reason.NO_REASON: "Night of 9 November",
    Reason.HELD_SINCE: "Storm in the north",
}


def sentence(reason, detail=""):
    return refusal_text(Refusal(reason, detail), CALENDAR)


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_one_sentence_with_a_way_out(reason):
    text = sentence(reason, DETAILS.get(reason, ""))
    assert re.fullmatch(r"[A-Z0-9].+: .+\.", text)
    assert "{" not in text
    assert not text.endswith("..")


@pytest.mark.parametrize(
    ("reason", "fact"),
    [
        (Reason.TOO_SOON, "10 minutes"),
        (Reason.WRONG_NETWORK, "YouTube"),
        (Reason.NOT_CARRIED, "“first comment”"),
        (Reason.BLOCKED, "“Placeholder left in the text”"),
        (Reason.HELD, "“Storm in the north”"),
        (Reason.STILL_QUEUED, "“buffer-de-instagram.csv”"),
        (Reason.OWN_WORK, "Mara Winter"),
        (Reason.UNSEEN, "“Night of 9 November”"),
        (Reason.NEEDS_ANOTHER, "1 more person"),
    ],
)
def test_a_sentence_names_the_fact_that_matters(reason, fact):
    assert fact in sentence(reason, DETAILS[reason])


def test_a_headline_with_braces_is_left_as_it_is():
    assert "“{name} is left”" in sentence(Reason.BLOCKED, "{name} is left")


def test_a_post_in_the_past_is_to_be_moved_later():
    assert sentence(Reason.PAST) == "It goes out in the past: move it to a later time."


def test_an_unapproved_post_is_to_be_opened_in_review():
    assert sentence(Reason.NOT_APPROVED) == "Nobody has approved it yet: open it in Review."


def test_each_no_has_its_own_words():
    words = {
        sentence(Reason.SAID_NO, verdict.value)
        for verdict in (Verdict.CHANGES, Verdict.REFUSE, Verdict.WITHDRAW)
    }
    assert len(words) == 3


def test_several_missing_approvals_are_counted():
    assert sentence(Reason.NEEDS_ANOTHER, "2").startswith("2 more people")


def test_a_second_picture_is_not_called_a_field():
    assert "fewer pictures" in sentence(Reason.NOT_CARRIED, "second_medium")


@pytest.mark.parametrize(
    ("name_of", "keys"),
    [
        (stage_name, Stage),
        (severity_name, Severity),
        (scope_name, Scope),
        (verdict_name, Verdict),
        (role_name, Role),
        (role_powers, Role),
    ],
)
def test_each_key_has_words_of_its_own(name_of, keys):
    names = [name_of(key) for key in keys]
    assert all(names)
    assert len(set(names)) == len(names)


def test_severities_are_the_four_words_of_the_calendar():
    words = [severity_name(severity) for severity in Severity]
    assert words == ["Note", "Caution", "Stop", "Blocked"]


def test_only_a_planner_may_not_approve_at_all():
    assert "May not approve." in role_powers(Role.PLANNER)
    assert all("own work" in role_powers(role) for role in (Role.REVIEWER, Role.OWNER))


@pytest.mark.parametrize("field", sorted(CONTENT_FIELDS | {"second_medium"}))
def test_every_field_a_format_may_not_carry_has_a_plain_name(field):
    assert "_" not in field_name(field)


def test_a_field_nobody_named_is_still_readable():
    assert field_name("board_name") == "board name"


@pytest.mark.parametrize(
    ("network", "name"),
    [("linkedin", "LinkedIn"), ("x", "X"), ("instagram", "Instagram"), ("new_place", "New place")],
)
def test_a_network_is_called_by_its_own_name(network, name):
    assert network_name(network) == name


def test_a_rule_is_called_as_people_call_it():
    assert rule_name("day.solemn") == "Solemn day"
    assert rule_name("no.such") == "no.such"


def test_every_tone_of_a_day_has_a_word_of_its_own():
    assert len({tone_name(tone) for tone in Tone}) == len(Tone)
