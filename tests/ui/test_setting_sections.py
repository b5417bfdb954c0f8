"""The sections of the settings."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tests.builders.ui import MIA, calendar
from tests.ui.direct import DirectJobs, DirectOperations
from ui.backup_keeper import BackupKeeper
from ui.preferences import Preferences
from ui.setting_sections import setting_sections
from ui.theme import LIGHT


@pytest.fixture
def opened():
    return []


@pytest.fixture
def sections(tmp_path, opened):
    jobs, owner = DirectJobs(), QObject()
    keeper = BackupKeeper(
        tmp_path / "team.countersign", jobs, Preferences(), by_itself=False, parent=owner
    )
    made = setting_sections(
        DirectOperations(MIA, None),
        jobs,
        keeper,
        days=lambda _calendar, _theme: QWidget(),
        open_calendar=opened.append,
    )
    yield {section.key: section for section in made}
    owner.deleteLater()


def test_each_section_makes_a_page_of_its_own(sections, qtbot):
    pages = {}
    for key, section in sections.items():
        pages[key] = section.make(calendar(), LIGHT)
        qtbot.addWidget(pages[key])
    assert list(pages) == ["markets", "people", "duty", "days", "terms", "policy", "file"]
    assert len({type(page) for page in pages.values()}) == len(pages)


def test_a_backup_that_is_opened_from_its_page_opens_in_the_window(sections, opened, qtbot):
    page = sections["file"].make(calendar(), LIGHT)
    qtbot.addWidget(page)
    page.opening_asked.emit(Path("backup.countersign"))
    assert opened == [Path("backup.countersign")]
