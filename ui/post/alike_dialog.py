"""Which siblings change with a post, and whose approvals that ends: asked before it is done."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.commands.alike import Alike
from app.commands.views import CalendarView
from app.domain.post import PostId
from app.wording import _, ngettext
from ui.post.sibling_words import change_words, where_words
from ui.theme import Space, TextRole
from ui.widgets.fitting import roomy
from ui.widgets.house_style import make_primary
from ui.widgets.labels import Label


class AlikeDialog(QDialog):
    """A box per sibling with what will change in it; `others` are those that stay ticked."""

    def __init__(
        self,
        name: str,
        alike: Sequence[Alike],
        calendar: CalendarView,
        own: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Take the post's name, its siblings, and what the change does to its own approval."""
        super().__init__(parent)
        self.setObjectName("alike_dialog")
        self.setWindowTitle(_("Change siblings too"))
        self._name = name
        self._boxes = {one: _box(one) for one in alike}
        self._save = make_primary(QPushButton())
        self._save.setObjectName("save_alike")
        self._save.clicked.connect(self.accept)
        back = QPushButton(_("Cancel"))
        back.setObjectName("cancel_alike")
        back.setAutoDefault(False)
        back.clicked.connect(self.reject)
        rows = QWidget()
        listed = QVBoxLayout(rows)
        listed.setContentsMargins(0, 0, Space.S, 0)
        listed.setSpacing(Space.M)
        for one, box in self._boxes.items():
            box.toggled.connect(self._show_state)
            words = Label(change_words(one, calendar), TextRole.SMALL, muted=True, wraps=True)
            words.setContentsMargins(Space.XL, 0, 0, 0)
            pair = QVBoxLayout()
            pair.setSpacing(2)
            pair.addWidget(box)
            pair.addWidget(words)
            listed.addLayout(pair)
        listed.addStretch(1)
        area = QScrollArea()
        area.setAccessibleName(_("Posts that say the same"))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(rows)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(back)
        buttons.addWidget(self._save)
        head = _("These say the same as {name}. Each that stays ticked changes with it.")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Label(head.format(name=name), TextRole.STRONG, wraps=True))
        if own:
            about_own = _("{name}: {words}").format(name=name, words=own)
            column.addWidget(Label(about_own, muted=True, wraps=True))
        column.addWidget(area, 1)
        column.addWidget(
            Label(_("One Undo takes all of it back."), TextRole.SMALL, muted=True, wraps=True)
        )
        column.addLayout(buttons)
        self.resize(roomy(self, 65, 24))
        self._show_state()

    @property
    def others(self) -> Mapping[PostId, int]:
        """The siblings that are to change, each with the version that was shown."""
        ticked = (one.card for one, box in self._boxes.items() if box.isChecked())
        return {card.id: card.revision for card in ticked}

    def _show_state(self) -> None:
        count = len(self.others)
        words = ngettext(
            "Change {name} and {count} sibling", "Change {name} and {count} siblings", count
        )
        self._save.setText(words.format(name=self._name, count=count))
        self._save.setEnabled(count > 0)
        self._save.setToolTip("" if count else _("Tick a sibling, or go back and save this alone."))


def _box(alike: Alike) -> QCheckBox:
    where = where_words(alike.card, alike.market)
    box = QCheckBox(_("{name} · {where}").format(name=alike.card.name, where=where))
    box.setObjectName(f"alike_{alike.card.name}")
    box.setChecked(True)
    return box
