"""Every post comes out of the database as it went in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.medium import Medium
from app.errors import CalendarFileError
from app.storage import posts
from app.storage.audit import verify
from app.storage.post_rows import posts_of
from tests.app.storage.ground import desk_in_memory

TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=30)
LOCAL = st.none() | st.datetimes().map(lambda at: at.replace(second=0, microsecond=0))
FIELDS = st.fixed_dictionaries(
    {
        **dict.fromkeys(
            (
                "language", "zone", "title", "text", "link", "first_comment", "campaign",
                "post_type", "name", "idea", "gloss", "notes", "source_id", "series", "copied_from",
            ),
            TEXT,
        ),
        "local": LOCAL,
        "tags": st.lists(TEXT).map(tuple),
        "labels": st.lists(TEXT).map(tuple),
        "options": st.dictionaries(TEXT, TEXT).map(lambda d: tuple(sorted(d.items()))),
        "media": st.lists(st.builds(Medium, TEXT, TEXT, TEXT)).map(tuple),
        "ready": st.booleans(),
        "cancelled": st.booleans(),
        "occurrence": st.integers(0, 10_000),
        "undo_of": st.integers(0, 10_000),
    }
)  # fmt: skip


@given(st.lists(FIELDS, min_size=1, max_size=4))
def test_every_post_comes_back_as_it_was(team_file, many):
    with desk_in_memory(team_file) as desk:
        made = posts.create(
            desk.engine, desk.stamp("ana"), [desk.draft(**fields) for fields in many], {}
        )
        stored = posts.by_ids(desk.engine, [post.id for post in made])
        assert stored == made
        assert [post.fingerprint for post in stored] == [post.fingerprint for post in made]
        assert verify(desk.engine) == ()


@pytest.mark.parametrize("broken", [{"tags": "{"}, {"local": "soon"}, {"media": "[[1, 2, 3, 4]]"}])
def test_a_row_that_makes_no_sense_is_told_as_damage(desk, engine, broken):
    desk.create()
    (row,) = engine.read("SELECT * FROM current_post")
    with pytest.raises(CalendarFileError, match="newest copy"):
        posts_of([row | broken])
    del row["text"]
    with pytest.raises(CalendarFileError, match="newest copy"):
        posts_of([row])
