"""The line at the bottom: what is in view, what is saved, and what is under way."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QWidget

from app.wording import _, ngettext
from ui.jobs import Job, Jobs
from ui.theme import Space, TextRole, Theme
from ui.widgets.labels import ElidedLabel, Label


class StatusLine(QWidget):
    """Counts at the start, work under way in the middle, the last save and the zone at the end."""

    def __init__(self, jobs: Jobs, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_line")
        self._theme = theme
        self._job: Job | None = None
        self._makes_room = False
        self._in_view = ""
        self._selected = ""
        self._tells_of_calendar = True
        self._are_own_first = False
        self._clock = ""
        self.counts = _may_be_cut(ElidedLabel(role=TextRole.SMALL))
        self.counts.setObjectName("counts_in_view")
        self.saved = Label(role=TextRole.SMALL, muted=True)
        self.saved.setObjectName("saved")
        self.zones = _may_be_cut(ElidedLabel(role=TextRole.SMALL, muted=True))
        self._work = _may_be_cut(ElidedLabel(role=TextRole.SMALL))
        self._work.setObjectName("work_under_way")
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedSize(QSize(120, 6))
        self._cancel = QPushButton(_("Cancel"))
        self._cancel.setObjectName("cancel_work")
        self._cancel.setFlat(True)
        self._cancel.clicked.connect(self._on_cancel)
        _keep_room(self._cancel)  # or the calendar would shrink and be painted anew with each work
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, 2, Space.M, 2)
        row.setSpacing(Space.M)
        row.addWidget(self.counts)
        row.addStretch(1)
        for widget in (self._work, self._progress, self._cancel, self.saved, self.zones):
            row.addWidget(widget)
        self.setMinimumHeight(self.fontMetrics().height() + Space.M)
        jobs.started.connect(self._on_started)
        jobs.progressed.connect(self._on_progressed)
        jobs.finished.connect(self._on_finished)
        self._show_work()
        self._say_zones()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def show_counts(self, posts: int, waiting: int, stops: int) -> None:
        """Say what is in view."""
        words = [
            ngettext("{count} post in view", "{count} posts in view", posts),
            ngettext("{count} waiting", "{count} waiting", waiting),
            ngettext("{count} stop", "{count} stops", stops),
        ]
        counts = (posts, waiting, stops)
        self._in_view = " · ".join(
            text.format(count=f"{n:,}") for text, n in zip(words, counts, strict=True)
        )
        self._say_counts()

    def show_selected(self, posts: int) -> None:
        """Say how many of them are selected, where that is more than the one below the cursor."""
        words = ngettext("{count} selected", "{count} selected", posts).format(count=f"{posts:,}")
        self._selected = words if posts > 1 else ""
        self._say_counts()

    def tell_of_calendar(self, tells: bool) -> None:
        """Tell what is in view, and by which clock, only where the calendar is in view."""
        self._tells_of_calendar = tells
        self.counts.setVisible(tells)
        self._say_zones()

    def make_room(self, makes_room: bool) -> None:
        """Show the line only while work is under way: something else needs its room."""
        self._makes_room = makes_room
        self._show_work()

    def show_clock(self, name: str) -> None:
        """Say whose times stand on the posts, and below them those of another clock."""
        self._clock = name
        self._say_zones()

    def put_own_times_first(self, are_first: bool) -> None:
        """Say whether the times in view are the reader's own, and those of the market second."""
        self._are_own_first = are_first
        self._say_zones()

    def show_saved(self, clock: str) -> None:
        """Say when the last change was saved."""
        self.saved.setText(_("Saved {time}").format(time=clock))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.raised)
        painter.fillRect(0, 0, self.width(), 1, self._theme.border)

    def _say_counts(self) -> None:
        self.counts.setText(" · ".join(filter(None, (self._in_view, self._selected))))
        self.counts.setToolTip(self.counts.text())
        self._keep_counts()

    def _keep_counts(self) -> None:
        """Cut what is in view only while work under way needs the room."""
        whole = self.counts.sizeHint().width()
        self.counts.setMinimumWidth(1 if self._job is not None else whole)

    def _say_zones(self) -> None:
        if self._are_own_first and self._tells_of_calendar:
            words = _("Times are your own; below them: those of each market")
        elif self._clock:
            words = _("Times are those of each market; below them: {clock}")
        else:
            words = _("Times are those of each market")
        self.zones.setText(words.format(clock=self._clock))
        self.zones.setToolTip(self.zones.text())

    def _on_started(self, job: Job) -> None:
        if job.title:
            self._job = job
            self._progress.setRange(0, 0)
            self._show_work()

    def _on_progressed(self, job: Job, done: int, total: int) -> None:
        if job is self._job:
            self._progress.setRange(0, total)
            self._progress.setValue(done)

    def _on_finished(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._show_work()

    def _show_work(self) -> None:
        self._say_work(self._job.title if self._job else "")
        self._keep_counts()
        for widget in (self._work, self._progress, self._cancel):
            widget.setVisible(self._job is not None)
        self.setHidden(self._makes_room and self._job is None)

    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._say_work(_("Cancelling…"))

    def _say_work(self, words: str) -> None:
        self._work.setText(words)
        self._work.setToolTip(words)


def _may_be_cut(label: ElidedLabel) -> ElidedLabel:
    """Let a label be as wide as its words, or narrower before the window grows for it."""
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    label.setMinimumWidth(1)
    return label


def _keep_room(widget: QWidget) -> None:
    """Let the line stay as high as it is with the widget while the widget is hidden."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
