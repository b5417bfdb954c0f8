"""What a picture of the window may show, and how large it is by itself."""

from enum import StrEnum

from PySide6.QtCore import QSize

SIZE = QSize(1440, 900)


class Shown(StrEnum):
    """What the picture shows."""

    CALENDAR = "calendar"
    REVIEW = "review"
    SUGGEST = "suggest"
    TALK = "talk"
    EXPORT = "export"
    TRAY = "tray"
    MONTH = "month"
    HOURS = "hours"
    PAPER = "paper"
    HOLD = "hold"
    RECALL = "recall"
    IMPORT = "import"
    PEOPLE = "people"
    MARKETS = "markets"
    DAYS = "days"
    DUTY = "duty"
    TERMS = "terms"
    POLICY = "policy"
    MOVE = "move"
    SHIFT = "shift"
    BACKUPS = "backups"
    LIST = "list"
    LEAVING = "leaving"
    VERSIONS = "versions"
    HISTORY = "history"
    COMMANDS = "commands"
    VIEWS = "views"
