"""Posts and their versions."""

import re
from datetime import date, datetime, timedelta
from itertools import groupby

import pytest

from app.domain.channel import ChannelId
from app.domain.gate import Edit
from app.domain.market import MarketId
from app.domain.post import PostId
from app.errors import ConflictError, InvalidInputError, MissingError
from app.storage import decisions, exports, imported, posts
from app.storage.audit import head
from tests.app.storage.ground import MONDAY, NOW, Desk
from tests.builders.stored import all_post_ids

FRENCH = {"market": MarketId("fr"), "channel": ChannelId("fr-ig"), "zone": "Europe/Paris"}


def test_a_new_post_comes_back_as_it_is_stored(desk, engine):
    draft = desk.draft(text="Guten Morgen", tags=("a", "b"))
    (created,) = posts.create(engine, desk.stamp("ana"), [draft], {})
    assert (created.revision, created.editor, created.number) == (1, "ana", 1)
    assert created.content == draft.content
    assert posts.by_ids(engine, [draft.id]) == [created]


def test_numbers_count_per_market(desk):
    made = [desk.create(), desk.create(**FRENCH), desk.create(), desk.create(**FRENCH)]
    assert [post.number for post in made] == [1, 1, 2, 2]


def test_posts_made_together_get_numbers_in_their_order(desk, engine):
    drafts = [desk.draft(), desk.draft(**FRENCH), desk.draft(), desk.draft()]
    made = posts.create(engine, desk.stamp("ana"), drafts, {})
    assert [post.number for post in made] == [1, 1, 2, 3]
    assert posts.by_ids(engine, [post.id for post in drafts]) == made


def test_a_number_can_be_given_and_never_twice(desk, engine):
    drafts = [desk.draft(), desk.draft()]
    numbered = [drafts[0].changed(number=7), drafts[1]]
    assert [p.number for p in posts.create(engine, desk.stamp("ana"), numbered, {})] == [7, 8]
    with pytest.raises(ConflictError):
        posts.create(engine, desk.stamp("ana"), [desk.draft().changed(number=7)], {})


def test_posts_are_created_all_or_none(desk, engine):
    before = head(engine)
    drafts = [desk.draft(), desk.draft(), desk.draft(channel=ChannelId("nowhere"))]
    with pytest.raises(MissingError, match="channel"):
        posts.create(engine, desk.stamp("ana"), drafts, {})
    assert all_post_ids(engine) == []
    assert head(engine) == before


def test_a_post_of_an_unknown_market_is_refused(desk):
    with pytest.raises(MissingError, match="market"):
        desk.create(market=MarketId("xx"))


def test_a_post_is_not_created_twice(desk, engine):
    post = desk.create()
    with pytest.raises(ConflictError):
        posts.create(engine, desk.stamp("ana"), [post.changed(number=0, revision=0)], {})


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b"])
def test_a_text_that_no_file_can_keep_is_refused(desk, text):
    with pytest.raises(InvalidInputError, match="plain text"):
        desk.create(text=text)


def test_an_edit_is_the_next_version_and_the_earlier_ones_stay(desk, engine):
    first = desk.create(text="One")
    second = desk.edit("eva", first, text="Two")
    assert (second.revision, second.editor, second.number) == (2, "eva", first.number)
    assert posts.versions(engine, first.id) == [first, second]
    assert posts.by_ids(engine, [first.id]) == [second]


def test_a_stale_edit_is_refused_by_the_name_of_the_post(desk, engine):
    desk.create()
    first = desk.create()
    desk.edit("ana", first, text="Mine")
    with pytest.raises(ConflictError, match="DE-0002"):
        desk.edit("eva", first, text="Theirs")
    assert posts.by_ids(engine, [first.id])[0].content.text == "Mine"


def test_several_posts_are_revised_all_or_none(desk, engine):
    one, two = desk.create(), desk.create()
    desk.edit("ana", two, text="Changed meanwhile")
    with pytest.raises(ConflictError, match="DE-0002"):
        posts.revise(engine, desk.stamp("eva"), [one.changed(text="x"), two.changed(text="x")])
    assert posts.by_ids(engine, [one.id])[0] == one


def test_one_post_is_not_revised_twice_at_once(desk, engine):
    post = desk.create()
    with pytest.raises(ConflictError, match=r"first|already"):
        posts.revise(engine, desk.stamp("ana"), [post.changed(text="x"), post.changed(text="y")])
    assert posts.by_ids(engine, [post.id]) == [post]


def test_a_conflict_leaves_the_block_around_it_as_it_was(desk, engine):
    first = desk.create()
    desk.edit("ana", first, text="Mine")
    with engine.write():
        desk.hold()
        with pytest.raises(ConflictError):
            desk.edit("eva", first, text="Theirs")
    assert engine.read("SELECT count(*) AS n FROM hold") == [{"n": 1}]
    assert engine.read("SELECT max(seq) AS n FROM audit") == engine.read(
        "SELECT seq AS n FROM hold"
    )


