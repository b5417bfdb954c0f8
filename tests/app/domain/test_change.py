"""What a command reports."""

from app.domain.change import ChangeSet


def test_a_change_touches_only_what_it_names():
    changes = ChangeSet("Moved")
    assert (changes.posts, changes.cells, changes.everything) == (frozenset(), frozenset(), False)
