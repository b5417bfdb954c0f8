"""Words that the team avoids, and names that it wants spelt exactly."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from app.commands.conflicts import in_one_transaction, refuse_if_changed
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
    session.reviewer()
    known = Setting.of(session.engine).team.terms.by_id
    shown = {term.id: term for term in map(_tidy, base)}
    tidy = [_tidy(term) for term in terms]
    for term in tidy:
        _refuse_changed(session, shown.get(term.id), known.get(term.id), wanted=term)
    fresh = [term for term in tidy if known.get(term.id) != term]
    if any(term.id in known for term in fresh) and not reason.strip():
        raise InvalidInputError(_("Write why the term changes: it is kept in the history."))
    return _keep(session, fresh, (), reason.strip())


@in_one_transaction
def retire_term(
    session: Session, *, term_id: str, reason: str, base: TeamTerm | None = None
) -> ChangeSet:
    """Let a term of the team count no longer, with a reason; a reviewer or an owner does it.

    ConflictError where somebody has changed it since it was as in `base`.
    """
    session.reviewer()
    term = Setting.of(session.engine).team.terms.by_id.get(term_id)
    if term is None:
        raise MissingError(_("This term is not one of the team's: look at the list again."))
    _refuse_changed(session, base and _tidy(base), term, wanted=None)
    if not reason.strip():
        raise InvalidInputError(_("Write why the term no longer counts: it is kept."))
    return _keep(session, (), [term], reason.strip())


def _refuse_changed(
    session: Session, base: TeamTerm | None, now: TeamTerm | None, *, wanted: TeamTerm | None
) -> None:
    if base is not None:
        refuse_if_changed(
            session,
            f"“{base.words[0]}”",
            base=base,
            now=now,
            wanted=wanted,
            table="team_term",
            term_id=base.id,
        )


def _keep(
    session: Session, saved: Sequence[TeamTerm], retired: Sequence[TeamTerm], reason: str
) -> ChangeSet:
    """Let some terms count as they are given, and others no longer: all of it or nothing."""
    session.reviewer()
    setting = Setting.of(session.engine)
    known = setting.team.terms.by_id
    for term in saved:
        _check(term, setting)
    if len(known.keys() | {term.id for term in saved}) > MOST_TERMS:
        raise InvalidInputError(
            _("A calendar keeps {count} terms of its own; retire some first.").format(
                count=f"{MOST_TERMS:,}"
            )
        )
    if not saved and not retired:
        return ChangeSet(_("Save terms"))
    former = [known[term.id] for term in saved if term.id in known]
    added = [term for term in saved if term.id not in known]
    label, done = _words(saved, retired, are_new=not former)
    with session.changing(
        label,
        lambda later, why: _keep(later, [*former, *retired], added, why),
        by=Session.reviewer,
        asks_why=bool(saved),
    ) as stamp:
        for term in saved:
            team_terms.save_term(session.engine, stamp, term, reason)
        for term in retired:
            team_terms.retire_term(session.engine, stamp, term, reason)
    return ChangeSet.of_setting(label, done)


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


def _check(term: TeamTerm, setting: Setting) -> None:
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
    saved: Sequence[TeamTerm], retired: Sequence[TeamTerm], *, are_new: bool
) -> tuple[str, str]:
    """Return what undo calls a change of terms, and what one is told of it."""
    terms = [*saved, *retired]
    label, done = _("Retire {terms}"), _("Retired {terms}")
    if saved:
        label = _("Add {terms}") if are_new else _("Change {terms}")
        done = _("Saved {terms}")
    which = terms[0].words[0]
    if len(terms) > 1:
        which = ngettext("{count} term", "{count} terms", len(terms)).format(count=len(terms))
    return label.format(terms=which), done.format(terms=which)