def test_the_revision_of_a_post_that_is_not_there_is_refused(desk, engine):
    with pytest.raises(MissingError):
        posts.revise(engine, desk.stamp("ana"), [desk.draft()])


def test_posts_come_in_the_order_asked_for(desk, engine):
    made = [desk.create() for _ in range(3)]
    ids = [made[2].id, made[0].id, made[2].id]
    assert [post.id for post in posts.by_ids(engine, ids)] == ids
    assert posts.by_ids(engine, []) == []


def test_a_missing_post_is_named(engine):
    with pytest.raises(MissingError, match="post-404"):
        posts.by_ids(engine, [PostId("post-404")])


def test_posts_of_some_days_are_those_with_a_local_time_on_them(desk, engine):
    day = MONDAY.date()
    times = {
        "before": datetime.combine(day, datetime.min.time()) - timedelta(minutes=1),
        "first": datetime.combine(day, datetime.min.time()),
        "last": datetime.combine(day + timedelta(days=1), datetime.max.time()),
        "after": datetime.combine(day + timedelta(days=2), datetime.min.time()),
    }
    for name, local in times.items():
        desk.create(name=name, local=local.replace(second=0, microsecond=0))
    desk.create(name="tray", local=None)
    desk.create(name="cancelled", cancelled=True)
    found = posts.between(engine, day, day + timedelta(days=1))
    assert [post.name for post in found] == ["first", "last"]
    assert posts.between(engine, date(9998, 1, 1), date(9999, 12, 30)) == []


def test_a_cell_holds_the_posts_of_its_market_and_day_only(desk, engine):
    day, before = MONDAY.date(), MONDAY - timedelta(days=1)
    here, later = desk.create(), desk.create(local=datetime.combine(day, datetime.max.time()))
    desk.create(local=before)
    desk.create(market="fr", channel="fr-ig")
    desk.create(cancelled=True)
    desk.create(local=None)
    germany = MarketId("de")
    assert {post.id for post in posts.in_cells(engine, [(germany, day)])} == {here.id, later.id}
    assert len(posts.in_cells(engine, [(germany, day), (germany, before.date())])) == 3
    assert posts.in_cells(engine, [(germany, None)]) == []


def test_a_post_that_was_moved_stands_only_where_it_is_now(desk, engine):
    post = desk.create()
    moved = desk.edit("ana", post, local=MONDAY + timedelta(days=1))
    assert posts.between(engine, MONDAY.date(), MONDAY.date()) == []
    assert posts.between(engine, moved.content.day, moved.content.day) == [moved]
    tray = desk.edit("ana", moved, local=None)
    assert posts.between(engine, moved.content.day, moved.content.day) == []
    assert posts.undated(engine) == [tray]
    desk.edit("ana", tray, cancelled=True)
    assert posts.undated(engine) == []


def test_who_wrote_what_and_when(desk, engine):
    post = desk.create()
    again = desk.edit("eva", post, text="Two")
    other = desk.create("ben")
    assert posts.edits_of(engine, [post.id, other.id]) == {
        post.id: (
            Edit("ana", post.seq, post.fingerprint),
            Edit("eva", again.seq, again.fingerprint),
        ),
        other.id: (Edit("ben", other.seq, other.fingerprint),),
    }


def test_inherited_authors_are_kept(desk, engine):
    copied, own = desk.create(inherited=["ben", "eva"]), desk.create()
    assert posts.inherited_authors(engine, [copied.id, own.id]) == {
        copied.id: {"ben", "eva"},
        own.id: frozenset(),
    }


def test_siblings_share_the_first_post_as_their_idea(desk, engine):
    german = desk.create()
    french = desk.create(idea=german.id, **FRENCH)
    assert posts.siblings(engine, german.id) == [german, french]


def test_posts_of_a_named_idea_share_it_whichever_came_first(desk, engine):
    german, french = desk.create(idea="rye"), desk.create(idea="rye", **FRENCH)
    desk.create(idea="rye", cancelled=True)
    desk.create()
    assert posts.siblings(engine, "rye") == [german, french]
    assert posts.siblings(engine, "") == []


def test_posts_of_a_market_and_those_that_are_ready_soon(desk, engine):
    german, tray = desk.create(), desk.create(local=None)
    french = desk.create(ready=False, **FRENCH)
    cancelled = desk.create(cancelled=True)
    found = {post.id for post in posts.of_market(engine, MarketId("de"))}
    assert found == {german.id, tray.id, cancelled.id}
    assert posts.of_market(engine, MarketId("fr")) == [french]
    assert list(posts.ready_from(engine, MONDAY.date(), size=9)) == [[german]]
    assert list(posts.ready_from(engine, MONDAY.date() + timedelta(days=1), size=9)) == []


