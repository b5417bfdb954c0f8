"""One piece of duty: who, when, in which zone, and why it changes."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import QDate, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.duty import Duty, Gap, Week
from app.domain.person import Person, PersonId
from app.wording import _
from ui.duty.moment_field import MomentField, clock_edit, day_edit
from ui.theme import Space
from ui.widgets.labels import Label
from ui.widgets.section import Section
from ui.widgets.weekdays_field import WeekdaysField
from ui.widgets.zone_field import ZoneField

_FIRST, _LAST = date(2000, 1, 1), date(2199, 12, 31)
"""What the field for a day can show; both stand for no limit."""


class DutyForm(QWidget):
    """Shows a pattern, a shift or a gap and returns it as the form stands."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._duty: Duty | None = None
        self._person = QComboBox()
        self._person.setObjectName("person")
        self._person.setAccessibleName(_("Who is there"))
        self._weekdays = WeekdaysField()
        self._from = clock_edit("from", _("Duty begins at"))
        self._to = clock_edit("to", _("Duty ends at"))
        self._on_holidays = QCheckBox(_("On public holidays too"))
        self._on_holidays.setObjectName("on_holidays")
        self._is_limited = QCheckBox(_("Only between these days:"))
        self._is_limited.setObjectName("is_limited")
        self._since = day_edit("since", _("First day"))
        self._until = day_edit("until", _("Last day"))
        self._starts = MomentField("starts", _("Beginning"))
        self._ends = MomentField("ends", _("End"))
        self._zone = ZoneField()
        self._reason = QLineEdit()
        self._reason.setObjectName("reason")
        self._reason.setAccessibleName(_("Why it changes"))
        self._lay_out()
        self._person.currentIndexChanged.connect(self._tell)
        self._reason.textEdited.connect(self._tell)
        for clock in (self._from, self._to):
            clock.timeChanged.connect(self._tell)
        for day in (self._since, self._until):
            day.dateChanged.connect(self._tell)
        for box in (self._on_holidays, self._is_limited):
            box.toggled.connect(self._tell)
        for field in (self._weekdays, self._starts, self._ends, self._zone):
            field.edited.connect(self._tell)

    @property
    def is_changed(self) -> bool:
        """Whether the form differs from the duty it was given."""
        return self._duty is not None and self.duty() != self._duty

    @property
    def reason(self) -> str:
        """Why it changes, as far as that is written."""
        return self._reason.text().strip()

    @property
    def base(self) -> Duty | None:
        """The duty as it was shown."""
        return self._duty

    def duty(self) -> Duty:
        """Return the duty as the form stands; `show_duty` must have been called."""
        match self._duty:
            case Gap() as gap:
                return replace(
                    gap, starts=self._starts.moment, ends=self._ends.moment, zone=self._zone.zone
                )
            case Week() as week:
                return replace(
                    week,
                    person=self._whoever(),
                    weekdays=self._weekdays.weekdays,
                    starts=_time_of(self._from.time()),
                    ends=_time_of(self._to.time()),
                    on_holidays=self._on_holidays.isChecked(),
                    since=self._day(self._since.date(), date.min),
                    until=self._day(self._until.date(), date.max),
                    zone=self._zone.zone,
                )
            case None:
                message = "The form has no duty yet."
                raise ValueError(message)
            case shift:
                return replace(
                    shift,
                    person=self._whoever(),
                    starts=self._starts.moment,
                    ends=self._ends.moment,
                    zone=self._zone.zone,
                )

    def show_duty(
        self, duty: Duty, people: Iterable[Person], country: str, *, is_new: bool
    ) -> None:
        """Show duty of a market in a country; this is no edit."""
        self.blockSignals(True)
        self._duty = duty
        self._offer(people)
        self._weekdays.set_country(country)
        self._zone.set_country(country)
        self._zone.set_zone(duty.zone)
        self._reason.clear()
        is_week, is_gap = isinstance(duty, Week), isinstance(duty, Gap)
        if not isinstance(duty, Gap):
            self._person.setCurrentIndex(self._person.findData(str(duty.person)))
        if isinstance(duty, Week):
            self._show_week(duty)
        else:
            self._starts.set_moment(duty.starts)
            self._ends.set_moment(duty.ends)
        self._who_section.setVisible(not is_gap)
        for section in self._of_weeks:
            section.setVisible(is_week)
        for section in self._of_moments:
            section.setVisible(not is_week)
        self._why_section.setVisible(not is_new)
        self.blockSignals(False)
        self._open_fields()

    def focus_first(self) -> None:
        """Put the cursor where filling in begins."""
        (self._starts if isinstance(self._duty, Gap) else self._person).setFocus()

    def _whoever(self) -> PersonId:
        return PersonId(str(self._person.currentData() or ""))

    def _day(self, shown: QDate, usual: date) -> date:
        if not self._is_limited.isChecked():
            return usual
        day = date(shown.year(), shown.month(), shown.day())
        return usual if day in (_FIRST, _LAST) else day

    def _offer(self, people: Iterable[Person]) -> None:
        self._person.clear()
        for person in people:
            if person.is_active:
                self._person.addItem(person.name, str(person.id))

    def _show_week(self, week: Week) -> None:
        self._weekdays.set_weekdays(week.weekdays)
        self._from.setTime(QTime(week.starts.hour, week.starts.minute))
        self._to.setTime(QTime(week.ends.hour, week.ends.minute))
        self._on_holidays.setChecked(week.on_holidays)
        self._is_limited.setChecked((week.since, week.until) != (date.min, date.max))
        for field, day in ((self._since, week.since), (self._until, week.until)):
            shown = min(max(day, _FIRST), _LAST)
            field.setDate(QDate(shown.year, shown.month, shown.day))

    def _tell(self) -> None:
        self._open_fields()
        self.edited.emit()

    def _open_fields(self) -> None:
        self._days.setVisible(self._is_limited.isChecked())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        self._who_section = _section(_("Who is there"), self._person)
        hours = _row(self._from, Label(_("to")), self._to)
        self._days = _row(self._since, Label(_("to")), self._until)
        limits = _section(_("How long"), self._is_limited, self._days)
        self._of_weeks = (
            _section(_("On these days of each week"), self._weekdays),
            _section(
                _("At these hours (an end before the beginning is on the next day)"),
                hours,
                self._on_holidays,
            ),
            limits,
        )
        self._of_moments = (
            _section(_("Beginning"), self._starts),
            _section(_("End"), self._ends),
        )
        self._why_section = _section(_("Why it changes: kept in the history"), self._reason)
        for section in (
            self._who_section,
            *self._of_weeks,
            *self._of_moments,
            _section(_("Time zone of these hours"), self._zone),
            self._why_section,
        ):
            column.addWidget(section)
        column.addStretch(1)


def _section(title: str, *fields: QWidget) -> Section:
    section = Section(title, f"{fields[0].objectName() or type(fields[0]).__name__}_section")
    for field in fields:
        section.add(field)
    return section


def _row(*fields: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.S)
    for field in fields:
        row.addWidget(field)
    row.addStretch(1)
    return made


def _time_of(shown: QTime) -> time:
    return time(shown.hour(), shown.minute())
