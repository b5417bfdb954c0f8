"""One day whole: when it falls, how it feels, why, by which source, and what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.commands.known_days import KnownDay
from app.commands.texts import tone_name
from app.domain.market import Market
from app.wording import _
from ui.days.known_day_words import facts_of, incident_words, source_words, when_words, where_words
from ui.theme import Space, TextRole, Theme
from ui.widgets.chips import SeverityBadge
from ui.widgets.labels import Label, LinkLabel
from ui.widgets.section import Section


class DayDetails(QScrollArea):
    """Shows a day; `switch_asked` and `change_asked`, `retire_asked` carry it as it is shown."""

    switch_asked = Signal(object)
    change_asked = Signal(object)
    retire_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("day_details")
        self.setAccessibleName(_("The chosen day"))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._theme = theme
        self._day: KnownDay | None = None
        self._markets: Sequence[Market] = ()
        self._why_not = ""
        self._show()

    @property
    def day(self) -> KnownDay | None:
        """What is shown."""
        return self._day

    def show_day(self, day: KnownDay | None, markets: Sequence[Market], why_not: str) -> None:
        """Show a day, or nothing; `why_not` keeps its buttons shut and says why."""
        if (day, tuple(markets), why_not) != (self._day, tuple(self._markets), self._why_not):
            self._day, self._markets, self._why_not = day, markets, why_not
            self._show()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._show()

    def _show(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.L, 0, Space.L, Space.L)
        column.setSpacing(Space.M)
        if self._day is not None:
            self._fill(column, self._day)
        column.addStretch(1)
        self.setWidget(page)  # what was shown before goes with it

    def _fill(self, column: QVBoxLayout, day: KnownDay) -> None:
        meaning = day.meaning
        column.addWidget(Label(meaning.name, TextRole.TITLE, wraps=True))
        if meaning.local_name.casefold() not in ("", meaning.name.casefold()):
            column.addWidget(Label(meaning.local_name, TextRole.HEADING, muted=True, wraps=True))
        badge = SeverityBadge(self._theme, day.severity)
        signs = QHBoxLayout()
        signs.setSpacing(Space.S)
        signs.addWidget(badge)
        signs.addWidget(Label(tone_name(meaning.tone)))
        signs.addStretch(1)
        column.addLayout(signs)
        for name, title, text in (
            ("day_when", _("When"), when_words(day)),
            ("day_where", _("Where"), where_words(day, self._markets)),
        ):
            column.addWidget(_said(name, title, text))
        for number, (title, text) in enumerate(facts_of(day)):
            column.addWidget(_said(f"day_fact_{number}", title, text))
        if words := source_words(day):
            column.addWidget(LinkLabel(words, meaning.source_url))
        if words := incident_words(day):
            column.addWidget(LinkLabel(words, meaning.incident_url))
        column.addLayout(self._buttons(day))

    def _buttons(self, day: KnownDay) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        if day.meaning.is_own:
            row.addWidget(self._button("change_day", _("Change…"), self.change_asked))
            row.addWidget(self._button("retire_day", _("Retire…"), self.retire_asked))
        else:
            is_off = bool(day.meaning.switched_off)
            words = _("Switch on again…") if is_off else _("Switch off…")
            row.addWidget(self._button("switch_day", words, self.switch_asked))
        row.addStretch(1)
        return row

    def _button(self, name: str, words: str, asked: SignalInstance) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.setEnabled(not self._why_not)
        button.setToolTip(self._why_not)
        button.clicked.connect(lambda: asked.emit(self._day))
        return button


def _said(name: str, title: str, text: str) -> Section:
    section = Section(title, name)
    section.add(Label(text, wraps=True))
    return section
