"""Search by words among all posts, and where each of them is."""

from datetime import datetime, timedelta

import pytest

from app.commands.posts import cancel_posts, create_post, put_in_tray
from app.commands.searching import campaigns, keep_words, lacks_words, missing_words, search
from app.errors import AppError
from tests.builders.calendars import DE_PUSH, FR_INSTAGRAM, QUIET_DAY, only, ready_post


def forget(session):
    with session.engine.write():
        session.engine.run("UPDATE post_words SET version = 0, words = ''")


def test_what_is_found_says_where_it_is(session, reader):
    post = ready_post(session, text="Großer Räumungsverkauf", channel=FR_INSTAGRAM)
    ready_post(session)
    findings = search(reader, "raumungs", today=QUIET_DAY)
    (found,) = findings.posts
    assert (found.post, found.name, found.market) == (post, "FR-0001", "France")
    assert (found.network, found.local) == ("instagram", datetime(2027, 11, 16, 10, 30))
    assert (found.headline, found.excerpt) == ("Großer Räumungsverkauf", "")
    assert (findings.count, findings.unread, findings.typed) == (1, 0, "raumungs")


def test_what_comes_next_stands_first_and_the_past_last(session, reader):
    week = timedelta(days=7)
    past, longer_ago, later, sooner = (
        ready_post(session, text="Sale", day=day)
        for day in (QUIET_DAY - week, QUIET_DAY - 2 * week, QUIET_DAY + week, QUIET_DAY)
    )
    undated = only(create_post(session, channel_id=DE_PUSH, local=None, text="Sale"))
    found = search(reader, "sale", today=QUIET_DAY).posts
    assert [one.post for one in found] == [sooner, later, undated, past, longer_ago]


def test_more_than_are_told_of_are_counted(session, reader):
    for _number in range(3):
        ready_post(session, text="Sale")
    findings = search(reader, "sale", today=QUIET_DAY, limit=2)
    assert (len(findings.posts), findings.count, findings.has_more) == (2, 3, False)


def test_what_is_too_much_to_count_is_said_to_be_more(session, reader, monkeypatch):
    for module in ("app.storage.post_search", "app.commands.searching"):
        monkeypatch.setattr(f"{module}.MOST_COUNTED", 2)
    for _number in range(3):
        ready_post(session, text="Sale")
    findings = search(reader, "sale", today=QUIET_DAY)
    assert (findings.count, findings.has_more) == (2, True)


def test_the_number_of_a_post_finds_it_first(session, reader):
    ready_post(session, text="As DE-0002 says")
    second = ready_post(session)
    findings = search(reader, "de-0002", today=QUIET_DAY)
    assert findings.posts[0].post == second
    assert findings.count == 2


def test_an_excerpt_shows_what_the_headline_does_not(session, reader):
    ready_post(session, name="Bread", text="x" * 40 + " Frisch aus dem Ofen")
    (found,) = search(reader, "OFEN", today=QUIET_DAY).posts
    assert found.headline == "Bread"
    assert found.excerpt.startswith("…")
    assert found.excerpt.endswith("Frisch aus dem Ofen")


def test_an_excerpt_begins_with_a_whole_word(session, reader):
    ready_post(session, name="Bread", text="Everyday loaf that we bake this winter comes out warm.")
    (found,) = search(reader, "winter", today=QUIET_DAY).posts
    assert found.excerpt == "…loaf that we bake this winter comes out warm."


def test_nothing_typed_finds_nothing_and_cancelled_posts_stay_away(session, reader):
    post = ready_post(session, text="Sale")
    cancel_posts(session, post_ids=[post])
    for typed in ("", "sale", "DE-0001"):
        findings = search(reader, typed, today=QUIET_DAY)
        assert (findings.posts, findings.count) == ((), 0)


def test_a_search_that_is_not_wanted_any_more_ends(session, reader):
    ready_post(session)

    def stop():
        raise AppError("enough")

    with pytest.raises(AppError, match="enough"):
        search(reader, "roggen", today=QUIET_DAY, checked=stop)


def test_an_older_calendar_gets_its_words_in_the_background(session, reader):
    post = ready_post(session)
    forget(session)
    findings = search(reader, "roggenbrot", today=QUIET_DAY)
    assert (findings.posts, findings.unread) == ((), 1)
    assert search(reader, '""', today=QUIET_DAY).unread == 1
    assert search(reader, "roggenbrot", today=QUIET_DAY, knows_all=True).unread == 0
    assert lacks_words(reader)
    assert keep_words(session, words=missing_words(reader)).shows_nothing
    assert not lacks_words(reader)
    assert [one.post for one in search(reader, "roggenbrot", today=QUIET_DAY).posts] == [post]
    assert missing_words(reader).rows == ()


def test_a_post_that_lost_its_day_is_found_in_the_tray(session, reader):
    post = ready_post(session)
    put_in_tray(session, post_ids=[post])
    (found,) = search(reader, "roggenbrot", today=QUIET_DAY).posts
    assert found.local is None


def test_campaigns_are_those_of_the_posts(session, reader):
    ready_post(session, campaign="autumn")
    assert campaigns(reader) == ("autumn",)


def test_a_word_that_begins_so_stands_before_one_that_only_holds_it(session, reader):
    week = timedelta(days=7)
    inside = ready_post(session, text="Opens on 24 November", day=QUIET_DAY)
    whole = ready_post(session, text="The Ember loaf", day=QUIET_DAY + week)
    both = ready_post(session, text="In November an ember", day=QUIET_DAY + 2 * week)
    found = search(reader, "ember", today=QUIET_DAY, limit=2)
    assert [one.post for one in found.posts] == [whole, both]
    assert found.count == 3
    assert search(reader, "ember", today=QUIET_DAY).posts[-1].post == inside
