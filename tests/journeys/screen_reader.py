"""What a screen reader would say: what has the focus, and what the program announces by itself."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from tests.pseudo import plain


class ScreenReader:
    """Listens while the program runs; `told` holds each announcement in plain English."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.told: list[str] = []
        passes_on = QAccessible.updateAccessibility

        def hear(event: QAccessibleEvent) -> None:
            if isinstance(event, QAccessibleAnnouncementEvent):
                self.told.append(plain(event.message()))
            passes_on(event)

        monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
        QAccessible.setActive(True)

    def take_off(self) -> None:
        """Listen no more."""
        QAccessible.setActive(False)

    @property
    def last(self) -> str:
        """What was announced last."""
        return self.told[-1] if self.told else ""

    def name_of(self, widget: QWidget) -> str:
        """Return what is said of a widget that has the focus; of a list or table, of its entry."""
        interface = QAccessible.queryAccessibleInterface(widget)
        entry = interface.focusChild()
        parts = [interface] if entry is None else [interface, entry]
        spoken = [plain(part.text(QAccessible.Text.Name)) for part in parts]
        # here a combo box has its entry for a name, and its own stands in the label beside it
        names = (name.strip() for name in (widget.accessibleName(), *spoken))
        return ": ".join(dict.fromkeys(name for name in names if name))

    def is_on(self, widget: QWidget) -> bool:
        """Tell whether the widget says that it has the focus and can be used."""
        state = QAccessible.queryAccessibleInterface(widget).state()
        return bool(state.focused) and not state.disabled and not state.invisible
