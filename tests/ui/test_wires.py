import inspect

import pytest
from PySide6.QtWidgets import QWidget

from ui import wires
from ui.actions import Actions


class Recorder:
    """Answers every name with something that can be connected, called and asked further."""

    def __init__(self) -> None:
        self.called: list[str] = []

    def __getattr__(self, name: str) -> "Recorder":
        return Named(self, name)


class Named(Recorder):
    def __init__(self, root: Recorder, name: str) -> None:
        self._root, self._name = root, name

    def __getattr__(self, name: str) -> "Named":
        return Named(self._root, f"{self._name}.{name}")

    def __call__(self, *facts, **more) -> None:
        self._root.called.append(self._name)


@pytest.fixture
def window():
    return Recorder()


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
        ("undo", "take_back"),
        ("export", "export"),
        ("today", "calendar_screen.go_today"),
        ("next", "calendar_screen.go_later"),
        ("previous", "calendar_screen.go_earlier"),
        ("move_to", "calendar_screen.move_chosen"),
        ("cancel_post", "calendar_screen.run_on_chosen"),
        ("people", "dialogs.people"),
        ("hold", "dialogs.hold"),
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
