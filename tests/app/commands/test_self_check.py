"""The trials that show whether a copy of the program has all that it needs; each can fail."""

import sys
from datetime import date
from zoneinfo import TZPATH, ZoneInfo

import pytest

from app.commands import sample, self_check
from app.commands.calendars import create_sample
from app.commands.self_check import Ground, Trial, trials, tried
from app.domain.change import ChangeSet
from app.domain.market import Market, MarketId
from tests.builders.calendars import knowledge

NOT_ON_THE_SAMPLE = 5
IN_ENGLISH = Market(MarketId("JP"), "JP", "Japan", "JP", ("en",), "Asia/Tokyo")


@pytest.fixture(scope="module")
def ground(tmp_path_factory):
    made = Ground(tmp_path_factory.mktemp("trials"))
    create_sample(made.calendar, date(2026, 11, 22), knowledge())
    return made


def trial(name: str) -> Trial:
    (found,) = [trial for trial in trials() if trial.name == name]
    return found


def test_what_goes_wrong_is_said_with_its_place_whatever_it_is(ground):
    def broken(_ground):
        raise OSError(2, "no such file", "JP.mo")

    outcome = tried(Trial("a holiday", broken), ground)
    assert outcome.name == "a holiday"
    assert "FileNotFoundError" in outcome.problem
    assert "JP.mo" in outcome.problem
    assert "test_self_check.py:" in outcome.problem
    assert not outcome.found


@pytest.mark.parametrize("one", trials()[:NOT_ON_THE_SAMPLE], ids=lambda one: one.name)
def test_here_all_is_there_that_needs_no_calendar(one, ground):
    outcome = tried(one, ground)
    assert outcome.found
    assert not outcome.problem


def test_the_computers_own_zones_are_known_again_after_the_trial(ground):
    tried(trial("a time zone of our own"), ground)
    assert TZPATH
    assert ZoneInfo.no_cache("Europe/Berlin")


@pytest.mark.parametrize(
    ("name", "part", "instead"),
    [
        ("a holiday in Japanese", "_JAPAN", IN_ENGLISH),
        ("days by the moon", "hebrew_date", lambda *_: None),
        ("days by the moon", "islamic_dates", lambda *_: []),
        ("a date in German", "day_name", lambda *_: "Monday, 9 November 2026"),
        ("the language of a text", "detected_language", lambda *_: None),
        ("a new post, saved", "create_post", lambda *_, **__: ChangeSet("")),
        ("an Excel sheet, imported", "import_rows", lambda *_, **__: ChangeSet("")),
        ("a table in an old code page, imported", "import_rows", lambda *_, **__: ChangeSet("")),
        ("approved posts, exported and verified", "export_posts", lambda *_, **__: ChangeSet("")),
        ("approved posts, exported and verified", "findings_of", lambda *_, **__: ("changed",)),
    ],
)
def test_each_trial_fails_where_its_part_does_not_work(name, part, instead, ground, monkeypatch):
    monkeypatch.setattr(self_check, part, instead)
    assert tried(trial(name), ground).problem


def test_the_trials_of_zone_and_sample_fail_without_their_data(tmp_path, monkeypatch):
    for name in ("tzdata", *(name for name in sys.modules if name.startswith("tzdata."))):
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setattr(sample, "_FOLDER", tmp_path)
    ground = Ground(tmp_path)
    assert "Asia/Kathmandu" in tried(trial("a time zone of our own"), ground).problem
    assert "brand.toml" in tried(trial("the sample calendar"), ground).problem
