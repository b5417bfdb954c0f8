"""An imported post: what the sheet said, and what became of it since."""

from dataclasses import replace

import pytest

from app.commands.known_posts import KnownPost
from app.storage.imported import Past
from tests.builders.domain import post


def known(*names, imported=(1,), undone=None):
    """Return a post of these names in turn; `undone` is the version that each takes back."""
    versions = [
        replace(post(name=name), revision=number, undo_of=(undone or {}).get(number, 0))
        for number, name in enumerate(names, start=1)
    ]
    return KnownPost(Past(tuple(versions), frozenset(imported)))


def name(version):
    return version.name


@pytest.mark.parametrize(
    ("names", "imported", "undone", "said", "since"),
    [
        (["a"], {1}, {}, "a", ("a",)),
        (["a", "b"], {1}, {}, "a", ("a", "b")),
        (["a", "b"], {1, 2}, {}, "b", ("b",)),
        (["a", "b", "b"], {1, 3}, {}, "a", ("a", "b", "b")),
        (["a", "b", "a"], {1, 2}, {3: 2}, "a", ("a", "a")),
        (["a", "b", "a", "b"], {1, 2}, {3: 2, 4: 3}, "b", ("b", "b")),
    ],
    ids=["once", "by hand", "twice", "kept", "undone", "redone"],
)
def test_it_knows_what_the_sheet_said_last(names, imported, undone, said, since):
    one = known(*names, imported=imported, undone=undone)
    assert one.said_by_the_sheet(name) == said
    assert one.values_since(name) == since


def test_who_restores_what_stood_before_an_import_has_changed_it_by_hand():
    one = known("a", "b", "a", imported={1, 2}, undone={3: 2})
    restored = KnownPost(replace(one.past, restored=frozenset({3})))
    assert restored.said_by_the_sheet(name) == "b"
    assert restored.values_since(name) == ("b", "a")


def test_it_knows_what_it_has_been_whatever_it_is_called_and_whether_that_was_undone():
    first = post()
    moved = replace(first.changed(text="Kürbis"), revision=2)
    one = KnownPost(Past((first, moved, replace(first, revision=3, undo_of=2)), frozenset({1})))
    assert one.has_been(replace(moved, id="other", name="Other"))
    assert not one.has_been(first.changed(text="Brot"))


def test_an_import_that_was_undone_is_as_if_it_had_never_come(session, reader):
    first = post()
    undone = replace(first, revision=2, cancelled=True, undo_of=1)
    by_hand = replace(first, revision=2, cancelled=True)
    assert KnownPost(Past((first, undone), frozenset())).was_taken_back
    assert not KnownPost(Past((first, by_hand), frozenset())).was_taken_back
