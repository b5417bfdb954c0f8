"""One post whole: what goes out on the leading side, what to know about it on the other."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QImage, QMoveEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStyle, QVBoxLayout, QWidget

from app.commands.counting import count_text
from app.commands.dates import language_name
from app.commands.views import CalendarView, HistoryEntry, PostView
from app.wording import _, ngettext
from ui.review.answers import Answers
from ui.review.context import context_sections
from ui.review.following import FollowingHalf
from ui.review.halves import Halves
from ui.review.outgoing_text import OutgoingText, TextSight
from ui.review.picture_view import PictureView
from ui.review.reading import Sight, WidgetSight
from ui.review.reading_memory import FLAG
from ui.review.twin_block import TwinBlock
from ui.talk.ending_line import EndingLine
from ui.theme import Space, TextRole, Theme, font
from ui.widgets.labels import Label
from ui.widgets.section import Section

TEXT = "text:"
MEDIUM = "medium:"


class ReviewPage(QWidget):
    """All that a reviewer must have seen of a post, and all that helps to judge it."""

    answers_changed = Signal()
    sights_changed = Signal()
    """There is more to be seen than before, or less."""
    open_wanted = Signal(int)
    """The number of a picture that can only be seen outside."""
    part_wanted = Signal(QWidget)
    """Something on the page that is to be brought into view."""
    sibling_wanted = Signal(str)
    hashtags_seen = Signal()

    def __init__(
        self,
        view: PostView,
        history: Sequence[HistoryEntry],
        calendar: CalendarView,
        theme: Theme,
        *,
        why_shut: str = "",
        why_no_look: str = "",
        is_foreign: bool = False,
        talk: QWidget | None = None,
        twins: Sequence[TwinBlock] = (),
    ) -> None:
        """`is_foreign`: the reviewer does not read its language; the gloss stands below the text.

        `talk` outlives the page: it stands between the flags and the rest.

        `twins` stand below the words that they share.
        """
        super().__init__()
        self.setObjectName("review_page")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._is_foreign = is_foreign
        self._texts: dict[str, OutgoingText] = {}
        self.pictures: tuple[PictureView, ...] = tuple(
            PictureView(picture, number, len(view.pictures), theme)
            for number, picture in enumerate(view.pictures)
        )
        self.answers = Answers(
            view.flags,
            theme,
            remembrance=view.remembrance,
            why_shut=why_shut,
            why_no_look=why_no_look,
        )
        self.answers.hashtags_seen.connect(self.hashtags_seen)
        self.answers.changed.connect(self.answers_changed)
        self.answers.other_wanted.connect(self.sibling_wanted)
        self.answers.remembrance_changed.connect(self.sights_changed)
        self._twins = tuple(twins)
        self._words = self._read(view, theme)
        halves = Halves(self._words, self._beside(view, history, calendar, theme, talk))
        centred = QHBoxLayout(self)
        centred.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        centred.addWidget(halves, 1, Qt.AlignmentFlag.AlignTop)
        self._following = FollowingHalf(self._words, halves, self)
        halves.turned.connect(self._following.set_following)
        for number, shown in enumerate(self.pictures):
            shown.open_wanted.connect(partial(self.open_wanted.emit, number))

    def sights(self) -> Iterator[Sight]:
        """Yield all that must have been on screen before the box opens."""
        for name, text in self._texts.items():
            yield TextSight(f"{TEXT}{name}", text)
        for number, picture in enumerate(self.pictures):
            yield WidgetSight(f"{MEDIUM}{number}", picture, partial(getattr, picture, "is_there"))
        for row in self.answers.rows:
            yield WidgetSight(f"{FLAG}{row.flag.key}", row)
        for twin in self._twins:
            yield from twin.sights()

    def set_images(self, view: PostView, images: Mapping[str, QImage]) -> None:
        """Show the decoded pictures."""
        for shown, picture in zip(self.pictures, view.pictures, strict=True):
            if picture.digest:
                shown.set_image(images.get(picture.digest, QImage()))

    def place_of(self, widget: QWidget, part: QRect) -> QRect:
        """Return where a part lies on the page, from the leading edge, before a half has followed.

        Left is where people begin to read, as for the bar that scrolls sideways.
        """
        followed = self._following.offset if self._words.isAncestorOf(widget) else 0
        place = QRect(widget.mapTo(self, part.topLeft()) - QPoint(0, followed), part.size())
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._following.follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._following.follow()

    def _read(self, view: PostView, theme: Theme) -> QWidget:
        """Return the words and pictures, with the twins that share them below."""
        sheet = self._outgoing(view, theme)
        if not self._twins:
            return sheet
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(sheet)
        count = len(self._twins)
        words = ngettext(
            "{count} sibling says exactly the same: read once, and decided by its own box.",
            "{count} siblings say exactly the same: read once, and decided one by one.",
            count,
        ).format(count=count)
        column.addWidget(Label(words, TextRole.STRONG, wraps=True))
        for twin in self._twins:
            column.addWidget(twin)
        column.addStretch(1)
        return half

    def _outgoing(self, view: PostView, theme: Theme) -> QWidget:
        content = view.post.content
        sheet = _Sheet(theme)
        sheet.add(Label(_length(view), TextRole.SMALL, muted=True, wraps=True))
        for name, title, text in (
            ("title", _("Title"), content.title),
            ("text", "", content.text),
            ("link", _("Link"), content.link),
            ("tags", _("Tags"), ", ".join(content.tags)),
            ("first_comment", _("First comment"), content.first_comment),
        ):
            if text:
                sheet.add(self._text(name, title, text))
            if name == "text" and self._is_foreign:
                sheet.add(_gloss(view))
        if not content.text:
            sheet.add(Label(_("This post has no text."), muted=True))
        for picture in self.pictures:
            sheet.add(picture)
        return sheet

    def _show_difference(self) -> None:
        part = self.findChild(QWidget, "section_diff")
        if part is not None:
            self.part_wanted.emit(part)

    def _text(self, name: str, title: str, text: str) -> QWidget:
        shown = OutgoingText(text)
        shown.setObjectName(f"outgoing_{name}")
        shown.setAccessibleName(title or _("Text of the post"))
        role = TextRole.HEADING if name == "title" else TextRole.BODY
        base = font(shown.font(), role)
        if name == "text":
            base.setPointSizeF(base.pointSizeF() * 1.15)
        shown.setFont(base)
        self._texts[name] = shown
        if not title:
            return shown
        section = Section(title, f"section_{name}")
        section.add(shown)
        return section

    def _beside(
        self,
        view: PostView,
        history: Sequence[HistoryEntry],
        calendar: CalendarView,
        theme: Theme,
        talk: QWidget | None,
    ) -> QWidget:
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        ended = EndingLine(theme)
        column.addWidget(ended)
        ended.show_post(view)
        ended.difference_wanted.connect(self._show_difference)
        flags = Section(_("Flags"), "section_flags")
        flags.add(self.answers)
        column.addWidget(flags)
        if talk is not None:
            column.addWidget(talk)
        for section in context_sections(
            view,
            history,
            calendar,
            theme,
            self.sibling_wanted.emit,
            with_gloss=not self._is_foreign,
            shown={twin.view.post.id for twin in self._twins},
        ):
            column.addWidget(section)
        column.addStretch(1)
        return half


def _gloss(view: PostView) -> Section:
    """Return what the text says, for whoever does not read it; or that nobody has said so."""
    gloss = Section(_("Gloss: what it says"), "section_gloss")
    if view.post.gloss:
        gloss.add(Label(view.post.gloss, wraps=True))
    else:
        missing = _("There is no gloss: ask the planner for one, or somebody who reads {language}.")
        language = language_name(view.post.content.language)
        gloss.add(Label(missing.format(language=language), muted=True, wraps=True))
    return gloss


class _Sheet(QFrame):
    """A sheet of paper on the page."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        self._column.setSpacing(Space.M)

    def add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.border)
        painter.setBrush(self._theme.surface)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 8, 8)


def _length(view: PostView) -> str:
    count = count_text(view.post.content.text, view.card.channel.network)
    language = language_name(view.post.content.language)
    if count.limit is None:
        return _("{language} · {used} {unit}").format(
            language=language, used=f"{count.used:,}", unit=count.unit
        )
    return _("{language} · {used} of {limit} {unit}").format(
        language=language, used=f"{count.used:,}", limit=f"{count.limit:,}", unit=count.unit
    )
