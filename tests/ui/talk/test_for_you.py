from dataclasses import replace

import pytest

from app.commands.comments import add_comment
from app.commands.for_me import Notice, NoticeKind
from app.domain.change import ChangeSet
from app.domain.post import PostId
from tests.builders.calendars import LENA, MARC, NOW, act_as
from tests.ui.direct import DirectJobs
from ui.talk.for_you import ForYou, notice_words
from ui.theme import DARK, LIGHT


@pytest.fixture
def button(table, qtbot):
    made = ForYou(
        table.reader,
        table.operations,
        DirectJobs(),
        calendar=table.reader.calendar(),
        theme=LIGHT,
    )
    qtbot.addWidget(made)
    return made


def say(table, words):
    act_as(table.session, MARC)
    changes = add_comment(table.session, post_id=table.post_id, text=words)
    act_as(table.session, LENA)
    return changes


@pytest.mark.in_english
def test_it_counts_what_waits_and_leads_to_it(table, button, qtbot):
    assert button.isHidden()
    button.on_changed(say(table, "@Lena Brandt, is it warm?"))
    assert button.text() == "For you: 1"
    (action,) = button.menu().actions()
    assert action.text() == "DE-0001 · Marc Fournier: “@Lena Brandt, is it warm?”"
    with qtbot.waitSignal(button.post_wanted) as wanted:
        action.trigger()
    assert wanted.args == [table.post_id]


def test_it_is_gone_when_nothing_waits_or_nobody_sits_there(table, button):
    button.on_changed(say(table, "@Lena Brandt?"))
    assert not button.isHidden()
    table.operations.become(None)
    assert button.isHidden()
    table.sit_down(LENA)
    assert not button.isHidden()
    table.sit_down(MARC)
    assert button.isHidden()


def test_a_change_of_posts_alone_is_no_news(table, button):
    say(table, "@Lena Brandt?")
    button.on_changed(ChangeSet("Moved", posts=frozenset({table.post_id})))
    assert button.isHidden()
    button.set_theme(DARK)
    button.set_calendar(table.reader.calendar())
    button.on_changed(ChangeSet("", everything=True))
    assert not button.isHidden()


def test_an_answer_that_came_too_late_is_dropped(table, qtbot):
    waiting = []

    class LateJobs(DirectJobs):
        def run(self, work, *, done, refused=None, title=""):
            waiting.append(lambda: done(work(None)))

    jobs = LateJobs()
    calendar = table.reader.calendar()
    button = ForYou(table.reader, table.operations, jobs, calendar=calendar, theme=LIGHT)
    qtbot.addWidget(button)
    button.on_changed(say(table, "@Lena Brandt?"))
    table.operations.become(None)
    for come in waiting:
        come()
    assert button.isHidden()


@pytest.mark.in_english
def test_each_kind_of_notice_is_said_in_one_line(table):
    calendar = table.reader.calendar()
    notice = Notice(NoticeKind.SUGGESTION, PostId("p"), "DE-0001", MARC, NOW, "")
    assert notice_words(notice, calendar) == "DE-0001 · Marc Fournier suggests an edit"
    assert notice_words(replace(notice, words="Shorter"), calendar).endswith("edit: “Shorter”")