def test_posts_that_are_ready_come_in_pages_in_time_order(desk, engine):
    days = (3, 1, 1, 2, 0)
    made = [desk.create(local=MONDAY + timedelta(days=day)) for day in days]
    pages = list(posts.ready_from(engine, MONDAY.date(), size=2))
    assert [len(page) for page in pages] == [2, 2, 1]
    found = [post for page in pages for post in page]
    assert found == sorted(made, key=lambda post: (post.content.local, post.id))


@pytest.mark.parametrize("name", ["DE-0001", "de-1", " DE-1 "])
def test_a_post_is_found_by_its_short_name(desk, engine, name):
    post = desk.create()
    assert posts.find(engine, name) == post.id


@pytest.mark.parametrize("name", ["", "DE", "DE-", "-1", "DE-2", "FR-1", "DE-²", "DE-" + "9" * 40])
def test_what_is_no_short_name_finds_nothing(desk, engine, name):
    desk.create()
    assert posts.find(engine, name) is None


def test_five_thousand_posts_come_in_one_call(desk: Desk, engine):
    drafts = [desk.draft() for _ in range(5000)]
    made = posts.create(engine, desk.stamp("ana"), drafts, {})
    ids = all_post_ids(engine)
    assert ids == [post.id for post in drafts]
    assert posts.by_ids(engine, ids) == made
    revised = posts.revise(engine, desk.stamp("eva"), [post.changed(name="x") for post in made])
    assert {key for key, _ in groupby(post.revision for post in revised)} == {2}
    assert len(posts.edits_of(engine, ids)) == 5000
    assert len(posts.inherited_authors(engine, ids)) == 5000


QUESTIONS = {
    "by ids": lambda engine: posts.by_ids(engine, ["post-1"]),
    "between two days": lambda engine: posts.between(engine, MONDAY.date(), MONDAY.date()),
    "in cells": lambda engine: posts.in_cells(engine, [(MarketId("de"), MONDAY.date())]),
    "undated": posts.undated,
    "versions": lambda engine: posts.versions(engine, PostId("post-1")),
    "edits": lambda engine: posts.edits_of(engine, ["post-1"]),
    "inherited authors": lambda engine: posts.inherited_authors(engine, ["post-1"]),
    "by source": lambda engine: imported.ids_by_source(engine, ["plan.xlsx:7"]),
    "imported near": lambda engine: imported.ids_near(
        engine, ["de-ig"], MONDAY.date(), MONDAY.date()
    ),
    "pasts": lambda engine: imported.pasts(engine, ["post-1"]),
    "siblings": lambda engine: posts.siblings(engine, "post-1"),
    "of a market": lambda engine: posts.of_market(engine, MarketId("de")),
    "ready from": lambda engine: list(posts.ready_from(engine, MONDAY.date(), size=5)),
    "decisions": lambda engine: decisions.of_posts(engine, ["post-1"]),
    "hand-overs": lambda engine: exports.hand_overs_of(engine, ["post-1"]),
    "queued": lambda engine: exports.queued_among(engine, NOW, ["post-1"]),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_question_about_posts_reads_the_whole_calendar(desk, engine, question):
    desk.create()
    asked = []
    engine.connection.set_trace_callback(asked.append)
    QUESTIONS[question](engine)
    engine.connection.set_trace_callback(None)
    assert asked
    for sql in asked:
        plan = [row["detail"] for row in engine.read(f"EXPLAIN QUERY PLAN {sql}")]
        assert not [step for step in plan if re.match(r"SCAN (?!\w+ USING)", step)]


def test_a_text_is_written_for_the_day_on_which_it_first_stood(desk, engine):
    first = desk.create(text="See you tomorrow", local=datetime(2026, 11, 2, 9))
    assert posts.written_for(engine, [first]) == {}
    moved = desk.edit("eva", first, local=datetime(2026, 11, 5, 9))
    assert posts.written_for(engine, [moved]) == {first.id: date(2026, 11, 2)}
    again = desk.edit("eva", moved, local=datetime(2026, 11, 9, 9))
    assert posts.written_for(engine, [again]) == {first.id: date(2026, 11, 2)}
    rewritten = desk.edit("eva", again, text="See you on Tuesday")
    assert posts.written_for(engine, [rewritten]) == {first.id: date(2026, 11, 9)}


def test_a_text_written_in_the_tray_is_for_the_first_day_that_it_gets(desk, engine):
    first = desk.create(text="See you tomorrow", local=None)
    still = desk.edit("eva", first, name="A name")
    assert posts.written_for(engine, [still]) == {}
    placed = desk.edit("eva", still, local=datetime(2026, 11, 5, 9))
    moved = desk.edit("eva", placed, local=datetime(2026, 11, 6, 9))
    assert posts.written_for(engine, [moved]) == {first.id: date(2026, 11, 5)}


def test_a_text_that_is_not_stored_yet_was_written_for_no_day(desk, engine):
    first = desk.create(text="See you tomorrow", local=datetime(2026, 11, 2, 9))
    moved = desk.edit("eva", first, local=datetime(2026, 11, 5, 9))
    assert posts.written_for(engine, [moved.changed(text="Something else")]) == {}
