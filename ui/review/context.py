"""What helps to judge a post: gloss, changes, decisions, siblings, history."""

from collections.abc import Callable, Collection, Iterator, Sequence
from textwrap import shorten

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.commands.dates import moment
from app.commands.texts import stage_name, verdict_name
from app.commands.views import CalendarView, HistoryEntry, PostView, Sibling
from app.domain.decision import Decision
from app.domain.post import PostId
from app.wording import _
from ui.theme import Space, TextRole, Theme
from ui.widgets.diff_view import DiffView
from ui.widgets.differences import differences
from ui.widgets.history_list import HistoryList, here
from ui.widgets.labels import Label
from ui.widgets.section import Section

_FIRST_WORDS = 90


def context_sections(
    view: PostView,
    history: Sequence[HistoryEntry],
    calendar: CalendarView,
    theme: Theme,
    open_sibling: Callable[[str], None],
    *,
    with_gloss: bool = True,
    shown: Collection[PostId] = (),
) -> Iterator[Section]:
    """Yield a section for each thing that there is to know; `shown` siblings are there already."""
    if view.post.gloss and with_gloss:
        gloss = Section(_("Gloss: what it says"), "section_gloss")
        gloss.add(Label(view.post.gloss, wraps=True))
        yield gloss
    if view.approved_version is not None:
        changed = Section(_("Changed since the last approval"), "section_diff")
        found = differences(view.approved_version, view.post, calendar)
        changed.add(DiffView(found, theme))
        yield changed
    if view.decisions:
        said = Section(_("Said about it so far"), "section_decisions")
        for decision in reversed(view.decisions):
            said.add(_decision(decision, calendar))
        yield said
    others = [sibling for sibling in view.siblings if sibling.card.id not in shown]
    if others:
        siblings = Section(_("Siblings of the same idea"), "section_siblings")
        for sibling in others:
            siblings.add(_sibling(sibling, view, calendar, open_sibling))
        yield siblings
    if view.post.notes:
        notes = Section(_("Notes of the team"), "section_notes")
        notes.add(Label(view.post.notes, wraps=True))
        yield notes
    if history:
        events = Section(_("History"), "section_history")
        rows = HistoryList()
        rows.set_entries(history)
        events.add(rows)
        yield events


def _decision(decision: Decision, calendar: CalendarView) -> QWidget:
    row = _Lines()
    who = calendar.person_name(decision.reviewer)
    words = _("{verdict} · {who}, {when}").format(
        verdict=verdict_name(decision.verdict), who=who, when=here(decision.at)
    )
    row.add(Label(words, wraps=True))
    for text in (decision.note, *(seen.reason for seen in decision.seen)):
        if text:
            quoted = _("“{words}”").format(words=text)
            row.add(Label(quoted, TextRole.SMALL, muted=True, wraps=True))
    return row


def _sibling(
    sibling: Sibling,
    view: PostView,
    calendar: CalendarView,
    open_sibling: Callable[[str], None],
) -> QWidget:
    card = sibling.card
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, Space.XS)
    across.setSpacing(Space.S)
    words = _Lines()
    where = _("{name} · {market} · {channel}").format(
        name=card.name, market=calendar.market(card.market).name, channel=card.channel.name
    )
    words.add(Label(where, TextRole.SMALL_STRONG, wraps=True))
    words.add(Label(shorten(card.text, _FIRST_WORDS, placeholder=" …"), wraps=True))
    state = [stage_name(card.stage), moment(card.local) if card.local else _("no date")]
    if sibling.is_older and _was_changed(view):
        state.append(_("not updated since this one was changed"))
    words.add(Label(" · ".join(state), TextRole.SMALL, muted=True, wraps=True))
    button = QPushButton(_("Open"))
    button.setObjectName(f"open_{card.name}")
    button.setAccessibleName(_("Open {name}").format(name=card.name))
    button.clicked.connect(lambda: open_sibling(card.id))
    across.addWidget(words, 1)
    across.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return row


def _was_changed(view: PostView) -> bool:
    """Tell whether what goes out has changed since the post was written."""
    return len({version.fingerprint for version in view.versions}) > 1


class _Lines(QWidget):
    """Labels close below each other."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
