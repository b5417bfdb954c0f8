"""The word of reviewers that a post is the remembrance of its day."""

import pytest

from app.commands.assessing import assess_missing
from app.commands.decisions import approve, withdraw
from app.commands.history import history_of
from app.commands.remembrance import is_offered
from app.domain.flag import Flag, Severity, mark_of
from app.domain.gate import Reason
from app.errors import ConflictError, RefusedError
from app.risks import remembrance
from tests.builders.calendars import (
    BREAD,
    LENA,
    MARC,
    NORA,
    NOW,
    POGROM_DAY,
    act_as,
    approve_as,
    ready_post,
)
from tests.builders.domain import flag

QUIET = "Heute gedenken wir der Opfer der Pogrome."


@pytest.fixture(autouse=True)
def bread_sells(monkeypatch):
    """Let a post that speaks of bread sell, whatever the word lists say."""

    def sells(post, _facts):
        if "Roggenbrot" in post.content.text:
            key = "remembrance.bread"
            mark = mark_of(Severity.STOP, "bread")
            yield Flag(key, Severity.STOP, key, mark, "Sells bread", "It offers bread.")

    monkeypatch.setattr(remembrance, "remembrance_flags", sells)


def remember(session, reader, post_id, by, *, reasons=None, shown=None, remembrance=True):
    act_as(session, by)
    view = reader.post(post_id)
    flags = (*view.flags, *(view.remembrance.flags if view.remembrance else ()))
    approve(
        session,
        post_id=post_id,
        fingerprint=view.post.fingerprint,
        ticked=frozenset(),
        reasons=dict.fromkeys((one.key for one in flags), "We remember") | (reasons or {}),
        shown=("text", *(one.sight for one in flags)) if shown is None else shown,
        remembrance=remembrance,
    )


def reasons_of(reader, post_id):
    return [refusal.reason for refusal in reader.post(post_id).card.review]


@pytest.mark.parametrize(
    ("one", "offered"),
    [
        (flag(Severity.STOP), True),
        (flag(Severity.CAUTION), True),
        (flag(Severity.NOTE), False),
    ],
)
def test_the_mark_is_offered_where_a_solemn_day_asks_for_care(one, offered):
    assert is_offered([one]) is offered
    assert not is_offered([])


def test_two_people_approve_a_remembrance_and_the_history_says_so(session, reader):
    post_id = ready_post(session, QUIET, POGROM_DAY)
    remember(session, reader, post_id, MARC)
    assert reasons_of(reader, post_id) == [Reason.NEEDS_ANOTHER]
    view = reader.post(post_id)
    assert view.remembrance is not None
    assert (view.remembrance.said_by, view.remembrance.approvers_needed) == ((MARC,), 2)
    remember(session, reader, post_id, NORA)
    assert reader.cards_of([post_id])[0].is_approved
    said = [entry.what for entry in history_of(session.engine, post_id, NOW)]
    assert said[-2:] == ["Approved as the remembrance"] * 2


def test_what_sells_needs_a_reason_and_must_have_been_on_screen(session, reader):
    post_id = ready_post(session, BREAD, POGROM_DAY)
    with pytest.raises(RefusedError, match="Write why DE-0001 may go all the same: Sells bread"):
        remember(session, reader, post_id, MARC, reasons={"remembrance.bread": "so"})
    seen = ("text", *(one.sight for one in reader.post(post_id).flags))
    with pytest.raises(ConflictError, match="on screen"):
        remember(session, reader, post_id, MARC, shown=seen)
    remember(session, reader, post_id, MARC)
    assert {one.key for one in reader.post(post_id).decisions[-1].seen} >= {"remembrance.bread"}


def test_what_comes_to_sell_ends_a_remembrance_and_no_other_approval(session, reader, monkeypatch):
    monkeypatch.setattr(remembrance, "remembrance_flags", lambda _post, _facts: ())
    marked, plain = (ready_post(session, BREAD, POGROM_DAY) for _each in range(2))
    for who in (MARC, NORA):
        remember(session, reader, marked, who)
    approve_as(session, reader, plain)
    monkeypatch.undo()

    def sells(_post, _facts):
        yield flag(Severity.STOP, "remembrance.new")

    monkeypatch.setattr(remembrance, "remembrance_flags", sells)
    assert Reason.UNSEEN in reasons_of(reader, marked)
    assert reasons_of(reader, plain) == []


