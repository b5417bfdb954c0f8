"""A post roughly as its network will show it, while it is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.commands.previews import Layout, Preview, preview_of
from app.domain.channel import Channel
from app.domain.medium import Medium
from app.wording import _
from ui.post.cropped_picture import CroppedPicture
from ui.post.preview_words import (
    account_handle,
    account_name,
    crop_words,
    direction_of,
    facts_of,
    folded_html,
    no_preview_words,
    spoken,
)
from ui.theme import Space, TextRole, Theme
from ui.widgets import icons
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.tooltips import tooltip_of

_ROUND = 8.0
_AVATAR = 32


@dataclass(frozen=True, slots=True)
class Written:
    """What of a post a feed shows."""

    text: str = ""
    title: str = ""
    link: str = ""
    media: Sequence[Medium] = ()


class PostPreview(QWidget):
    """Account, words up to the fold, cropped picture or link card, and how sure all that is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("post_preview")
        self._theme = theme
        self._channel: Channel | None = None
        self._written = Written()
        self._images: Mapping[str, QImage] = {}
        self._frame = _Frame(theme)
        self._avatar = QLabel()
        self._name = ElidedLabel(role=TextRole.STRONG)
        self._name.setObjectName("preview_account")
        self._handle = ElidedLabel(role=TextRole.SMALL, muted=True)
        self._title = Label(role=TextRole.STRONG, wraps=True)
        self._text = QLabel()
        self._text.setObjectName("preview_text")
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setWordWrap(True)
        self._picture = CroppedPicture(theme)
        self._picture.setObjectName("preview_picture")
        self._card = _Card(theme)
        self._crop = Label(role=TextRole.SMALL, muted=True, wraps=True)
        self._crop.setObjectName("preview_crop")
        self._facts = Label(role=TextRole.SMALL, muted=True, wraps=True)
        self._facts.setObjectName("preview_facts")
        self._column = QVBoxLayout(self._frame)
        self._column.setContentsMargins(1, Space.S, 1, Space.S)
        self._column.setSpacing(Space.S)
        self._head = self._account_row()
        self._words = _indented(self._title, self._text)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.XS)
        whole.addWidget(self._frame)
        whole.addWidget(self._crop)
        whole.addWidget(self._facts)
        self._layout: Layout | None = None
        self._arrange(Layout.TEXT_FIRST)

    @property
    def preview(self) -> Preview | None:
        """What is known of how the network shows it; nothing for networks without a feed."""
        if self._channel is None:
            return None
        written = self._written
        return preview_of(self._channel.network, written.text, written.link, written.title)

    def show_written(self, channel: Channel | None, written: Written) -> None:
        """Show what is written for a channel."""
        self._channel = channel
        self._written = written
        self._tell()

    def set_images(self, images: Mapping[str, QImage]) -> None:
        """Show these pictures, by digest."""
        self._images = images
        self._tell()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for part in (self._frame, self._picture, self._card):
            part.set_theme(theme)
        self._tell()

    def _tell(self) -> None:
        preview, channel = self.preview, self._channel
        self._frame.setVisible(preview is not None)
        self._facts.setVisible(channel is not None)
        if preview is None or channel is None:
            self._crop.hide()
            self._facts.setToolTip("")
            self._facts.setText(no_preview_words(channel.network) if channel else "")
            return
        self._arrange(preview.layout)
        self._tell_account(channel)
        self._tell_words(preview, channel)
        self._tell_picture(preview)
        self._facts.setText(facts_of(preview))
        self._facts.setToolTip(preview.source_url)

    def _tell_account(self, channel: Channel) -> None:
        ratio = self.devicePixelRatioF()
        sign = icons.network_pixmap(channel.network, self._theme.text, _AVATAR - 8, ratio)
        self._avatar.setPixmap(sign)
        for label, words in (
            (self._name, account_name(channel)),
            (self._handle, account_handle(channel)),
        ):
            label.setText(words)
            label.setToolTip(tooltip_of(words))
            label.setVisible(bool(words))

    def _tell_words(self, preview: Preview, channel: Channel) -> None:
        is_first = preview.layout is Layout.PICTURE_FIRST
        name = account_name(channel) if is_first else ""
        self._text.setText(folded_html(preview, self._theme.muted.name(), name))
        self._text.setLayoutDirection(direction_of(preview.seen))
        self._text.setAccessibleName(spoken(preview))
        is_over = preview.layout is Layout.FULL_SCREEN
        self._text.setVisible(bool(preview.seen) and not is_over)
        self._words.setVisible(not is_over)
        self._title.setText(preview.title)
        self._title.setLayoutDirection(direction_of(preview.title))
        self._title.setVisible(bool(preview.title))
        words = (account_name(channel), spoken(preview)) if is_over else ("", "")
        self._picture.set_over(*words)
        self._picture.setAccessibleName(" ".join(words).strip() or _("Picture"))

    def _tell_picture(self, preview: Preview) -> None:
        media = self._written.media
        image = self._images.get(media[0].digest, QImage()) if media else QImage()
        size = image.size()
        shape = preview.tallest if preview.layout is Layout.FULL_SCREEN else preview.widest
        if not size.isEmpty():
            shape = preview.shape(size.width(), size.height())
        badge = f"1/{len(media)}" if len(media) > 1 else ""
        needs_one = preview.layout not in (Layout.TEXT_FIRST, Layout.NOTICE)
        self._picture.show_picture(image, shape, badge=badge)
        self._picture.setVisible(bool(media) or needs_one)
        self._card.show_card(preview, "" if media else preview.site)
        crop = crop_words(preview, size) if media else ""
        self._crop.setText(crop)
        self._crop.setVisible(bool(crop))

    def _arrange(self, layout: Layout) -> None:
        """Put the parts in the order of the network's feed."""
        if layout is self._layout:
            return
        self._layout = layout
        account, words = self._head, self._words
        orders: Mapping[Layout, tuple[QWidget, ...]] = {
            Layout.TEXT_FIRST: (account, words, self._picture, self._card),
            Layout.NOTICE: (account, words, self._picture, self._card),
            Layout.PIN: (self._picture, words, account, self._card),
            Layout.PICTURE_FIRST: (account, self._picture, words, self._card),
            Layout.FULL_SCREEN: (self._picture, words, account, self._card),
            Layout.VIDEO: (self._picture, words, account, self._card),
        }
        for part in orders[layout]:  # a widget whose item is only taken keeps its old height
            self._column.removeWidget(part)
            self._column.addWidget(part)
        account.setVisible(layout not in (Layout.FULL_SCREEN, Layout.PIN))

    def _account_row(self) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(Space.M, 0, Space.M, 0)
        across.setSpacing(Space.S)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._handle)
        across.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(names, 1)
        return row


class _Frame(QWidget):
    """The sheet on which a post lies in the feed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.border)
        painter.setBrush(self._theme.surface)
        sheet = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(sheet, _ROUND, _ROUND)


class _Card(QWidget):
    """What a network makes of a link; its picture and title come from the site, unseen here."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("preview_card")
        self._picture = CroppedPicture(theme)
        self._site = ElidedLabel(role=TextRole.SMALL_STRONG)
        remark = Label(
            _("Picture and title come from the site itself."),
            TextRole.SMALL,
            muted=True,
            wraps=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self._picture)
        column.addWidget(_indented(self._site, remark))

    def show_card(self, preview: Preview, site: str) -> None:
        """Show the card of a site; without one, nothing."""
        self.setVisible(bool(site))
        if site:
            self._site.setText(site)
            self._site.setToolTip(tooltip_of(site))
            self._picture.show_picture(None, preview.card)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._picture.set_theme(theme)


def _indented(*widgets: QWidget) -> QWidget:
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(Space.M, 0, Space.M, 0)
    column.setSpacing(Space.XS)
    for widget in widgets:
        column.addWidget(widget)
    return inner
