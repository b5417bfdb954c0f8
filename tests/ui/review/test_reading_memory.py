from dataclasses import replace

from app.domain.flag import Severity
from tests.builders import ui_b
from ui.review.reading_memory import FlagAnswer, ReadingMemory

FLAG = ui_b.a_flag()
NAMES = ("text:text", f"flag:{FLAG.key}")
TICKED = {FLAG.key: FlagAnswer(is_ticked=True)}


def kept(view):
    memory = ReadingMemory()
    memory.keep(view, NAMES, TICKED)
    return memory


def test_what_was_read_is_still_read_when_the_reviewer_looks_again():
    view = ui_b.a_view(flags=(FLAG,))
    assert kept(view).seen(view) == set(NAMES)
    assert kept(view).answers(view) == TICKED


def test_another_content_must_be_read_anew():
    view = ui_b.a_view(flags=(FLAG,))
    changed = ui_b.a_view(view.post.changed(text="Anders"), (FLAG,))
    assert kept(view).seen(changed) == frozenset()
    assert kept(view).answers(changed) == {}


def test_a_flag_that_has_worsened_must_be_seen_and_answered_anew():
    view = ui_b.a_view(flags=(FLAG,))
    worse = replace(FLAG, severity=Severity.STOP, mark="worse")
    changed = ui_b.a_view(view.post, (worse,))
    assert kept(view).seen(changed) == {"text:text"}
    assert kept(view).answers(changed) == {}


def test_nothing_is_left_for_the_next_person():
    view = ui_b.a_view(flags=(FLAG,))
    memory = kept(view)
    memory.forget()
    assert memory.seen(view) == frozenset()
    assert memory.answers(view) == {}
