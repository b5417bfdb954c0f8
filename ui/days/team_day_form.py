"""The fields of one day of the team."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QWidget

from app.commands.upcoming import line_of, next_dates, parts_of, rule_meant
from app.domain.flag import Severity
from app.domain.market import Market, MarketId
from app.domain.observance import Tone
from app.domain.team_day import LONGEST_TEXT, TeamDay
from app.errors import InvalidInputError
from app.wording import _
from ui.days.choices import SeverityBox, ToneBox
from ui.theme import Space, TextRole
from ui.widgets.check_list import CheckList
from ui.widgets.labels import Label


class TeamDayForm(QWidget):
    """Shows a day and returns it as the form stands; `edited` tells of each change."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = TeamDay("", "", "", Tone.SOLEMN, Severity.CAUTION)
        self._name = _line("day_name", _("Name"))
        self._rule = _line("day_rule", _("Date"))
        self._rule.setPlaceholderText(_("3 March, 3 March 2027, or last Monday of May"))
        self._falls = Label("", TextRole.SMALL, muted=True, wraps=True)
        self._falls.setObjectName("day_falls")
        self._eve = QCheckBox(_("Begins the evening before"))
        self._eve.setObjectName("day_eve")
        self._eve.setToolTip(_("From 16:00 on it counts on the day before as well."))
        self._moments = _line("day_moments", _("Quiet minutes"))
        self._moments.setPlaceholderText(_("such as 11:00-11:02"))
        self._moments.setToolTip(_("They are meant by the clocks of each market."))
        self._markets = CheckList()
        self._markets.setObjectName("day_markets")
        self._markets.setAccessibleName(_("Markets"))
        self._tone = ToneBox("day_tone")
        self._severity = SeverityBox("day_severity")
        self._why = _line("day_why", _("Why"))
        self._terms = _line("day_terms", _("Words that name it"))
        self._terms.setPlaceholderText(_("separated by commas"))
        self._terms.setToolTip(
            _(
                "A post that names a day of mourning or silence by them and sells is flagged, "
                "whenever it goes out."
            )
        )
        self._clash = _line("day_clash", _("Collides with"))
        self._source = _line("day_source", _("Source"))
        self._lay_out()
        for line in self._lines:
            line.textChanged.connect(self._tell)
        for box in (self._tone, self._severity):
            box.currentIndexChanged.connect(self._tell)
        self._eve.toggled.connect(self._tell)
        self._markets.choice_changed.connect(self._tell)

    @property
    def _lines(self) -> tuple[QLineEdit, ...]:
        about = (self._why, self._terms, self._clash, self._source)
        return (self._name, self._rule, self._moments, *about)

    def show_day(self, day: TeamDay, markets: Sequence[Market]) -> None:
        """Show a day; none of the markets is ticked where it counts in all."""
        self._day = day
        parts = parts_of(day.rule)
        about = (day.why, ", ".join(day.terms), day.clash, day.source)
        texts = (day.name, parts.when, parts.moments, *about)
        for line, text in zip(self._lines, texts, strict=True):
            line.setText(text)
        self._eve.setChecked(parts.has_eve)
        self._tone.choose(day.tone)
        self._severity.choose(day.severity)
        self._markets.set_choices([(one.id, one.name) for one in markets], day.markets)
        self._tell()

    def day(self) -> TeamDay:
        """Return the day as the form stands."""
        terms = (term.strip() for term in self._terms.text().split(","))
        return replace(
            self._day,
            name=self._name.text().strip(),
            rule=_rule(self._written),
            tone=self._tone.tone or self._day.tone,
            severity=self._severity.severity or self._day.severity,
            markets=tuple(map(MarketId, self._markets.checked())),
            why=self._why.text().strip(),
            terms=tuple(term for term in terms if term),
            clash=self._clash.text().strip(),
            source=self._source.text().strip(),
        )

    @property
    def _written(self) -> str:
        """When the day is, as one line; nothing where no date is written."""
        when = self._rule.text().strip()
        return line_of(when, self._moments.text(), has_eve=self._eve.isChecked()) if when else ""

    def why_not(self) -> str:
        """Return why the day cannot be saved yet; empty if it can."""
        day = self.day()
        if not day.name:
            return _("Give the day a name.")
        if not day.rule:
            return _("Say on which date it falls.")
        try:
            rule_meant(day.rule)
        except InvalidInputError as problem:
            return str(problem)
        return ""

    def _lay_out(self) -> None:
        everywhere = Label(_("Tick none for all markets."), TextRole.SMALL, muted=True, wraps=True)
        fields = QFormLayout(self)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setHorizontalSpacing(Space.M)
        fields.setVerticalSpacing(Space.S)
        fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        fields.addRow(_("Name"), self._name)
        fields.addRow(_("Date"), self._rule)
        fields.addRow("", self._falls)
        fields.addRow("", self._eve)
        fields.addRow(_("Quiet minutes"), self._moments)
        fields.addRow(_("Markets"), self._markets)
        fields.addRow("", everywhere)
        fields.addRow(_("Tone"), self._tone)
        fields.addRow(_("Severity"), self._severity)
        fields.addRow(_("Why"), self._why)
        fields.addRow(_("Words that name it"), self._terms)
        fields.addRow(_("Collides with"), self._clash)
        fields.addRow(_("Source"), self._source)

    def _tell(self) -> None:
        words, is_problem = _falls_words(self._written, has_eve=self._eve.isChecked())
        self._falls.setText(words)
        quiet, plain = QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.WindowText
        self._falls.setForegroundRole(plain if is_problem else quiet)
        self.edited.emit()


def _rule(written: str) -> str:
    """Return the rule that is meant, or what was written where it is none yet."""
    try:
        return rule_meant(written)
    except InvalidInputError:
        return written.strip()


def _falls_words(written: str, *, has_eve: bool) -> tuple[str, bool]:
    """Return what a date means, or why it is none, and whether it is none."""
    if not written:
        rules = _(
            "Also: last Monday of May · Sunday before 25 December · 2 days before Easter Sunday · "
            "10 Muharram … "
            "and “for 3 days” after any date."
        )
        return rules, False
    try:
        dates = next_dates(rule_meant(written))
    except InvalidInputError as problem:
        return str(problem), True
    if not dates:
        return _("Falls on no day."), True
    words = (
        _("Falls on {dates}, and from 16:00 on the day before")
        if has_eve
        else _("Falls on {dates}")
    )
    return words.format(dates=", ".join(dates)), False


def _line(name: str, spoken: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setAccessibleName(spoken)
    line.setMaxLength(LONGEST_TEXT)
    return line
