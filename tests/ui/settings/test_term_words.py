"""How a term of the team is named in lists."""

import pytest

from app.domain.flag import Severity
from app.domain.team_term import TeamTerm, TermKind
from tests.builders.calendars import GERMANY
from tests.builders.ui_c import calendar_of
from ui.settings.term_words import kind_name, term_entries, term_name

pytestmark = pytest.mark.in_english


def test_an_entry_says_what_is_wanted_how_grave_and_where(path):
    cheap = TeamTerm("c", TermKind.AVOID, ("cheap", "billig*"), Severity.STOP, (GERMANY,))
    name = TeamTerm("n", TermKind.SPELL, ("Solvane",))
    first, second = term_entries(calendar_of(path), [cheap, name])
    assert (first.key, first.name) == ("c", "cheap, billig*")
    assert first.detail == "Avoid · Stop · Germany"
    assert second.detail == "Spell exactly · Caution · All markets"


def test_a_term_without_words_is_new():
    assert term_name(TeamTerm("x", TermKind.AVOID, ())) == "New term"
    assert kind_name(TermKind.SPELL) == "Spell exactly"
