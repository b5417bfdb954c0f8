"""What a post may not do that is the remembrance of its day."""

from app.domain.flag import Severity
from app.risks.remembrance import remembrance_flags
from tests.app.risks.builders import by_key, facts, post


def test_a_quiet_post_may_be_the_remembrance():
    where = facts()
    assert list(remembrance_flags(post(where, text="Wir gedenken."), where)) == []


def test_what_sells_celebrates_or_whets_the_appetite_is_a_stop_each_on_any_day():
    where = facts()
    loud = post(where, text="Wir gedenken. Rabatt! Party! Leckere Torten für 5 €")
    flags = by_key(tuple(remembrance_flags(loud, where)))
    assert set(flags) == {"remembrance.selling", "remembrance.festive", "remembrance.appetite"}
    assert {flag.severity for flag in flags.values()} == {Severity.STOP}
    assert flags["remembrance.selling"].evidence == ("Rabatt", "5 €")
    assert flags["remembrance.festive"].evidence == ("Party",)


def test_another_word_that_sells_has_not_been_seen_yet():
    where = facts()
    marks = {
        next(remembrance_flags(post(where, text=text), where)).mark
        for text in ("Rabatt", "Rabatt, Angebot", "Angebot, Rabatt")
    }
    assert len(marks) == 2
