"""How a term of the team is named in lists."""

from collections.abc import Iterable, Iterator

from app.commands.texts import severity_name
from app.commands.views import CalendarView
from app.domain.team_term import TeamTerm, TermKind
from app.wording import _
from ui.widgets.two_line_list import Entry


def term_entries(calendar: CalendarView, terms: Iterable[TeamTerm]) -> Iterator[Entry]:
    """Yield the entry of each term: its words, then what is wanted and where."""
    for term in terms:
        yield Entry(term.id, term_name(term), _detail(calendar, term))


def term_name(term: TeamTerm) -> str:
    """Return the words of a term in one line."""
    return ", ".join(term.words) or _("New term")


def kind_name(kind: TermKind) -> str:
    """Return what the team wants of a term."""
    return _("Avoid") if kind is TermKind.AVOID else _("Spell exactly")


def _detail(calendar: CalendarView, term: TeamTerm) -> str:
    names = {market.id: market.name for market in calendar.markets}
    places = ", ".join(names.get(market, market) for market in term.markets)
    return _("{kind} · {severity} · {markets}").format(
        kind=kind_name(term.kind),
        severity=severity_name(term.severity),
        markets=places or _("All markets"),
    )