def test_the_day_still_needs_its_own_reason(session, reader):
    post_id = ready_post(session, QUIET, POGROM_DAY)
    day = next(one for one in reader.post(post_id).flags if one.family == "day")
    with pytest.raises(RefusedError, match="Write why"):
        remember(session, reader, post_id, MARC, reasons={day.key: ""})


def test_a_post_on_an_ordinary_day_is_no_remembrance(session, reader):
    post_id = ready_post(session)
    assert reader.post(post_id).remembrance is None
    with pytest.raises(RefusedError, match="no solemn day"):
        remember(session, reader, post_id, MARC)


def test_whoever_approves_after_another_says_the_same(session, reader):
    post_id = ready_post(session, QUIET, POGROM_DAY)
    remember(session, reader, post_id, MARC)
    with pytest.raises(RefusedError, match="approved as the remembrance"):
        remember(session, reader, post_id, NORA, remembrance=False)
    withdraw(
        session,
        post_id=post_id,
        fingerprint=reader.post(post_id).post.fingerprint,
        note="Not the remembrance",
    )
    remember(session, reader, post_id, NORA, remembrance=False)
    with pytest.raises(RefusedError, match="but not as the remembrance"):
        remember(session, reader, post_id, MARC)
    remember(session, reader, post_id, NORA)
    remember(session, reader, post_id, MARC)
    assert reasons_of(reader, post_id) == []


def test_its_author_does_not_make_the_second_person(session, reader):
    act_as(session, NORA)
    post_id = ready_post(session, QUIET, POGROM_DAY)
    remember(session, reader, post_id, MARC)
    with pytest.raises(RefusedError, match="You wrote"):
        remember(session, reader, post_id, NORA)
    act_as(session, LENA)
    with pytest.raises(RefusedError):
        remember(session, reader, post_id, LENA)
    assert reasons_of(reader, post_id) == [Reason.NEEDS_ANOTHER]


def test_an_offer_in_a_remembrance_is_found_by_its_words(session, reader, monkeypatch):
    monkeypatch.undo()
    offer = f"{QUIET} Nur heute 20 % Rabatt auf alles!"
    view = reader.post(ready_post(session, offer, POGROM_DAY))
    assert view.remembrance is not None
    assert "remembrance.selling" in {one.rule for one in view.remembrance.flags}
    quiet = reader.post(ready_post(session, QUIET, POGROM_DAY))
    assert quiet.remembrance is not None
    assert quiet.remembrance.flags == ()


def test_screens_show_a_remembrance_without_loading_the_word_lists(session, reader, monkeypatch):
    post_id = ready_post(session, BREAD, POGROM_DAY)
    for who in (MARC, NORA):
        remember(session, reader, post_id, who)
    asked = []

    def sells(post, _facts):
        asked.append(post.id)
        yield flag(Severity.STOP, "remembrance.new")

    monkeypatch.setattr(remembrance, "remembrance_flags", sells)
    (card,) = reader.cards(POGROM_DAY, POGROM_DAY)
    assert card.is_approved
    assert asked == []
    assert reasons_of(reader, post_id) == [Reason.UNSEEN]  # the gate asks anew


def test_what_is_not_stored_of_a_remembrance_is_worked_out_and_stored_with_its_flags(
    session, reader, monkeypatch
):
    post_id = ready_post(session, BREAD, POGROM_DAY)
    for who in (MARC, NORA):
        remember(session, reader, post_id, who)
    with session.engine.write():
        session.engine.run("DELETE FROM flag_cache")
    assess_missing(session, first=POGROM_DAY, last=POGROM_DAY)
    monkeypatch.setattr(remembrance, "remembrance_flags", lambda _post, _facts: 1 / 0)
    (card,) = reader.cards(POGROM_DAY, POGROM_DAY)
    assert card.is_approved
