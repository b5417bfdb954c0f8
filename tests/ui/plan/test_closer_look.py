from datetime import timedelta
from types import SimpleNamespace

import pytest

from app.commands.views import Stage
from app.domain.change import ChangeSet
from app.domain.flag import Severity
from tests.builders.ui import GERMANY, MONDAY, approved, card, day_knowledge, flag
from tests.ui.direct import DirectJobs
from ui.plan.closer_look import CloserLook, counts_of
from ui.plan.plan_view import Span

SPAN = Span(MONDAY, MONDAY + timedelta(days=6))
DAYS = day_knowledge()


class Reader:
    """Knows days, and how often it was opened and closed."""

    def __init__(self) -> None:
        self.open = 0

    def again(self):
        self.open += 1
        return self

    def days(self, first, last):
        assert (first, last) == (SPAN.first, SPAN.last)
        return DAYS

    def close(self) -> None:
        self.open -= 1


@pytest.fixture
def look(qtbot):
    asked, shown = [], [card(1, GERMANY), card(2, GERMANY, is_assessed=False)]
    assessor = SimpleNamespace(assess=lambda *span, missing: asked.append((*span, missing)))
    parts = SimpleNamespace(reader=Reader(), jobs=DirectJobs(), assessor=assessor)
    made = CloserLook(parts, lambda: shown, None)
    return SimpleNamespace(closer=made, asked=asked, shown=shown, reader=parts.reader)


def test_days_and_missing_flags_are_asked_for_once_nobody_pages_on(look, qtbot):
    with qtbot.waitSignal(look.closer.days_known) as told:
        look.closer.look_at(SPAN)
        assert not look.closer.has_looked
    assert told.args == [DAYS]
    qtbot.waitUntil(lambda: look.asked == [(SPAN.first, SPAN.last, 1)])
    assert look.closer.has_looked
    assert look.reader.open == 0
    assert not look.closer.is_assessed


def test_who_has_gone_is_told_nothing(look, qtbot):
    look.closer.days_known.connect(lambda _days: pytest.fail("told"))
    look.closer.look_at(SPAN)
    look.closer.stop()
    look.closer._look()  # noqa: SLF001 - as if the timer had been on its way
    assert look.closer.has_looked
    assert look.asked == []


def test_flags_that_are_known_are_not_asked_for(look, qtbot):
    look.shown.pop()
    with qtbot.waitSignal(look.closer.looked):
        look.closer.look_at(SPAN)
    assert look.asked == []
    assert look.closer.is_assessed


def test_what_a_change_has_touched_is_worked_out_without_paging(look, qtbot):
    look.closer.look_after(ChangeSet("Move", reflagged=frozenset({look.shown[1].id})), SPAN)
    qtbot.waitUntil(lambda: look.asked == [(SPAN.first, SPAN.last, 1)])


def test_a_change_that_touches_no_other_post_asks_for_nothing(look):
    look.closer.look_after(ChangeSet("Move"), SPAN)
    look.shown.pop()
    look.closer.look_after(ChangeSet("Move", reflagged=frozenset({look.shown[0].id})), SPAN)
    assert look.closer.has_looked


def test_the_counts_tell_what_waits_and_what_stops():
    waiting = card(1, GERMANY, stage=Stage.WAITING, flags=(flag(Severity.STOP),))
    ended = card(2, GERMANY, stage=Stage.ENDED)
    done = approved(card(3, GERMANY))
    assert counts_of([waiting, ended, done]) == (3, 2, 1)
    assert counts_of([]) == (0, 0, 0)
