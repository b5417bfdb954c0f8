"""Two people changed the same fields: what it was, what the other saved, what stands here."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.commands.texts import field_name
from app.commands.views import CalendarView
from app.wording import _
from ui.post.edits import Clash
from ui.theme import Space, TextRole, Theme
from ui.widgets.diff_label import DiffLabel
from ui.widgets.field_words import told_apart
from ui.widgets.house_style import make_primary
from ui.widgets.labels import Label
from ui.widgets.word_diff import word_diff

_COLUMNS = 3


class ConflictDialog(QDialog):
    """Three columns per field, with the words in which each version differs from what it was."""

    def __init__(
        self,
        clashes: Sequence[Clash],
        who: str,
        calendar: CalendarView,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("conflict_dialog")
        self.setWindowTitle(_("Changed by two people"))
        self.setModal(True)
        self._choices = [_Choice(clash, who, calendar, theme) for clash in clashes]
        for choice in self._choices:
            choice.group.buttonClicked.connect(self._on_chosen)
        self._save = make_primary(QPushButton(_("Save what I chose")))
        self._save.setObjectName("conflict_save")
        self._save.clicked.connect(self.accept)
        back = QPushButton(_("Back to my text"))
        back.setObjectName("conflict_back")
        back.setAutoDefault(False)
        back.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(back)
        buttons.addWidget(self._save)
        words = _("{who} saved this post while you were writing. Choose for each field.")
        remark = _(
            "What you do not choose is not lost: theirs stays in the history, and yours can be "
            "brought back right after."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.S)
        column.addWidget(Label(words.format(who=who), TextRole.HEADING, wraps=True))
        column.addWidget(Label(remark, muted=True, wraps=True))
        column.addWidget(self._table(who), 1)
        column.addLayout(buttons)
        self._on_chosen()
        room = parent.window().size() if parent else QSize(1000, 600)
        self.resize(max(min(1000, room.width() - 48), 560), max(min(560, room.height() - 48), 400))

    @property
    def chosen(self) -> Mapping[str, bool]:
        """By field, whether mine is to stand."""
        return {choice.clash.field: choice.is_mine for choice in self._choices}

    def _on_chosen(self) -> None:
        is_done = all(choice.is_chosen for choice in self._choices)
        self._save.setEnabled(is_done)
        self._save.setToolTip("" if is_done else _("Choose for each field first."))

    def _choose_all(self, mine: bool) -> None:
        for choice in self._choices:
            (choice.mine if mine else choice.theirs).setChecked(True)
        self._on_chosen()

    def _table(self, who: str) -> QScrollArea:
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, Space.S, Space.S, 0)
        grid.setHorizontalSpacing(Space.XL)
        grid.setVerticalSpacing(Space.S)
        heads = (_("What it was"), _("{who} saved").format(who=who), _("Yours"))
        for column, head in enumerate(heads):
            grid.addWidget(Label(head, TextRole.STRONG, wraps=True), 0, column)
            grid.setColumnStretch(column, 1)
        if len(self._choices) > 1:
            for column, (name, words) in enumerate(
                (("all_theirs", _("Keep all of theirs")), ("all_mine", _("Keep all of mine"))), 1
            ):
                button = QPushButton(words)
                button.setObjectName(name)
                button.setAutoDefault(False)
                button.clicked.connect(partial(self._choose_all, column == _COLUMNS - 1))
                grid.addWidget(button, 1, column, Qt.AlignmentFlag.AlignLeading)
        for choice in self._choices:
            choice.fill(grid, grid.rowCount())
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea()
        area.setAccessibleName(_("Versions side by side"))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        return area


class _Choice:
    """One field with its three versions."""

    def __init__(self, clash: Clash, who: str, calendar: CalendarView, theme: Theme) -> None:
        self.clash = clash
        self._calendar = calendar
        self._theme = theme
        self._name = field_name(clash.field)
        self.theirs = QRadioButton(_("Keep what {who} saved").format(who=who))
        self.theirs.setObjectName(f"theirs_{clash.field}")
        self.mine = QRadioButton(_("Keep mine"))
        self.mine.setObjectName(f"mine_{clash.field}")
        self.group = QButtonGroup(self.theirs)
        for button in (self.theirs, self.mine):
            button.setAccessibleName(f"{self._name}: {button.text()}")
            self.group.addButton(button)

    @property
    def _is_prose(self) -> bool:
        """Whether words can be compared; a date or a channel is another as a whole."""
        is_choice = self.clash.field in ("channel", "language")
        return isinstance(self.clash.mine, str) and not is_choice

    @property
    def is_chosen(self) -> bool:
        """Whether one of both was chosen."""
        return self.group.checkedButton() is not None

    @property
    def is_mine(self) -> bool:
        """Whether mine was chosen."""
        return self.mine.isChecked()

    def fill(self, grid: QGridLayout, row: int) -> None:
        """Put name, choice and the three versions into three rows."""
        top = Qt.AlignmentFlag.AlignTop
        name = Label(self._name.capitalize(), TextRole.SMALL_STRONG, muted=True)
        name.setContentsMargins(0, Space.M, 0, 0)
        grid.addWidget(name, row, 0, 1, _COLUMNS)
        grid.addWidget(self.theirs, row + 1, 1)
        grid.addWidget(self.mine, row + 1, 2)
        values = (self.clash.base, self.clash.theirs, self.clash.mine)
        told = told_apart(self.clash.field, values, self._calendar)
        for column, words in enumerate(told):
            grid.addWidget(self._version(told[0], words), row + 2, column, top)

    def _version(self, was: str, words: str) -> QWidget:
        if self._is_prose and was and words and words != was:
            return DiffLabel(word_diff(was, words), self._theme)
        label: QLabel = Label(words or _("(empty)"), muted=not words, wraps=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label
