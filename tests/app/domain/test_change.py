"""What a command reports."""

from app.domain.change import ChangeSet


def test_a_change_touches_only_what_it_names():
    changes = ChangeSet("Moved")
    assert (changes.posts, changes.cells, changes.everything) == (frozenset(), frozenset(), False)


def test_a_change_that_names_nothing_shows_nothing():
    assert ChangeSet("").shows_nothing
    assert not ChangeSet("", posts=frozenset({"p"})).shows_nothing
    assert not ChangeSet("", discussed=frozenset({"p"})).shows_nothing
    assert not ChangeSet("", everything=True).shows_nothing


def test_what_was_said_about_a_post_touches_it_as_an_edit_does():
    said = ChangeSet("", posts=frozenset("a"), reflagged=frozenset("b"), discussed=frozenset("c"))
    assert said.touched == {"a", "b", "c"}


def test_transactions_without_a_gap_are_one_span_of_events():
    changes = ChangeSet("Moved")
    assert changes.written_as(()) == changes
    assert changes.written_as([(4, 6)]) == ChangeSet("Moved", events=(4, 6))
    assert changes.written_as([(4, 6), (6, 7)]) == ChangeSet("Moved", events=(4, 7))


def test_where_somebody_wrote_in_between_all_is_read_again():
    assert ChangeSet("Moved").written_as([(4, 6), (7, 8)]).everything
