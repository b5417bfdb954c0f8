from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QAction

from app.commands.post_filter import EVERYTHING
from app.domain.change import ChangeSet
from ui.notices import Notices


class Heard:
    """Keeps what it was told, by whatever name."""

    def __init__(self) -> None:
        self.told: list[tuple] = []

    def __getattr__(self, name):
        return lambda *facts, **more: self.told.append((name, *facts, *more.values()))


@pytest.fixture
def desk(qapp):
    body = SimpleNamespace(
        toast=Heard(), status=Heard(), bar=Heard(), place_bar=Heard(), sample_bar=Heard()
    )
    body.shows_review = False
    screen = SimpleNamespace(
        finder=Heard(), flagged=Heard(), find_again=lambda _posts: None, shown=[]
    )
    screen.go_to_post = screen.shown.append
    body.turn_to_calendar = lambda: screen.shown.append("calendar")
    dialogs = Heard()
    dialogs.tell = lambda changes: dialogs.told.append(("tell", changes)) or dialogs.is_open
    dialogs.is_open = False
    undo = QAction()
    notices = Notices(body, screen, dialogs, undo)
    return SimpleNamespace(body=body, screen=screen, dialogs=dialogs, undo=undo, say=notices)


def way_of(heard: Heard):
    """Return what the button of the last notice does."""
    return heard.told[-1][-1]


def test_what_was_saved_can_be_taken_back(desk, qtbot):
    desk.say.done(ChangeSet("Move", can_undo=True))
    assert desk.body.status.told
    with qtbot.waitSignal(desk.undo.triggered):
        way_of(desk.body.toast)()


def test_what_was_taken_back_offers_no_undo_of_its_own(desk):
    desk.say.done(ChangeSet("Move", can_undo=True, takes_back=True))
    assert len(desk.body.toast.told[-1]) == 2, "its words and nothing else"


@pytest.mark.parametrize(("in_review", "shown"), [(False, ["a"]), (True, ["calendar", "a"])])
def test_what_was_taken_back_out_of_sight_can_be_shown(desk, in_review, shown):
    desk.screen.find_again = lambda posts: next(iter(posts))
    desk.body.shows_review = in_review
    desk.say.done(ChangeSet("Move", posts=frozenset("a"), takes_back=True))
    assert desk.body.toast.told[-1][2] == "Show it"
    way_of(desk.body.toast)()
    assert desk.screen.shown == shown


def test_what_cannot_be_taken_back_is_not_offered(desk):
    desk.say.done(ChangeSet("People", everything=True))
    assert desk.body.status.told
    assert not desk.body.toast.told


def test_whoever_sits_down_next_is_told_nothing_that_was_said_to_another(desk):
    shown = SimpleNamespace(text="", gone=0)
    desk.body.bar.__dict__["show_refusal"] = lambda sentence: setattr(shown, "text", sentence)
    desk.body.bar.__dict__["dismiss"] = lambda: setattr(shown, "gone", shown.gone + 1)
    desk.say.refused("Choose who you are first.")
    desk.body.bar.__dict__["text"] = shown.text
    desk.say.person_changed()
    assert (shown.gone, desk.body.toast.told) == (1, [("dismiss",)])
    desk.body.bar.__dict__["text"] = "Another sentence, which must not go by itself."
    desk.say.person_changed()
    assert shown.gone == 1


@pytest.mark.in_english
@pytest.mark.parametrize("takes_back", [False, True])
def test_a_change_of_the_settings_is_told_as_one(desk, takes_back):
    """Whoever presses Ctrl+Z over the calendar reads that no post was meant."""
    changes = replace(ChangeSet.of_setting("Undid: Move", "Moved"), takes_back=takes_back)
    desk.say.done(changes)
    assert desk.body.toast.told[-1][1].startswith("Settings · ")


def test_a_change_of_the_settings_is_told_where_it_was_made(desk):
    desk.dialogs.is_open = True
    changes = ChangeSet.of_setting("Rename Lena", "Lena is called Lea now")
    desk.say.done(changes)
    assert desk.dialogs.told == [("tell", changes)]
    assert not desk.body.toast.told


def test_a_refusal_and_a_missing_backup_say_why(desk):
    desk.say.refused("Nobody may.")
    desk.say.not_backed_up("The disk is full.")
    assert desk.body.bar.told == [("show_refusal", "Nobody may.")]
    assert "The disk is full." in desk.body.place_bar.told[-1][1]


def test_a_refusal_goes_once_something_else_was_done(desk):
    desk.say.refused("Nobody may.")
    desk.body.bar.text = "Nobody may."
    desk.say.done(ChangeSet("Move", can_undo=True))
    desk.say.done(ChangeSet("Move", can_undo=True))
    assert [name for name, *_words in desk.body.bar.told] == ["show_refusal", "dismiss"]


def test_a_filter_that_was_lifted_can_be_had_again(desk):
    wanted = EVERYTHING.saying("Sale")
    desk.say.filter_lifted(wanted)
    way_of(desk.body.toast)()
    assert desk.screen.finder.told == [("set_filter", wanted)]


@pytest.mark.parametrize("step", [1, -1])
def test_where_no_flag_is_left_the_walk_can_begin_anew(desk, step):
    desk.say.flags_ended(step)
    way_of(desk.body.toast)()
    assert desk.screen.flagged.told == [("begin_anew", step)]


def test_a_sample_says_so_and_leads_to_a_calendar_of_ones_own(desk):
    begun = []
    desk.say.is_sample(begin=lambda: begun.append(True))
    desk.body.sample_bar.told[-1][3]()
    assert begun == [True]
