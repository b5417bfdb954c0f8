"""What this computer remembers about the window: its size, its look, the last calendars."""

from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

from app.commands.dates import is_zone
from app.commands.post_filter import PostFilter
from app.domain.market import MarketId
from app.domain.person import PersonId
from ui.calendar.period import WEEKS
from ui.calendar.zoom import AS_IT_FITS, is_zoom
from ui.cards.card_layout import Density
from ui.plan.folding import Folding
from ui.plan.plan_view import ViewKind
from ui.theme import ThemeChoice

MOST_FILES = 8
OWN_ZONE = "own"
"""What is kept where a person wants the time of their own computer, wherever it is."""
Kind = TypeVar("Kind", Density, ThemeChoice, ViewKind)


class Preferences:
    """Typed access to the settings of this person on this computer."""

    def __init__(self) -> None:
        self._settings = QSettings(
            QSettings.defaultFormat(), QSettings.Scope.UserScope, "Countersign", "Countersign"
        )

    @property
    def theme(self) -> ThemeChoice:
        """The colours that were chosen; at first those of the system."""
        return self._one_of(ThemeChoice, "view/theme", ThemeChoice.SYSTEM)

    @theme.setter
    def theme(self, choice: ThemeChoice) -> None:
        self._settings.setValue("view/theme", str(choice))

    @property
    def density(self) -> Density:
        """How much a card shows."""
        return self._one_of(Density, "view/density", Density.NORMAL)

    @density.setter
    def density(self, density: Density) -> None:
        self._settings.setValue("view/density", str(density))

    @property
    def zoom(self) -> int:
        """How wide the days are."""
        kept = str(self._settings.value("view/zoom", ""))
        return int(kept) if kept.isdigit() and is_zoom(int(kept)) else AS_IT_FITS

    @zoom.setter
    def zoom(self, zoom: int) -> None:
        self._settings.setValue("view/zoom", zoom)

    @property
    def other_zone(self) -> str:
        """Whose time stands beside that of each market: an IANA zone, `own`, or nothing."""
        return self._zone_of("view/other_zone")

    @other_zone.setter
    def other_zone(self, zone: str) -> None:
        self._settings.setValue("view/other_zone", zone)

    @property
    def last_other_zone(self) -> str:
        """Whose time stood there last."""
        return self._zone_of("view/last_other_zone")

    @last_other_zone.setter
    def last_other_zone(self, zone: str) -> None:
        self._settings.setValue("view/last_other_zone", zone)

    @property
    def weeks(self) -> int:
        """How many weeks are shown."""
        kept = str(self._settings.value("view/weeks", ""))
        return int(kept) if kept.isdigit() and int(kept) in WEEKS else 2

    @weeks.setter
    def weeks(self, weeks: int) -> None:
        self._settings.setValue("view/weeks", weeks)

    @property
    def view(self) -> ViewKind:
        """How the plan is looked at."""
        return self._one_of(ViewKind, "view/kind", ViewKind.GRID)

    @view.setter
    def view(self, kind: ViewKind) -> None:
        self._settings.setValue("view/kind", str(kind))

    @property
    def shows_tray(self) -> bool:
        """Whether the tray stands open."""
        return str(self._settings.value("view/tray", "false")) == "true"

    @shows_tray.setter
    def shows_tray(self, shows: bool) -> None:
        self._settings.setValue("view/tray", "true" if shows else "false")

    @property
    def backups(self) -> Path:
        """The folder for backups of all calendars; at first beside what the program keeps."""
        kept = str(self._settings.value("backups/folder", ""))
        return Path(kept) if kept else platformdirs.user_data_path("Countersign") / "Backups"

    @backups.setter
    def backups(self, folder: Path) -> None:
        self._settings.setValue("backups/folder", str(folder))

    @property
    def files(self) -> tuple[Path, ...]:
        """The last calendars, newest first."""
        kept = self._settings.value("files/recent", [])
        names = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
        return tuple(Path(name) for name in names if name)

    def remember_file(self, path: Path) -> None:
        """Put a calendar at the head of the list."""
        others = [kept for kept in self.files if kept != path]
        names = [str(one) for one in (path, *others)]
        self._settings.setValue("files/recent", names[:MOST_FILES])

    def first_day(self, path: Path) -> date | None:
        """Return the first day that was shown last in a calendar."""
        kept = str(self._settings.value(f"first_day/{path.name}", ""))
        try:
            return date.fromisoformat(kept)
        except ValueError:
            return None

    def remember_first_day(self, path: Path, day: date) -> None:
        """Keep the first day that is shown in a calendar."""
        self._settings.setValue(f"first_day/{path.name}", day.isoformat())

    def market(self, path: Path) -> MarketId | None:
        """Return the market in which a person stood last in a calendar."""
        kept = str(self._settings.value(f"market/{path.name}", ""))
        return MarketId(kept) if kept else None

    def remember_market(self, path: Path, market: MarketId | None) -> None:
        """Keep the market in which a person stands in a calendar."""
        self._settings.setValue(f"market/{path.name}", market or "")

    def filter_of(self, path: Path, person: PersonId) -> PostFilter:
        """Return what a person wanted to see last of a calendar; at first all of it."""
        return PostFilter.of_text(str(self._settings.value(_filter_key(path, person), "")))

    def remember_filter(self, path: Path, person: PersonId, wanted: PostFilter) -> None:
        """Keep what a person wants to see of a calendar."""
        self._settings.setValue(_filter_key(path, person), wanted.as_text())

    def folding(self, path: Path) -> Folding | None:
        """Return what of a calendar's markets was folded away, if that is known."""
        return Folding.of_text(str(self._settings.value(f"folding/{path.name}", "")))

    def remember_folding(self, path: Path, folding: Folding) -> None:
        """Keep what of a calendar's markets is folded away."""
        self._settings.setValue(f"folding/{path.name}", folding.as_text())

    @property
    def geometry(self) -> QByteArray | None:
        """Where the window stood."""
        kept = self._settings.value("window/geometry")
        return kept if isinstance(kept, QByteArray) else None

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("window/geometry", geometry)

    @property
    def columns(self) -> str:
        """How the columns of the list are arranged; empty where nobody has arranged them."""
        return str(self._settings.value("view/columns", ""))

    @columns.setter
    def columns(self, columns: str) -> None:
        self._settings.setValue("view/columns", columns)

    def _zone_of(self, key: str) -> str:
        kept = str(self._settings.value(key, ""))
        return kept if kept == OWN_ZONE or is_zone(kept) else ""

    def _one_of(self, kind: type[Kind], key: str, otherwise: Kind) -> Kind:
        try:
            return kind(str(self._settings.value(key, otherwise)))
        except ValueError:
            return otherwise


def _filter_key(path: Path, person: PersonId) -> str:
    """Return a key that QSettings does not read as a path of groups."""
    whose = f"{path.resolve()}\n{person}"
    return f"filter/{sha256(whose.encode()).hexdigest()[:24]}"
