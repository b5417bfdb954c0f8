"""The words of events that are no version, decision or hand-over of a post."""

from datetime import UTC, datetime

import pytest

from app.commands.log_words import event_words
from app.domain.person import PersonId
from app.storage.audit import Event
from app.storage.schema.guards import BY_TABLE

DUTY = {
    "person_id": "mia",
    "market": "DE",
    "starts": "2027-12-24T09:00",
    "ends": "2027-12-24T18:00",
    "is_active": 1,
    "reason": "",
}
WEEK = DUTY | {"market": "", "starts": "09:00", "ends": "18:00"}
PERSON = {"name": "Mia", "role": "planner", "is_active": 1}


def words(table, row, action="save"):
    event = Event(
        1, datetime(2027, 1, 1, tzinfo=UTC), PersonId("mia"), "a@b", action, f"{table}:1", "", ""
    )
    return event_words(event, row, {PersonId("mia"): "Mia"})


@pytest.mark.parametrize(
    ("table", "row", "said"),
    [
        ("calendar", {"name": "Solvane"}, "Made the calendar “Solvane”"),
        ("person_version", PERSON, "Saved Mia as Planner"),
        ("person_version", PERSON | {"is_active": 0}, "Took Mia out of the team"),
        ("market_version", {"name": "Germany"}, "Saved the market Germany"),
        ("channel_retired", {"channel_id": "X", "is_retired": 1}, "Retired the channel X"),
        ("channel_retired", {"channel_id": "X", "is_retired": 0}, "Uses the channel X again"),
        (
            "channel_version",
            {"name": "X", "handle": "@a", "market": "DE"},
            "Saved the channel X @a in DE",
        ),
        (
            "web_domain",
            {"domain": "a.de", "market": "DE", "is_active": 1},
            "Gave DE the address a.de",
        ),
        (
            "web_domain",
            {"domain": "a.de", "market": "DE", "is_active": 0},
            "Took the address a.de from DE",
        ),
        ("duty", DUTY, "Put Mia on duty in DE, Fri 24 Dec, 09:00 to Fri 24 Dec, 18:00"),
        ("duty_week", WEEK, "Put Mia on duty in all markets, 09:00 to 18:00"),
        (
            "duty_week",
            WEEK | {"is_active": 0, "reason": "Moved"},
            "Took Mia off duty in all markets, 09:00 to 18:00: Moved",
        ),
        (
            "duty_gap",
            DUTY,
            "Said that nobody is on duty in DE, Fri 24 Dec, 09:00 to Fri 24 Dec, 18:00",
        ),
        (
            "duty_gap",
            DUTY | {"is_active": 0, "reason": "Back", "market": ""},
            (
                "Took back that nobody is on duty in all markets, "
                "Fri 24 Dec, 09:00 to Fri 24 Dec, 18:00: Back"
            ),
        ),
        (
            "policy_version",
            {"approvers_on_stop": 2, "reason": "Sure is sure"},
            "Asks 2 to approve a post with a stop: Sure is sure",
        ),
        (
            "severity_rule",
            {"rule": "timing.night", "severity": "note", "market": "", "reason": "We are awake"},
            "“At night” weighs as “Note”: We are awake",
        ),
        (
            "severity_rule",
            {"rule": "timing", "severity": "", "market": "DE", "reason": "As before"},
            "“Timing” weighs again as the program says: As before",
        ),
        (
            "home_version",
            {"country": "DE", "reason": "Founded there"},
            "Said that the brand is at home in DE: Founded there",
        ),
        ("team_day", {"name": "Fire", "is_active": 1}, "Saved the day Fire"),
        (
            "market_withdrawn",
            {"market_id": "Spain", "is_withdrawn": 1},
            "The market Spain counts as never added",
        ),
        (
            "market_withdrawn",
            {"market_id": "Spain", "is_withdrawn": 0},
            "Added the market Spain again",
        ),
        ("hashtag_withdrawn", {"is_withdrawn": 1}, "A confirmed hashtag counts no longer"),
        ("hashtag_withdrawn", {"is_withdrawn": 0}, "A confirmed hashtag counts again"),
        (
            "team_term",
            {"words": '["cheap","billig*"]', "is_active": 1, "reason": ""},
            "Saved the term cheap, billig*",
        ),
        (
            "team_term",
            {"words": '["cheap"]', "is_active": 0, "reason": "Old"},
            "Retired the term cheap: Old",
        ),
        (
            "team_day",
            {"name": "Fire", "is_active": 0, "reason": "Long ago"},
            "Retired the day Fire: Long ago",
        ),
        (
            "day_switch",
            {"observance": "de-8-mai", "is_off": 1, "reason": "Not ours"},
            "Switched the day de-8-mai off: Not ours",
        ),
        (
            "day_switch",
            {"observance": "de-8-mai", "is_off": 0, "reason": "Ours"},
            "Switched the day de-8-mai on again: Ours",
        ),
        ("medium", {"file_name": "a.png"}, "Kept the picture a.png"),
        ("authorship", {"person_id": "mia"}, "Took over the words of Mia"),
        ("authorship", {"person_id": "gone"}, "Took over the words of gone"),
        (
            "hold",
            {"scope": "market", "target": "DE", "reason": "Storm"},
            "Placed a hold on Market DE: Storm",
        ),
        ("hold_lift", {"reason": "Over"}, "Lifted a hold: Over"),
        (
            "export",
            {"preset": "buffer", "folder": "/out"},
            "Exported for buffer into /out",
        ),
        ("knowledge", {"knowledge": "1", "rules": "2"}, "First used day knowledge 1 and rules 2"),
        ("post", {"id": "1"}, "Gave it its number"),
    ],
)
def test_each_kind_of_event_has_its_words(table, row, said):
    assert words(table, row) == said


@pytest.mark.parametrize("table", BY_TABLE)
def test_an_event_without_words_of_its_own_is_still_told(table):
    assert words(table, {}, action="keep") == f"keep {table}".replace("_", " ")
