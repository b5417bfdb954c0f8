from datetime import date
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal

from app.commands.flags import AT_ONCE
from app.domain.change import ChangeSet
from app.domain.post import PostId
from tests.builders.ui import calendar
from ui import news as told
from ui.news import News

POSTS = frozenset(PostId(str(number)) for number in range(AT_ONCE + 1))


class Operations(QObject):
    changed = Signal(object)
    is_busy = False


class Source:
    """A calendar into which others may have written."""

    is_other = False

    def __init__(self):
        self.seen = []

    def take_as_seen(self, events):
        self.seen.append(events)

    def has_changed(self) -> bool:
        before, self.is_other = self.is_other, False
        return before

    def calendar(self):
        return calendar()


@pytest.fixture
def desk(qapp):
    operations, source, assessed, heard = Operations(), Source(), [], []
    assessor = SimpleNamespace(assess_posts=assessed.append)
    news = News(source, operations, assessor, date.today())  # noqa: DTZ011 - the reader's own
    for name in ("calendar_read", "came", "done", "new_day"):
        getattr(news, name).connect(lambda what, name=name: heard.append((name, what)))
    return SimpleNamespace(
        news=news, operations=operations, source=source, assessed=assessed, heard=heard
    )


def names(desk) -> list[str]:
    return [name for name, _what in desk.heard]


def test_what_was_done_is_shown_before_it_is_said(desk):
    desk.operations.changed.emit(ChangeSet("Saved", everything=True))
    assert names(desk) == ["calendar_read", "came", "done"]


def test_what_shows_nothing_is_no_news(desk):
    desk.operations.changed.emit(ChangeSet("Draft kept"))
    desk.news.look_around()
    assert desk.heard == []


def test_what_was_written_here_is_nobody_elses(desk):
    desk.operations.changed.emit(ChangeSet("Saved", events=(4, 6)))
    desk.operations.changed.emit(ChangeSet("Draft kept"))
    assert desk.source.seen == [(4, 6), None]


def test_nobody_waits_for_a_look_at_the_file_while_the_next_command_saves(desk):
    desk.operations.is_busy = True
    desk.operations.changed.emit(ChangeSet("Saved", events=(4, 6)))
    desk.news.look_around()
    assert desk.source.seen == []
    desk.operations.is_busy = False
    desk.operations.changed.emit(ChangeSet("Saved", events=(6, 7)))
    desk.news.look_around()
    assert desk.source.seen == [(4, 6), (6, 7)]


def test_what_another_program_wrote_is_shown_once_nothing_is_under_way(desk):
    desk.source.is_other = desk.operations.is_busy = True
    desk.news.look_around()
    assert desk.heard == []
    desk.operations.is_busy = False
    desk.news.look_around()
    desk.news.look_around()
    assert names(desk) == ["calendar_read", "came"]


def test_many_new_posts_have_their_flags_worked_out(desk):
    desk.operations.changed.emit(ChangeSet("Imported", posts=POSTS, can_undo=True))
    assert desk.assessed == [POSTS]


def test_a_new_day_is_told_once(desk, monkeypatch):
    class Tomorrow(date):
        @classmethod
        def today(cls) -> date:
            return date(2031, 1, 1)

    monkeypatch.setattr(told, "date", Tomorrow)
    desk.news.look_around()
    desk.news.look_around()
    assert desk.heard == [("new_day", date(2031, 1, 1))]
    assert desk.news.today == date(2031, 1, 1)
