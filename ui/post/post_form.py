"""Every field of a post that a planner writes, from top to bottom."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.commands.counting import FIRST_COMMENT, TITLE, takes_titles
from app.commands.dates import language_name
from app.commands.texts import field_name
from app.commands.views import CalendarView
from app.domain.channel import Channel
from app.domain.post import Post
from app.wording import _
from ui.post.counted_text import CountedText, CountLabel, PlainText
from ui.post.inputs import Choice, Field, Line, WordsLine
from ui.post.pictures_input import PicturesInput
from ui.post.post_preview import PostPreview, Written
from ui.post.unfolded import is_unfolded, remember_unfolded
from ui.post.when_input import WhenInput
from ui.theme import Space, Theme
from ui.widgets import icons
from ui.widgets.folding_section import FoldingSection


class PostForm(QWidget):
    """Shows the fields of one post and says what stands in them; `edited` tells of a change."""

    edited = Signal()

    def __init__(self, calendar: CalendarView, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("post_form")
        self._calendar = calendar
        self._theme = theme
        self._channels: dict[str, Channel] = {}
        self._name = Line("post_name", _("Name"), _("What your team calls it; never published"))
        self._channel = Choice("post_channel", _("Channel"))
        self._language = Choice("post_language", _("Language"))
        self._when = WhenInput()
        self.text = CountedText(theme)
        self._title = Line("post_title", _("Title"))
        self._link = Line("post_link", _("Link"), "https://…")
        self._comment = PlainText("post_first_comment", _("First comment"), lines=2)
        self._tags = WordsLine("post_tags", _("Tags"), _("Parted by commas"))
        self._campaign = Line("post_campaign", _("Campaign"))
        self.pictures = PicturesInput(theme)
        self._gloss = PlainText("post_gloss", _("Gloss"), lines=2)
        self._gloss.setPlaceholderText(_("What it says, for those who do not read the language"))
        self._title_count = CountLabel(theme, TITLE)
        self._comment_count = CountLabel(theme, FIRST_COMMENT)
        self.preview = FoldingSection(_("Preview"), "section_preview", theme)
        self._preview = PostPreview(theme)
        self.preview.add(self._preview)
        self.more = FoldingSection(_("More that goes out"), "section_more", theme)
        self.team = FoldingSection(_("For the team, never published"), "section_team", theme)
        self._labels = WordsLine("post_labels", _("Labels"), _("Parted by commas"))
        self._notes = PlainText("post_notes", _("Notes"), lines=2)
        self._readers: Mapping[str, Callable[[], object]] = {
            "name": lambda: self._name.value,
            "channel": lambda: self._channel.value,
            "language": lambda: self._language.value,
            "local": lambda: self._when.value,
            "text": lambda: self.text.value,
            "title": lambda: self._title.value,
            "link": lambda: self._link.value,
            "first_comment": lambda: self._comment.value,
            "tags": lambda: self._tags.value,
            "campaign": lambda: self._campaign.value,
            "media": lambda: self.pictures.value,
            "gloss": lambda: self._gloss.value,
            "labels": lambda: self._labels.value,
            "notes": lambda: self._notes.value,
        }
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    def values(self) -> dict[str, object]:
        """Return what stands in each field, by the field's name."""
        return {name: read() for name, read in self._readers.items()}

    def show_post(self, post: Post) -> None:
        """Show a post; nothing of it counts as edited."""
        content = post.content
        self.blockSignals(True)
        self._offer(post)
        self._name.give(post.name)
        self._channel.give(content.channel)
        self._language.give(content.language)
        self._when.set_zone(content.zone)
        self._when.give(content.local)
        self.text.give(content.text)
        self._title.give(content.title)
        self._link.give(content.link)
        self._comment.give(content.first_comment)
        self._tags.give(content.tags)
        self._campaign.give(content.campaign)
        self.pictures.give(content.media)
        self._gloss.give(post.gloss)
        self._labels.give(post.labels)
        self._notes.give(post.notes)
        self._tell()
        self.blockSignals(False)

    def set_images(self, images: Mapping[str, QImage]) -> None:
        """Show these thumbnails, by digest."""
        self.pictures.set_images(images)
        self._preview.set_images(images)

    def set_calendar(self, calendar: CalendarView) -> None:
        """Offer the channels and languages of a calendar that has changed."""
        self._calendar = calendar

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for part in (
            self.text,
            self.pictures,
            self.preview,
            self._preview,
            self.more,
            self.team,
            self._title_count,
            self._comment_count,
        ):
            part.set_theme(theme)
        for row in range(self._channel.count()):
            self._channel.setItemIcon(row, self._network_icon(self._channel.itemData(row)))

    def put_after_text(self, section: QWidget) -> None:
        """Put something beside the text, where it is read while writing."""
        self._column.insertWidget(self._column.indexOf(self._text_field) + 1, section)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.M)
        self._text_field = Field(_("Text"), self.text)
        self._title_field = Field(_("Title"), self._title, self._title_count)
        for field in (
            _side_by_side(Field(_("Channel"), self._channel), Field(_("Language"), self._language)),
            Field(_("Goes out"), self._when),
            self._title_field,
            self._text_field,
            Field(_("Link"), self._link),
            Field(_("Pictures"), self.pictures),
            self.preview,
            self.more,
            self.team,
        ):
            self._column.addWidget(field)
        for field in (
            Field(_("First comment"), self._comment, self._comment_count),
            _side_by_side(Field(_("Tags"), self._tags), Field(_("Campaign"), self._campaign)),
        ):
            self.more.add(field)
        for field in (
            Field(_("Name"), self._name),
            Field(_("Gloss"), self._gloss),
            Field(_("Labels"), self._labels),
            Field(_("Notes"), self._notes),
        ):
            self.team.add(field)
        self.preview.unfolded.connect(self._tell_preview)
        for section in (self.preview, self.more, self.team):
            section.set_unfolded(is_unfolded(section.objectName()))
            section.unfolded.connect(partial(remember_unfolded, section.objectName()))

    def _connect(self) -> None:
        for line in (self._name, self._title, self._link, self._tags, self._campaign, self._labels):
            line.textChanged.connect(self.edited)
        for text in (self._comment, self._gloss, self._notes):
            text.textChanged.connect(self.edited)
        for signal in (
            self._channel.currentIndexChanged,
            self._title.textChanged,
            self._comment.textChanged,
            self._link.textChanged,
            self.pictures.edited,
            self.text.edited,
        ):
            signal.connect(self._tell)
        for line in (self._tags, self._campaign, self._name, self._labels):
            line.textChanged.connect(self._tell)
        for text in (self._gloss, self._notes):
            text.textChanged.connect(self._tell)
        for field in (self._channel, self._language):
            field.currentIndexChanged.connect(self.edited)
        for part in (self._when, self.text, self.pictures):
            part.edited.connect(self.edited)

    def _offer(self, post: Post) -> None:
        content = post.content
        found = {channel.id: channel for channel in self._calendar.channels_of(content.market)}
        self._channels = {str(key): channel for key, channel in found.items()}
        names = [(str(key), channel.name) for key, channel in found.items()]
        if content.channel not in found:
            retired = {str(one.id): one.name for one in self._calendar.channels}
            names.append((content.channel, retired.get(content.channel, content.channel)))
        self._channel.offer(names)
        for row, (key, _title) in enumerate(names):
            self._channel.setItemIcon(row, self._network_icon(key))
        self._language.offer([(tag, language_name(tag)) for tag in self._languages(post)])

    def _languages(self, post: Post) -> list[str]:
        own = self._calendar.market(post.content.market).languages
        others = sorted(tag for market in self._calendar.markets for tag in market.languages)
        return list(dict.fromkeys((*own, *others, post.content.language)))

    def _network_icon(self, channel_id: str) -> QIcon:
        channel = self._channels.get(channel_id)
        if channel is None:
            return QIcon()
        return QIcon(
            icons.network_pixmap(channel.network, self._theme.muted, 16, self.devicePixelRatioF())
        )

    @property
    def network(self) -> str:
        """The network of the channel that is chosen."""
        channel = self.channel
        return channel.network if channel else ""

    @property
    def channel(self) -> Channel | None:
        """The channel that is chosen."""
        return self._channels.get(self._channel.value)

    def _tell(self) -> None:
        """Count as the network does, and say what lies in the folded parts."""
        network = self.network
        self.text.count_for(network, with_pictures=bool(self.pictures.value))
        self._title_count.tell(self._title.value, network)
        self._comment_count.tell(self._comment.value, network)
        self._title_field.setVisible(takes_titles(network) or bool(self._title.value))
        self._comment_count.setVisible(bool(self._comment.value))
        self.preview.setVisible(bool(network))
        self._tell_preview()
        self.more.set_summary(self._filled("first_comment", "tags", "campaign"))
        self.team.set_summary(self._filled("name", "gloss", "labels", "notes"))

    def _tell_preview(self, _is_unfolded: bool = True) -> None:
        """Show what is written as the network will; while it is folded away nobody looks."""
        if self.preview.is_unfolded:
            self._preview.show_written(
                self.channel,
                Written(self.text.value, self._title.value, self._link.value, self.pictures.value),
            )

    def _filled(self, *names: str) -> str:
        return ", ".join(field_name(name) for name in names if self._readers[name]())


def _side_by_side(first: QWidget, second: QWidget) -> QWidget:
    pair = QWidget()
    grid = QGridLayout(pair)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(Space.S)
    grid.addWidget(first, 0, 0)
    grid.addWidget(second, 0, 1)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return pair
