"""All that can be done from menus and keys, each once, with its words, icon and keys."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from app.wording import _
from ui.calendar.period import WEEKS
from ui.cards.card_layout import Density
from ui.find_actions import FindActions
from ui.look_actions import LookActions
from ui.plan.plan_view import Side, ViewKind
from ui.theme import Theme, ThemeChoice
from ui.widgets import icons
from ui.widgets.key_words import plain, with_key

_MIRRORED = {"previous": "next", "next": "previous"}

PLAIN = "plain"
"""Property that holds what an action is called whatever its text says at the moment."""

Keys = Sequence[str | QKeySequence.StandardKey]
NO_KEYS: Mapping[str, str] = {}


class Actions(QObject):
    """The actions of the main window; whoever makes it connects them."""

    def __init__(self, parent: QObject, kinds: Collection[ViewKind] = tuple(ViewKind)) -> None:
        """Take which views of the plan there are."""
        super().__init__(parent)
        standard = QKeySequence.StandardKey
        self._icons: dict[QAction, str] = {}
        self._make_of_files()

        self.undo = self._make("undo", _("&Undo"), [standard.Undo], icon="undo")
        self.redo = self._make("redo", _("&Redo"), ["Ctrl+Shift+Z", "Ctrl+Y"], icon="redo")
        self.new_post = self._make("new_post", _("&New post"), ["Ctrl+N"], icon="add")
        self.open_post = self._make("open_post", _("Open &details"), ["F2"], icon="panel")
        self.move_to = self._make("move_to", _("&Move to…"), ["M"], icon="move")
        self.shift_following = self._make(
            "shift_following", _("&Shift all following…"), ["Shift+M"], icon="shift"
        )
        self.duplicate = self._make("duplicate", _("&Duplicate"), ["Ctrl+D"], icon="copy")
        self.cut = self._make("cut", _("C&ut"), [standard.Cut], icon="cut")
        self.copy = self._make("copy", _("Cop&y"), [standard.Copy], icon="copy")
        self.paste = self._make("paste", _("&Paste"), [standard.Paste], icon="paste")
        self.mark_ready = self._make(
            "mark_ready", _("Mark as &ready for review"), ["R"], icon="check"
        )
        self.back_to_draft = self._make("back_to_draft", _("Back to dra&ft"), icon="edit")
        self.put_in_tray = self._make("put_in_tray", _("Put in the &tray"), icon="tray")
        self.cancel_post = self._make(
            "cancel_post", _("&Cancel the post"), [standard.Delete], icon="delete"
        )
        self.day_earlier = self._make("day_earlier", _("A day earlier"), ["Alt+Left"])
        self.day_later = self._make("day_later", _("A day later"), ["Alt+Right"])
        self.market_above = self._make("market_above", _("To the market above"), ["Alt+Up"])
        self.market_below = self._make("market_below", _("To the market below"), ["Alt+Down"])

        self.today = self._make("today", _("&Today"), ["T"], icon="today")
        self.previous = self._make("previous", _("&Earlier"), ["PgUp", "K", "P"], icon="previous")
        self.next = self._make("next", _("&Later"), ["PgDown", "J", "N"], icon="next")
        self.week_earlier = self._make("week_earlier", _("One week earlier"), ["Shift+PgUp"])
        self.week_later = self._make("week_later", _("One week later"), ["Shift+PgDown"])
        self.finding = FindActions(self._make)
        self.next_flagged = self._make("next_flagged", _("Next &flagged post"), ["F8"])
        self.previous_flagged = self._make(
            "previous_flagged", _("Pre&vious flagged post"), ["Shift+F8"]
        )
        self.show_tray = self._make("show_tray", _("Show the t&ray"), icon="tray", checkable=True)
        self.show_panel = self._make(
            "show_panel", _("Show the &details beside the calendar"), icon="panel", checkable=True
        )
        self._make_looks(kinds)

        self.review = self._make("review", _("&Review"), ["Ctrl+R"], icon="review")
        self.calendar = self._make("calendar", _("&Calendar"), icon="calendar")
        self.days = self._make("days", _("Da&ys…"), ["Ctrl+Shift+D"], icon="today")
        self.hold = self._make("hold", _("&Hold…"), ["Ctrl+H"], icon="hold")
        self.hold_here = self._make(
            "hold_here", _("H&old it, its channel or market…"), ["H"], icon="hold"
        )
        self.recall = self._make("recall", _("Recall l&ist…"), ["Ctrl+Shift+R"])
        self.caught = self._make("caught", _("What the hold &stops…"), ["Ctrl+Shift+H"])
        self._make_those_of_history()
        self._make_those_of_settings()
        self.show_steps("", "")
        self.show_holds(any_stands=False)
        self.shortcuts = self._make("shortcuts", _("&Keyboard"), ["Ctrl+?", "F1"], icon="key")

    @property
    def on_posts(self) -> tuple[QAction, ...]:
        """What can be done to the selected posts, as their menu lists it."""
        return (
            self.open_post,
            self.move_to,
            self.shift_following,
            self.duplicate,
            self.cut,
            self.copy,
            self.mark_ready,
            self.back_to_draft,
            self.put_in_tray,
            self.cancel_post,
        )

    @property
    def only_in_the_calendar(self) -> tuple[QAction, ...]:
        """Those whose keys count only while the calendar has the focus."""
        return (
            *self.on_posts,
            self.paste,
            self.day_earlier,
            self.day_later,
            self.market_above,
            self.market_below,
            self.today,
            self.previous,
            self.next,
            self.week_earlier,
            self.week_later,
            self.next_flagged,
            self.previous_flagged,
            self.looks.second_time,
            self.hold_here,
            self.post_history,
        )

    @property
    def need_a_post(self) -> tuple[QAction, ...]:
        """Those that are done to the selected posts, and do nothing without any."""
        steps = (self.day_earlier, self.day_later, self.market_above, self.market_below)
        return (*self.on_posts, *steps, self.post_history)

    @property
    def all(self) -> tuple[QAction, ...]:
        """Every action, in the order in which they were made."""
        return tuple(action for action in self.findChildren(QAction) if action.text())

    def fill(self, bar: QMenuBar) -> None:
        """Put the actions into the menus of a window."""
        file = bar.addMenu(_("&File"))
        file.addActions([self.new_calendar, self.open_calendar, self.open_sample])
        _part(file, [self.import_sheet, self.export, self.paper])
        _part(file, [self.quit])
        post = bar.addMenu(_("&Post"))
        post.addActions([self.undo, self.redo])
        _part(post, [self.new_post, self.paste, *self.on_posts])
        _part(post, [self.day_earlier, self.day_later, self.market_above, self.market_below])
        _part(post, [self.post_history, self.cancelled])
        view = bar.addMenu(_("&View"))
        view.addActions(self.views.actions())
        _part(view, [self.today, self.previous, self.next])
        view.addActions([self.week_earlier, self.week_later])
        _part(view, [*self.finding.all, self.next_flagged, self.previous_flagged])
        _part(view, [self.show_tray, self.show_panel])
        _part(view, [self.days, self.recall, self.history])
        view.addSeparator()
        self.looks.fill(view)
        for title, group in (
            (_("&Weeks"), self.weeks),
            (_("&Density"), self.density),
            (_("&Colours"), self.theme),
        ):
            view.addMenu(title).addActions(group.actions())
        review = bar.addMenu(_("&Review"))
        review.addActions([self.review, self.calendar])
        _part(review, [self.hold, self.hold_here, self.caught])
        settings = bar.addMenu(_("&Settings"))
        settings.addActions([self.who_am_i, self.settings])
        _part(settings, [self.markets, self.people, self.duty, self.terms, self.policy])
        _part(settings, [self.backups])
        bar.addMenu(_("&Help")).addAction(self.shortcuts)

    def limit_to(self, calendar: QWidget) -> None:
        """Let the keys of the calendar's own actions count only inside it."""
        for action in self.only_in_the_calendar:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            calendar.addAction(action)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the colours of a theme; from right to left, earlier lies right."""
        is_mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for action, name in self._icons.items():
            shown = _MIRRORED.get(name, name) if is_mirrored else name
            picture: QIcon = icons.icon(shown, theme.text)
            action.setIcon(picture)

    def show_steps(self, undo: str, redo: str) -> None:
        """Say what Undo and Redo would do; empty words close them."""
        for action, step, word in (
            (self.undo, undo, _("&Undo")),
            (self.redo, redo, _("&Redo")),
        ):
            action.setEnabled(bool(step))
            action.setText(f"{word}: {step}" if step else word)
            action.setToolTip(
                with_key(action.text(), action)
                if step
                else _("There is nothing to take back or do again")
            )

    def show_holds(self, *, any_stands: bool) -> None:
        """Open the list of what is stopped, or say why there is none."""
        self.caught.setEnabled(any_stands)
        plain_words = with_key(self.caught.text(), self.caught)
        self.caught.setToolTip(plain_words if any_stands else _("No hold stands"))

    def show_nudges(self, words: Mapping[Side, str]) -> None:
        """Say what Alt with an arrow does in the view that is shown, or that it does nothing."""
        for side, action in (
            (Side.LEFT, self.day_earlier),
            (Side.RIGHT, self.day_later),
            (Side.UP, self.market_above),
            (Side.DOWN, self.market_below),
        ):
            said = words[side]
            action.setEnabled(bool(said))
            if said:
                action.setText(said)
                action.setProperty(PLAIN, said)
            tip = with_key(said, action) if said else _("This view has nothing on that side")
            action.setToolTip(tip)

    def show_recall(self, count: int) -> None:
        """Say how many posts must be taken out at the schedulers."""
        words = (
            _("Recall l&ist ({count})…").format(count=f"{count:,}") if count else _("Recall l&ist…")
        )
        self.recall.setText(words)

    def show_queue(self, count: int) -> None:
        """Say how many posts wait for the person who sits here."""
        words = _("&Review ({count})").format(count=f"{count:,}") if count else _("&Review")
        self.review.setText(words)

    def _make_those_of_history(self) -> None:
        self.history = self._make("history", _("H&istory…"), ["Ctrl+Shift+Y"], icon="history")
        self.post_history = self._make(
            "post_history", _("His&tory of the post…"), ["Y"], icon="history"
        )
        self.cancelled = self._make("cancelled", _("Cancelled pos&ts…"), icon="undo")

    def _make_those_of_settings(self) -> None:
        self.people = self._make("people", _("&People…"), icon="people")
        self.markets = self._make("markets", _("&Markets and channels…"), icon="globe")
        self.duty = self._make("duty", _("Who is on &duty…"), icon="people")
        self.terms = self._make("terms", _("&Terms and names…"), icon="edit")
        self.policy = self._make("policy", _("P&olicy…"), icon="settings")
        self.backups = self._make("backups", _("&File and backups…"), icon="folder")
        self.settings = self._make("settings", _("&Settings…"), ["Ctrl+,"], icon="settings")
        self.who_am_i = self._make("who_am_i", _("&Who am I…"), icon="person")

    def _make(
        self,
        name: str,
        text: str,
        keys: Keys = (),
        *,
        icon: str = "",
        checkable: bool = False,
    ) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        action.setProperty(PLAIN, plain(text))
        action.setShortcuts([QKeySequence(one) for one in keys])
        action.setCheckable(checkable)
        if icon:
            self._icons[action] = icon
        action.setToolTip(with_key(text, action))
        return action

    def _make_of_files(self) -> None:
        """Make what concerns whole calendars, sheets and papers."""
        standard = QKeySequence.StandardKey
        self.new_calendar = self._make("new_calendar", _("&New calendar…"), icon="calendar")
        self.open_calendar = self._make(
            "open_calendar", _("&Open…"), [standard.Open], icon="folder"
        )
        self.open_sample = self._make("open_sample", _("Open the &sample calendar"))
        self.import_sheet = self._make(
            "import_sheet", _("&Import a sheet…"), ["Ctrl+I"], icon="import"
        )
        self.export = self._make("export", _("&Export…"), ["Ctrl+E"], icon="export")
        self.paper = self._make("paper", _("&Print or PDF…"), [standard.Print], icon="file")
        self.quit = self._make("quit", _("&Quit"), ["Ctrl+Q"])
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)

    def _make_looks(self, kinds: Collection[ViewKind]) -> None:
        """Make what chooses how the calendar looks."""
        self.weeks = self._choices("weeks", {str(number): _weeks_words(number) for number in WEEKS})
        self.views = self._choices(
            "views",
            {kind: words for kind, words in _view_words().items() if kind in kinds},
            {kind: f"Ctrl+{number}" for number, kind in enumerate(ViewKind, start=1)},
        )
        self.density = self._choices(
            "density",
            {
                Density.COMPACT: _("&Compact"),
                Density.NORMAL: _("&Normal"),
                Density.ROOMY: _("&Roomy"),
            },
        )
        self.looks = LookActions(self._make)
        self.theme = self._choices(
            "theme",
            {
                ThemeChoice.SYSTEM: _("Like the &system"),
                ThemeChoice.LIGHT: _("&Light"),
                ThemeChoice.DARK: _("&Dark"),
            },
        )

    def _choices(
        self, name: str, words: Mapping[str, str], keys: Mapping[str, str] = NO_KEYS
    ) -> QActionGroup:
        group = QActionGroup(self)
        group.setObjectName(name)
        for value, text in words.items():
            action = QAction(text, group)
            action.setObjectName(f"{name}_{value}")
            action.setCheckable(True)
            action.setData(str(value))
            if value in keys:
                action.setShortcut(QKeySequence(keys[value]))
                action.setToolTip(with_key(text, action))
        return group


def choose(group: QActionGroup, value: str) -> None:
    """Mark one choice of a group as the present one."""
    for action in group.actions():
        action.setChecked(action.data() == str(value))


def _view_words() -> dict[ViewKind, str]:
    return {
        ViewKind.GRID: _("&Markets by days"),
        ViewKind.MONTH: _("M&onth of a market"),
        ViewKind.DAY: _("Day by &hours"),
        ViewKind.LIST: _("L&ist of posts"),
        ViewKind.LEAVING: _("&Going out in 48 hours"),
    }


def _weeks_words(number: int) -> str:
    return {1: _("&1 week"), 2: _("&2 weeks"), 4: _("&4 weeks")}[number]


def _part(menu: QMenu, actions: Iterable[QAction]) -> None:
    menu.addSeparator()
    menu.addActions(list(actions))
