"""Words that the team avoids, and names that it wants spelt exactly."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from app.commands.conflicts import in_one_transaction, refuse_if_changed
from app.commands.own_list import OwnList, Words, retire_entries, save_entries
from app.commands.session import Session
from app.commands.setting import Setting
from app.commands.views import CalendarView
from app.domain.change import ChangeSet
from app.domain.flag import Severity
from app.domain.team_term import LONGEST_WHY, LONGEST_WORDS, MOST_TERMS, TeamTerm
from app.errors import InvalidInputError, MissingError
from app.exchange import term_files
from app.risks.matching import is_findable
from app.storage import team_terms
from app.wording import _, ngettext

TermsFile = term_files.TermsFile
"""The terms of a file that can be read, and what is wrong with the others."""


@in_one_transaction
def save_terms(
    session: Session, *, terms: Sequence[TeamTerm], reason: str = "", base: Iterable[TeamTerm] = ()
) -> ChangeSet:
    """Add terms of the team, or change those whose id is known; a change needs a reason.

    All of them or none: InvalidInputError names the term that is not possible, ConflictError one
    that somebody has changed since it was as in `base`.
    """
    return save_entries(session, TERMS, [*map(_tidy, terms)], reason, map(_tidy, base))


@in_one_transaction
def retire_term(
    session: Session, *, term_id: str, reason: str, base: TeamTerm | None = None
) -> ChangeSet:
    """Let a term of the team count no longer, with a reason; a reviewer or an owner does it.

    ConflictError where somebody has changed it since it was as in `base`.
    """
    return retire_entries(session, TERMS, [term_id], reason, [_tidy(base)] if base else ())


def read_terms_file(path: Path, calendar: CalendarView) -> TermsFile:
    """Return the terms of a .csv file, and what is wrong with its other rows."""
    return term_files.read_terms(path, calendar.markets)


def _tidy(term: TeamTerm) -> TeamTerm:
    """Return a term without blanks at the ends of its texts, and each phrase once."""
    words = dict.fromkeys(" ".join(word.split()) for word in term.words)
    words.pop("", None)
    return replace(
        term, words=tuple(words), language=term.language.strip().lower(), why=term.why.strip()
    )


def _known(session: Session) -> Iterable[TeamTerm]:
    return Setting.of(session.engine).team.terms.all


def _refuse_if_changed(
    session: Session, base: TeamTerm, now: TeamTerm | None, wanted: TeamTerm | None
) -> None:
    what = f"“{base.words[0]}”"
    refuse_if_changed(
        session, what, base=base, now=now, wanted=wanted, table="team_term", term_id=base.id
    )


def _check(session: Session, terms: Iterable[TeamTerm]) -> None:
    setting = Setting.of(session.engine)
    for term in terms:
        _check_term(term, setting)


def _check_term(term: TeamTerm, setting: Setting) -> None:
    if not term.id or not term.words:
        raise InvalidInputError(_("Write the words of the term."))
    name = term.words[0][:60]
    if not all(map(is_findable, term.words)):
        raise InvalidInputError(
            _("“{term}”: a star stands for the rest of a word, not for all of it.").format(
                term=name
            )
        )
    if len(term.why) > LONGEST_WHY or any(len(word) > LONGEST_WORDS for word in term.words):
        raise InvalidInputError(_("“{term}”: a text is too long; shorten it.").format(term=name))
    if term.severity is Severity.BLOCKED:
        raise InvalidInputError(
            _("“{term}”: a term is a note, a caution or a stop.").format(term=name)
        )
    unknown = [market for market in term.markets if market not in setting.markets]
    if unknown:
        raise MissingError(
            _("“{term}”: there is no market {market} in this calendar.").format(
                term=name, market=unknown[0]
            )
        )


def _words(
    saved: Sequence[TeamTerm], retired: Sequence[TeamTerm], former: Sequence[TeamTerm]
) -> Words:
    terms = [*saved, *retired]
    label, done = _("Retire {terms}"), _("Retired {terms}")
    if saved:
        label = _("Change {terms}") if former else _("Add {terms}")
        done = _("Saved {terms}")
    which = terms[0].words[0]
    if len(terms) > 1:
        which = ngettext("{count} term", "{count} terms", len(terms)).format(count=len(terms))
    return label.format(terms=which), done.format(terms=which)


TERMS = OwnList(
    known=_known,
    check=_check,
    compare=_refuse_if_changed,
    save=team_terms.save_term,
    retire=team_terms.retire_term,
    words=_words,
    most=MOST_TERMS,
    too_many=lambda: _("A calendar keeps {count} terms of its own; retire some first."),
    why_changed=lambda: _("Write why the term changes: it is kept in the history."),
    why_retired=lambda: _("Write why the term no longer counts: it is kept."),
    gone=lambda: _("This term is not one of the team's: look at the list again."),
)
