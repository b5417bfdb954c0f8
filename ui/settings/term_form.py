"""The fields of one term of the team."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.commands.dates import language_name
from app.commands.texts import severity_name
from app.domain.flag import Severity
from app.domain.market import Market, MarketId
from app.domain.team_term import LONGEST_WHY, TeamTerm, TermKind
from app.wording import _
from ui.theme import Space, TextRole
from ui.widgets.check_list import CheckList
from ui.widgets.labels import Label
from ui.widgets.section import Section

SEVERITIES = (Severity.NOTE, Severity.CAUTION, Severity.STOP)
_LINES_SHOWN = 4


class TermForm(QWidget):
    """Shows a term and returns it as the form stands; `edited` tells of each change."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._term: TeamTerm | None = None
        self._kinds = QButtonGroup(self)
        self._avoid = self._kind("kind_avoid", _("Avoid these words"))
        self._spell = self._kind("kind_spell", _("Spell these names exactly"))
        self._words = QPlainTextEdit()
        self._words.setObjectName("term_words")
        self._words.setTabChangesFocus(True)
        self._words.setAccessibleName(_("Words"))
        self._hint = Label("", TextRole.SMALL, muted=True, wraps=True)
        self._severity = _box("term_severity", _("Severity"))
        for severity in SEVERITIES:
            self._severity.addItem(severity_name(severity), int(severity))
        self._language = _box("term_language", _("Language of the text"))
        self._markets = CheckList(most_rows=5)
        self._markets.setObjectName("term_markets")
        self._markets.setAccessibleName(_("Markets"))
        self._why = _line("term_why", _("Why, for the reviewer"))
        self._reason = _line("reason", _("Why it changes or is retired"))
        self._lay_out()
        self._kinds.buttonClicked.connect(self._tell)
        self._words.textChanged.connect(self._tell)
        for box in (self._severity, self._language):
            box.currentIndexChanged.connect(self._tell)
        self._markets.choice_changed.connect(self._tell)
        for line in (self._why, self._reason):
            line.textEdited.connect(self._tell)

    @property
    def is_changed(self) -> bool:
        """Whether the form differs from the term it was given."""
        return self._term is not None and self.term() != self._term

    @property
    def reason(self) -> str:
        """Why it changes, as far as that is written."""
        return self._reason.text().strip()

    @property
    def base(self) -> TeamTerm | None:
        """The term as it was shown."""
        return self._term

    def term(self) -> TeamTerm:
        """Return the term as the form stands; `show_term` must have been called."""
        if self._term is None:
            message = "The form has no term yet."
            raise ValueError(message)
        lines = (" ".join(line.split()) for line in self._words.toPlainText().splitlines())
        return replace(
            self._term,
            kind=TermKind.SPELL if self._spell.isChecked() else TermKind.AVOID,
            words=tuple(dict.fromkeys(filter(None, lines))),
            severity=Severity(self._severity.currentData()),
            language=self._language.currentData(),
            markets=tuple(map(MarketId, self._markets.checked())),
            why=self._why.text().strip(),
        )

    def show_term(self, term: TeamTerm, markets: Sequence[Market], *, is_new: bool) -> None:
        """Show a term; this is no edit."""
        self.blockSignals(True)
        self._term = term
        (self._spell if term.kind is TermKind.SPELL else self._avoid).setChecked(True)
        self._words.setPlainText("\n".join(term.words))
        self._severity.setCurrentIndex(self._severity.findData(int(term.severity)))
        self._offer_languages(markets, term.language)
        choices = [(str(market.id), market.name) for market in markets]
        self._markets.set_choices(choices, frozenset(map(str, term.markets)))
        self._why.setText(term.why)
        self._reason.clear()
        self._reasons.setVisible(not is_new)
        self.blockSignals(False)
        self._say_hint()

    def focus_first(self) -> None:
        """Put the cursor where the words are written."""
        self._words.setFocus()

    def _offer_languages(self, markets: Iterable[Market], chosen: str) -> None:
        spoken = {tag.partition("-")[0] for market in markets for tag in market.languages}
        self._language.clear()
        self._language.addItem(_("All languages"), "")
        for tag in sorted(spoken | {chosen} - {""}):
            self._language.addItem(language_name(tag), tag)
        self._language.setCurrentIndex(self._language.findData(chosen))

    def _say_hint(self) -> None:
        self._hint.setText(
            _("One name, price or hashtag in each line, exactly as it must be written.")
            if self._spell.isChecked()
            else _("One phrase in each line. A star at an end stands for the rest of a word.")
        )

    def _tell(self) -> None:
        self._say_hint()
        self.edited.emit()

    def _kind(self, name: str, text: str) -> QRadioButton:
        radio = QRadioButton(text)
        radio.setObjectName(name)
        radio.setMinimumHeight(Space.XL)
        self._kinds.addButton(radio)
        return radio

    def _lay_out(self) -> None:
        lines = self.fontMetrics().lineSpacing() * _LINES_SHOWN
        self._words.setFixedHeight(lines + 2 * Space.S)
        kinds = _section(_("What is wanted"), "kinds_section", self._avoid, self._spell)
        words = _section(_("Words"), "words_section", self._words, self._hint)
        severity = _section(_("Severity"), "severity_section", self._severity)
        language = _section(_("Language of the text"), "language_section", self._language)
        everywhere = Label(_("Tick none for all markets."), TextRole.SMALL, muted=True, wraps=True)
        markets = _section(_("Markets"), "markets_section", self._markets, everywhere)
        why = _section(_("Why, for the reviewer"), "why_section", self._why)
        self._reasons = _section(_("Why it changes or is retired"), "reason_section", self._reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        both = QHBoxLayout()
        both.setSpacing(Space.L)
        both.addWidget(severity, 1)
        both.addWidget(language, 1)
        for section in (kinds, words):
            column.addWidget(section)
        column.addLayout(both)
        for section in (why, markets, self._reasons):
            column.addWidget(section)
        column.addStretch(1)


def _section(title: str, name: str, *widgets: QWidget) -> Section:
    section = Section(title, name)
    for widget in widgets:
        section.add(widget)
    return section


def _box(name: str, spoken: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setAccessibleName(spoken)
    return box


def _line(name: str, spoken: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setAccessibleName(spoken)
    line.setMaxLength(LONGEST_WHY)
    return line
