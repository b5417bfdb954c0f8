"""What the rows of a sheet would raise."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from app.domain.flag import Flag, Severity
from tests.ui.exchange.builders import PREVIEW, ROW
from ui.exchange.import_flags import FlagSummary, RowFlags
from ui.theme import DARK, LIGHT


def flag(severity):
    return Flag("day.solemn", severity, f"day.solemn:{severity}", "m", "A day", "Why.")


def row(*severities):
    return replace(ROW, flags=tuple(map(flag, severities)))


@pytest.fixture
def summary(qtbot):
    made = FlagSummary()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def flags(qtbot):
    made = RowFlags(LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.in_english
def test_each_row_counts_once_by_its_gravest_flag(summary):
    rows = (
        row(Severity.BLOCKED, Severity.CAUTION),
        row(Severity.STOP),
        row(Severity.CAUTION),
        row(Severity.NOTE),
        row(),
    )
    summary.show_preview(replace(PREVIEW, rows=rows))
    words = summary.findChild(QLabel, "flag_summary").text()
    assert words == "2 would be stopped, 1 asked about"
    summary.show_preview(replace(PREVIEW, rows=()))
    assert summary.findChild(QLabel, "flag_summary").text() == ""


def test_a_click_asks_for_the_report(summary, qtbot):
    with qtbot.waitSignal(summary.report_asked):
        summary.findChild(QPushButton, "save_report").click()


@pytest.mark.in_english
def test_a_row_without_flags_says_so_and_without_a_row_it_says_what_to_do(flags):
    flags.show_row(row())
    assert flags.findChild(QLabel, "row_without_flags").isVisible()
    flags.show_row(None)
    assert not flags.findChild(QLabel, "row_without_flags").isVisible()
    heading = flags.findChild(QLabel, "row_flags_heading")
    assert heading.text() == "Choose a row to read its flags"
    flags.show_row(row(Severity.STOP))
    flags.set_theme(DARK)
    assert not flags.findChild(QLabel, "row_without_flags").isVisible()
