"""A text as it is written, with its length as the network counts it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QTextOption
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from app.commands.counting import CAPTION, TEXT, Count, count_text
from app.domain.flag import Severity
from app.wording import _
from ui.theme import TextRole, Theme
from ui.widgets.labels import Label

LINES_AT_LEAST = 5
LINES_AT_MOST = 16


class PlainText(QTextEdit):
    """Several lines; grows with what is written and keeps no-break spaces as they are."""

    def __init__(self, name: str, label: str, *, lines: int = LINES_AT_LEAST) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self._least = lines
        self._given = ""
        self._shown = ""
        option = QTextOption(self.document().defaultTextOption())
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    @property
    def value(self) -> str:
        """The text; exactly what was given while nobody has typed."""
        written = self._written()
        return self._given if written == self._shown else written

    def give(self, value: str) -> None:
        """Show a text; the cursor stays where it is when nothing changes."""
        self._given = value
        if self._written() != value:
            self.setPlainText(value)
        self._shown = self._written()

    def _written(self) -> str:
        # toPlainText would turn each no-break space into a plain one
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        margins = 2 * int(self.document().documentMargin())
        wanted = int(self.document().size().height()) + 1
        least, most = self._least * line + margins, LINES_AT_MOST * line + margins
        self.setFixedHeight(min(max(wanted, least), most) + 2 * self.frameWidth())


class CountLabel(Label):
    """How long a text is in a field of a network; what is too long is said in words."""

    def __init__(self, theme: Theme, field: str = TEXT) -> None:
        super().__init__(role=TextRole.SMALL, muted=True, wraps=True)
        self._theme = theme
        self._field = field
        self._count: Count | None = None

    def tell(self, text: str, network: str, field: str = "") -> None:
        """Count a text as a network does; `field` where it is not the usual one."""
        self._count = count_text(text, network, field or self._field)
        self.setText(count_words(self._count))
        self.set_theme(self._theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        palette = QPalette(theme.palette())
        if self._count and self._count.over:
            stop = theme.severity(Severity.STOP)
            palette.setColor(QPalette.ColorRole.PlaceholderText, stop.stripe)
        self.setPalette(palette)


class CountedText(QWidget):
    """A text field with a live count."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._network = ""
        self._field = TEXT
        self.editor = PlainText("post_text", _("Text of the post"))
        self.editor.textChanged.connect(self._on_edited)
        self._count = CountLabel(theme)
        self._count.setObjectName("text_count")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.editor)
        column.addWidget(self._count)
        self.setFocusProxy(self.editor)

    @property
    def value(self) -> str:
        """The text."""
        return self.editor.value

    def give(self, value: str) -> None:
        """Show a text."""
        self.editor.give(value)
        self._tell()

    def count_for(self, network: str, *, with_pictures: bool = False) -> None:
        """Count as this network does, which may take less beside a picture."""
        self._network = network
        self._field = CAPTION if with_pictures else TEXT
        self._tell()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._count.set_theme(theme)

    def _on_edited(self) -> None:
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        self._count.tell(self.editor.value, self._network, self._field)


def count_words(count: Count) -> str:
    """Return how long a text is, and by how much it is too long."""
    if count.limit is None:
        return _("{used} {unit}").format(used=f"{count.used:,}", unit=count.unit)
    words = _("{used} of {limit} {unit}").format(
        used=f"{count.used:,}", limit=f"{count.limit:,}", unit=count.unit
    )
    if not count.over:
        return words
    return _("{count} too long: {words}").format(count=f"{count.over:,}", words=words)
