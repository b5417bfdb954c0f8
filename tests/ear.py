"""An ear for the pseudo-locale: what tests ask Qt for, they hear in plain English."""

from collections.abc import Callable
from functools import wraps

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidgetItem,
    QMenu,
    QTabBar,
    QTableWidgetItem,
    QTabWidget,
    QToolTip,
    QWidget,
)

from tests.pseudo import plain

_SAYINGS = {
    QWidget: ("accessibleName", "accessibleDescription", "statusTip", "toolTip", "windowTitle"),
    QAbstractButton: ("text",),
    QAction: ("text", "toolTip", "statusTip", "iconText"),
    QComboBox: ("currentText", "itemText", "placeholderText"),
    QGroupBox: ("title",),
    QLabel: ("text",),
    QLineEdit: ("placeholderText",),
    QListWidgetItem: ("text", "toolTip", "data"),
    QMenu: ("title",),
    QModelIndex: ("data",),
    QPersistentModelIndex: ("data",),
    QTabBar: ("tabText", "tabToolTip"),
    QTableWidgetItem: ("text", "toolTip"),
    QTabWidget: ("tabText", "tabToolTip"),
    QToolTip: ("text",),
}


def hear_plain_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Qt answer in plain English what it shows in the pseudo-locale."""
    for kind, names in _SAYINGS.items():
        for name in names:
            asked = kind.__dict__[name] if name in kind.__dict__ else getattr(kind, name)
            is_static = isinstance(asked, staticmethod)
            heard = _heard(getattr(kind, name))
            monkeypatch.setattr(kind, name, staticmethod(heard) if is_static else heard)


def _heard(asked: Callable[..., object]) -> Callable[..., object]:
    @wraps(asked)
    def answer(*arguments: object, **keywords: object) -> object:
        said = asked(*arguments, **keywords)
        return plain(said) if isinstance(said, str) else said

    return answer
