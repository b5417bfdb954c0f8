import inspect
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.commands.post_filter import EVERYTHING
from tests.builders.ui import MONDAY
from ui import wires
from ui.actions import Actions
from ui.calendar.period import Period

OF_WINDOW = ("export", "close", "show_review", "show_calendar", "show_tray")
OF_WINDOW += ("set_density", "show_view", "find_posts")
OF_WINDOW += ("print_plan",)
OF_SCREEN = (
    "new_post",
    "open_chosen",
    "current_ghost",
    "chosen_cards",
    "zoom_by",
    "zoom_as_it_fits",
    "fold",
    "go_today",
    "go_earlier",
    "go_later",
    "set_weeks",
)
OF_DEEDS = (
    "move",
    "duplicate",
    "run",
    "nudge",
    "put_in_tray",
    "shift_following",
    "cut",
    "copy",
    "paste",
)
OF_DIALOGS = (
    "import_sheet",
    "people",
    "days",
    "duty",
    "terms",
    "markets",
    "policy",
    "backups",
    "settings",
    "history",
    "cancelled",
    "ask_who_i_am",
    "hold",
    "hold_around",
    "caught",
    "recall",
)
OF_DIALOGS += ("shortcuts",)
SIGNALS = ("new_requested", "open_requested", "sample_requested", "theme_chosen")


class Window(SimpleNamespace):
    """A window of which each deed only keeps that it was called."""

    def __init__(self) -> None:
        self.called: list[str] = []
        screen = SimpleNamespace(
            plan_area=None,
            present=SimpleNamespace(
                span=Period(MONDAY, 1), step_a_week=self.deed("present.step_a_week")
            ),
            finder=SimpleNamespace(clear=self.deed("finder.clear")),
            flagged=SimpleNamespace(go=self.deed("flagged.go")),
            deeds=SimpleNamespace(**self.deeds("deeds", OF_DEEDS)),
            **self.deeds("calendar_screen", OF_SCREEN),
        )
        super().__init__(
            called=self.called,
            calendar_screen=screen,
            steps=SimpleNamespace(**self.deeds("steps", ("undo", "redo"))),
            door=SimpleNamespace(turn=self.deed("door.turn")),
            palette_door=SimpleNamespace(
                open=self.deed("palette.open"), open_for_places=self.deed("palette.places")
            ),
            other_time=SimpleNamespace(toggle=self.deed("other_time.toggle")),
            dialogs=SimpleNamespace(**self.deeds("dialogs", OF_DIALOGS)),
            **self.deeds("", OF_WINDOW),
            **{name: SimpleNamespace(emit=self.deed(f"{name}.emit")) for name in SIGNALS},
        )

    def deeds(self, owner: str, names) -> dict:
        return {name: self.deed(f"{owner}.{name}".lstrip(".")) for name in names}

    def deed(self, name: str):
        return lambda *_facts, **_more: self.called.append(name)


@pytest.fixture
def window():
    return Window()


@pytest.fixture
def actions(qtbot, monkeypatch):
    owner = QWidget()
    qtbot.addWidget(owner)
    made = Actions(owner)
    monkeypatch.setattr(made, "limit_to", lambda _screen: None)
    made._owner = owner  # noqa: SLF001 - kept alive
    return made


def test_every_action_does_something(actions, window):
    wires.connect_actions(actions, window)
    for action in actions.all:
        action.setEnabled(True)
        window.called.clear()
        action.trigger()
        assert window.called, action.objectName()


@pytest.mark.parametrize(
    ("name", "deed"),
    [
        ("undo", "steps.undo"),
        ("redo", "steps.redo"),
        ("export", "export"),
        ("today", "calendar_screen.go_today"),
        ("next", "calendar_screen.go_later"),
        ("previous", "calendar_screen.go_earlier"),
        ("move_to", "deeds.move"),
        ("cancel_post", "deeds.run"),
        ("people", "dialogs.people"),
        ("days", "dialogs.days"),
        ("duty", "dialogs.duty"),
        ("terms", "dialogs.terms"),
        ("settings", "dialogs.settings"),
        ("backups", "dialogs.backups"),
        ("cancelled", "dialogs.cancelled"),
        ("hold", "dialogs.hold"),
        ("caught", "dialogs.caught"),
        ("recall", "dialogs.recall"),
        ("new_calendar", "new_requested.emit"),
    ],
)
def test_an_action_does_what_its_words_say(actions, window, name, deed):
    wires.connect_actions(actions, window)
    action = getattr(actions, name)
    action.setEnabled(True)
    action.trigger()
    assert window.called == [deed]


def test_approving_is_not_among_what_a_menu_can_do(actions):
    assert "approve" not in inspect.getsource(wires)
    assert not [one for one in actions.all if "approve" in one.objectName()]


class Bars(QObject):
    """The signals of the two bars, of the one with the days, and of the filter."""

    list_asked = Signal()
    review_asked = Signal()
    day_asked = Signal()
    counted = Signal(int)
    passed = Signal()
    filter_changed = Signal(object)
    post_wanted = Signal()


def test_the_bars_lead_to_what_they_tell_of(actions, window):
    holds, recall, days = Bars(), Bars(), Bars()
    window.calendar_screen.stack = SimpleNamespace(day_asked=days.day_asked)
    window.calendar_screen.finder.filter_changed = days.filter_changed
    window.body = SimpleNamespace(hold_bar=holds, recall_bar=recall, for_you=days)
    window.show_talk = window.deed("show_talk")
    window.review_after = window.deed("review_after")
    window.calendar_screen.refresh = window.deed("calendar_screen.refresh")
    wires.connect_bars(actions, window)
    asked = (holds.list_asked, holds.review_asked, recall.list_asked, days.day_asked)
    asked = (*asked, days.post_wanted)
    for signal in (*asked, recall.passed):
        signal.emit()
    assert window.called == [
        "dialogs.caught",
        "review_after",
        "dialogs.recall",
        "dialogs.days",
        "show_talk",
        "calendar_screen.refresh",
    ]
    recall.counted.emit(3)
    assert "(3)" in actions.recall.text()
    days.filter_changed.emit(EVERYTHING.saying("Sale"))
    assert actions.finding.clear.isEnabled()


def test_the_news_are_shown_before_they_are_said(window):
    class Told(QObject):
        calendar_read = Signal(object)
        came = Signal(object)
        done = Signal(object)
        looked = Signal()
        new_day = Signal(object)

    news, clock = Told(), SimpleNamespace(look_at_the_clock=window.deed("clock"))
    window.body = SimpleNamespace(
        recall_bar=clock, hold_bar=clock, **window.deeds("body", ("set_calendar", "on_changed"))
    )
    window.dialogs.set_calendar = window.deed("dialogs.set_calendar")
    window.dialogs.on_changed = window.deed("dialogs.on_changed")
    window.notices = SimpleNamespace(done=window.deed("notices.done"))
    window.calendar_screen.set_today = window.deed("set_today")
    for name in ("show_facts", "show_zones", "count_queue"):
        setattr(window, name, window.deed(name))
    wires.connect_news(news, window)
    for signal in (news.calendar_read, news.came, news.done, news.new_day):
        signal.emit(None)
    news.looked.emit()
    assert window.called == [
        *("body.set_calendar", "dialogs.set_calendar", "show_facts", "show_zones"),
        *("count_queue", "body.on_changed", "dialogs.on_changed"),
        *("notices.done", "set_today", "clock", "clock"),
    ]
