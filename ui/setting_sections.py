"""The sections of the settings: what each is called, and how its page is made."""

from collections.abc import Callable
from pathlib import Path

from app.commands.views import CalendarView
from app.wording import _
from ui.backup_keeper import BackupKeeper
from ui.days.days_page import DaysPage
from ui.duty.duty_page import DutyPage
from ui.jobs import Jobs
from ui.operations import Operations
from ui.settings.file_page import FilePage
from ui.settings.markets_page import MarketsPage
from ui.settings.people_page import PeoplePage
from ui.settings.policy_page import PolicyPage
from ui.settings.settings_dialog import Section
from ui.settings.terms_page import TermsPage
from ui.theme import Theme


def setting_sections(
    operations: Operations,
    jobs: Jobs,
    keeper: BackupKeeper,
    *,
    days: Callable[[CalendarView, Theme], DaysPage],
    open_calendar: Callable[[Path], None],
) -> tuple[Section, ...]:
    """Return all sections in the order of their list; `open_calendar` opens another one."""

    def file_page(_calendar: CalendarView, theme: Theme) -> FilePage:
        page = FilePage(keeper, theme)
        page.opening_asked.connect(open_calendar)
        return page

    return (
        Section(
            "markets",
            _("Markets and channels"),
            "globe",
            lambda calendar, theme: MarketsPage(calendar, operations, theme),
        ),
        Section(
            "people",
            _("People"),
            "people",
            lambda calendar, theme: PeoplePage(calendar, operations, theme),
        ),
        Section(
            "duty",
            _("Who is on duty"),
            "clock",
            lambda calendar, theme: DutyPage(calendar, operations, jobs, theme),
        ),
        Section("days", _("Days"), "today", days),
        Section(
            "terms",
            _("Terms and names"),
            "edit",
            lambda calendar, theme: TermsPage(calendar, operations, jobs, theme),
        ),
        Section(
            "policy",
            _("Policy"),
            "settings",
            lambda calendar, theme: PolicyPage(calendar, operations, theme),
        ),
        Section("file", _("File and backups"), "folder", file_page),
    )
