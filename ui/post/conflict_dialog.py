"""Two people changed the same fields: which words shall stand?"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
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
from ui.theme import Space, TextRole
from ui.widgets.field_words import field_words
from ui.widgets.house_style import make_primary
from ui.widgets.labels import Label


class ConflictDialog(QDialog):
    """Shows per field what it was, what the other saved and what stands here; nothing is lost."""

    def __init__(
        self,
        clashes: Sequence[Clash],
        who: str,
        calendar: CalendarView,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("conflict_dialog")
        self.setWindowTitle(_("Changed by two people"))
        self.setModal(True)
        self._choices = [_Choice(clash, who, calendar) for clash in clashes]
        for choice in self._choices:
            choice.group.buttonClicked.connect(self._on_chosen)
        self._save = make_primary(QPushButton(_("Save what I chose")))
        self._save.setObjectName("conflict_save")
        self._save.clicked.connect(self.accept)
        back = QPushButton(_("Back to my text"))
        back.setObjectName("conflict_back")
        back.clicked.connect(self.reject)
        words = _("{who} saved this post while you were writing. Choose for each field.")
        fields = QWidget()
        rows = QVBoxLayout(fields)
        rows.setContentsMargins(0, 0, Space.S, 0)
        rows.setSpacing(Space.L)
        for choice in self._choices:
            rows.addWidget(choice)
        rows.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(fields)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(back)
        buttons.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Label(words.format(who=who), TextRole.STRONG, wraps=True))
        column.addWidget(area, 1)
        column.addLayout(buttons)
        self._on_chosen()
        self.resize(560, 420)

    @property
    def chosen(self) -> Mapping[str, bool]:
        """By field, whether mine is to stand."""
        return {choice.clash.field: choice.is_mine for choice in self._choices}

    def _on_chosen(self) -> None:
        is_done = all(choice.is_chosen for choice in self._choices)
        self._save.setEnabled(is_done)
        self._save.setToolTip("" if is_done else _("Choose for each field first."))


class _Choice(QWidget):
    """One field with its three versions."""

    def __init__(self, clash: Clash, who: str, calendar: CalendarView) -> None:
        super().__init__()
        self.clash = clash
        name = field_name(clash.field)
        self.theirs = QRadioButton(_("Keep what {who} saved").format(who=who))
        self.theirs.setObjectName(f"theirs_{clash.field}")
        self.mine = QRadioButton(_("Keep mine"))
        self.mine.setObjectName(f"mine_{clash.field}")
        for button in (self.theirs, self.mine):
            button.setAccessibleName(f"{name}: {button.text()}")
        self.group = QButtonGroup(self)
        self.group.addButton(self.theirs)
        self.group.addButton(self.mine)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(Label(name.capitalize(), TextRole.STRONG))
        column.addWidget(Label(_("Before"), TextRole.SMALL, muted=True))
        column.addWidget(_version(clash.base, clash, calendar))
        column.addWidget(self.theirs)
        column.addWidget(_version(clash.theirs, clash, calendar))
        column.addWidget(self.mine)
        column.addWidget(_version(clash.mine, clash, calendar))

    @property
    def is_chosen(self) -> bool:
        """Whether one of both was chosen."""
        return self.group.checkedButton() is not None

    @property
    def is_mine(self) -> bool:
        """Whether mine was chosen."""
        return self.mine.isChecked()


def _version(value: object, clash: Clash, calendar: CalendarView) -> QWidget:
    words = field_words(clash.field, value, calendar)
    label = Label(words or _("(empty)"), muted=not words, wraps=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setContentsMargins(Space.XL, 0, 0, 0)
    return label
