"""How many people must approve a post on which a stop stands."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from app.commands.policy import MOST_APPROVERS
from app.commands.views import CalendarView
from app.domain.policy import Policy
from app.wording import _, ngettext
from ui.theme import Space, TextRole
from ui.widgets.labels import Label
from ui.widgets.section import Section


class ApproversForm(QWidget):
    """One to three people, with what follows; `edited` tells of each change."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._policy = Policy()
        self._reviewers = 0
        self._group = QButtonGroup(self)
        self._radios = {count: self._radio(count) for count in range(1, MOST_APPROVERS + 1)}
        self._radios[self._policy.approvers_on_stop].setChecked(True)
        self._group.buttonClicked.connect(self._on_clicked)
        self._enough = Label(role=TextRole.SMALL_STRONG, wraps=True)
        self._enough.setObjectName("enough_reviewers")
        self._lay_out()

    @property
    def is_changed(self) -> bool:
        """Whether the form differs from the policy in force."""
        return self.policy != self._policy

    @property
    def policy(self) -> Policy:
        """The policy as the form stands."""
        return Policy(next(count for count, one in self._radios.items() if one.isChecked()))

    @property
    def base(self) -> Policy:
        """The policy as it was shown."""
        return self._policy

    def show_calendar(self, calendar: CalendarView) -> None:
        """Show the policy in force; this is no edit."""
        self._policy = calendar.policy
        self._reviewers = sum(person.may_review for person in calendar.people)
        self._radios[min(self._policy.approvers_on_stop, MOST_APPROVERS)].setChecked(True)
        self._tell()

    def keep(self) -> None:
        """Take what stands in the form for saved."""
        self._policy = self.policy

    def _on_clicked(self) -> None:
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        """Warn where the team is too small: the author of a post never approves it."""
        needed = self.policy.approvers_on_stop + 1
        is_enough = self._reviewers >= needed
        self._enough.setText(
            ""
            if is_enough
            else ngettext(
                "Only {count} person here may review. Who wrote a post never approves it, so"
                " some posts with a stop could not leave.",
                "Only {count} people here may review. Who wrote a post never approves it, so"
                " some posts with a stop could not leave.",
                self._reviewers,
            ).format(count=self._reviewers)
        )
        self._enough.setVisible(not is_enough)

    def _radio(self, count: int) -> QRadioButton:
        words = ngettext("{count} person", "{count} people", count)
        radio = QRadioButton(words.format(count=count))
        radio.setObjectName(f"approvers_{count}")
        radio.setMinimumHeight(Space.XL)
        self._group.addButton(radio)
        return radio

    def _lay_out(self) -> None:
        section = Section(_("A post with a stop is approved by"), "approvers_section")
        for radio in self._radios.values():
            section.add(radio)
        section.add(self._enough)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        for words in (
            _(
                "A stop is what hurts most when it goes wrong: a day of mourning, a memorial"
                " beside an offer, a placeholder. The owners decide how many people approve such a"
                " post. Each of them reads it whole, and each writes why it may go."
            ),
            _(
                "All other posts are approved by one person, and a remembrance by at least two."
                " Who wrote a post never counts."
            ),
        ):
            column.addWidget(Label(words, wraps=True))
        column.addWidget(section)
        column.addWidget(
            Label(
                _(
                    "A lower number does not reach back: a post for which more people were asked"
                    " still waits for them."
                ),
                TextRole.SMALL,
                muted=True,
                wraps=True,
            )
        )
        column.addStretch(1)
