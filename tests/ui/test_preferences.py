from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from app.commands.post_filter import EVERYTHING
from app.domain.market import MarketId
from app.domain.person import PersonId
from ui.cards.card_layout import Density
from ui.plan.folding import Folding
from ui.plan.plan_view import ViewKind
from ui.preferences import MOST_FILES, Preferences
from ui.theme import ThemeChoice


def test_at_first_everything_is_as_most_people_like_it(qapp):
    preferences = Preferences()
    assert preferences.theme is ThemeChoice.SYSTEM
    assert preferences.density is Density.NORMAL
    assert preferences.weeks == 2
    assert not preferences.shows_tray
    assert preferences.files == ()
    assert preferences.geometry is None


def test_what_is_chosen_is_there_at_the_next_start(qapp):
    before = Preferences()
    before.theme = ThemeChoice.DARK
    before.density = Density.COMPACT
    before.weeks = 4
    before.zoom = 50
    before.view = ViewKind.MONTH
    before.remember_market(Path("a.countersign"), MarketId("fr"))
    before.columns = "day market"
    before.other_zone = "Asia/Tokyo"
    before.last_other_zone = "own"
    before.shows_tray = True
    before.geometry = QByteArray(b"place")
    after = Preferences()
    assert after.theme is ThemeChoice.DARK
    assert after.density is Density.COMPACT
    assert after.weeks == 4
    assert after.zoom == 50
    assert after.view is ViewKind.MONTH
    assert after.market(Path("a.countersign")) == MarketId("fr")
    assert after.market(Path("b.countersign")) is None
    assert after.columns == "day market"
    assert after.other_zone == "Asia/Tokyo"
    assert after.last_other_zone == "own"
    assert after.shows_tray
    assert after.geometry == QByteArray(b"place")


@pytest.mark.parametrize("nonsense", ["", "-1", "three", "13"])
def test_nonsense_in_the_settings_is_no_harm(nonsense, qapp):
    settings = QSettings(
        QSettings.defaultFormat(), QSettings.Scope.UserScope, "Countersign", "Countersign"
    )
    for key in (
        "view/theme",
        "view/density",
        "view/weeks",
        "view/zoom",
        "view/kind",
        "view/other_zone",
        "first_day/a.countersign",
    ):
        settings.setValue(key, nonsense)
    settings.sync()
    preferences = Preferences()
    assert preferences.theme is ThemeChoice.SYSTEM
    assert preferences.density is Density.NORMAL
    assert preferences.weeks == 2
    assert preferences.zoom == 0
    assert preferences.other_zone == ""
    assert preferences.first_day(Path("a.countersign")) is None


def test_the_last_calendars_are_kept_newest_first_and_each_once(qapp):
    preferences = Preferences()
    for number in range(MOST_FILES + 3):
        preferences.remember_file(Path(f"/calendars/{number}.countersign"))
    preferences.remember_file(Path("/calendars/5.countersign"))
    files = Preferences().files
    assert files[0] == Path("/calendars/5.countersign")
    assert len(files) == MOST_FILES
    assert len(set(files)) == MOST_FILES


def test_one_single_file_is_remembered_too(qapp):
    Preferences().remember_file(Path("/calendars/one.countersign"))
    assert Preferences().files == (Path("/calendars/one.countersign"),)


def test_the_day_that_was_shown_last_is_kept_per_calendar(qapp):
    Preferences().remember_first_day(Path("a.countersign"), date(2026, 11, 9))
    assert Preferences().first_day(Path("a.countersign")) == date(2026, 11, 9)
    assert Preferences().first_day(Path("b.countersign")) is None


def test_backups_lie_beside_what_the_program_keeps_until_another_folder_is_chosen(qapp, tmp_path):
    preferences = Preferences()
    assert preferences.backups.name == "Backups"
    preferences.backups = tmp_path
    assert Preferences().backups == tmp_path


def test_each_person_keeps_a_filter_for_each_calendar(tmp_path):
    wanted, path = EVERYTHING.saying("Sale"), tmp_path / "team.countersign"
    Preferences().remember_filter(path, PersonId("mia"), wanted)
    assert Preferences().filter_of(path, PersonId("mia")) == wanted
    assert Preferences().filter_of(path, PersonId("ruth")) == EVERYTHING
    assert Preferences().filter_of(tmp_path / "other.countersign", PersonId("mia")) == EVERYTHING


def test_what_is_folded_away_is_kept_per_calendar(qapp):
    Preferences().remember_folding(Path("a.countersign"), Folding(by_region=True))
    assert Preferences().folding(Path("a.countersign")) == Folding(by_region=True)
    assert Preferences().folding(Path("b.countersign")) is None
