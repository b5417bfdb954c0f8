"""What networks take."""

import pytest

from app.domain.flag import Severity
from app.domain.medium import Medium
from app.risks.channel import (
    empty,
    fold,
    length,
    too_many_hashtags,
    too_many_mentions,
    unknown_network,
    without_title,
)
from tests.app.risks.builders import facts, post

X = facts(network="x")
INSTAGRAM = facts(network="instagram")
PUSH = facts(network="push")
UNKNOWN = facts(network="friendster")
PICTURE = (Medium(digest="d1"),)


def test_a_text_at_the_limit_leaves_and_one_longer_does_not():
    assert not list(length(post(X, text="x" * 280), X))
    (flag,) = length(post(X, text="x" * 281), X)
    assert flag.severity is Severity.BLOCKED
    assert flag.key == "channel.length:text"
    assert flag.headline == "Text too long: 281 of 280"
    assert flag.way_out == "Shorten it by 1."
    assert flag.evidence == ("281 / 280",)
    assert flag.source_url


@pytest.mark.parametrize(
    ("network", "field", "text", "words"),
    [
        ("linkedin", "text", "𝗕" * 1501, "most emoji count 2"),
        ("bluesky", "text", "👨‍👩‍👧‍👦" * 301, "300 characters"),
        ("push", "text", "日" * 1366, "bytes"),
        ("youtube", "title", "t" * 101, "100 characters"),
        ("linkedin", "first_comment", "c" * 1251, "1250 characters"),
        ("x", "text", "日" * 141, "beyond Latin"),
    ],
)
def test_each_network_counts_in_its_own_way(network, field, text, words):
    where = facts(network=network)
    (flag,) = (one for one in length(post(where, **{field: text}), where))
    assert flag.severity is Severity.BLOCKED
    assert field in flag.key
    assert words in flag.why


def test_a_text_with_a_picture_may_be_shorter():
    telegram = facts(network="telegram")
    long = "t" * 1025
    assert not list(length(post(telegram, text=long), telegram))
    (flag,) = length(post(telegram, text=long, media=PICTURE), telegram)
    assert flag.key == "channel.length:caption"
    assert flag.headline == "Text too long: 1025 of 1024"


def test_a_limit_that_some_accounts_do_not_have_is_a_caution():
    mastodon = facts(network="mastodon")
    (flag,) = length(post(mastodon, text="m" * 501), mastodon)
    assert flag.severity is Severity.CAUTION
    assert "server" in flag.why
    assert not list(length(post(mastodon, text="m" * 500), mastodon))


def test_a_longer_text_is_another_fact_of_the_same_risk():
    (one,) = length(post(X, text="x" * 281), X)
    (other,) = length(post(X, text="x" * 290), X)
    assert one.key == other.key
    assert one.mark != other.mark


def test_a_sixth_hashtag_on_instagram_is_a_caution():
    assert not list(too_many_hashtags(post(INSTAGRAM, text="#a #b #c #d #e"), INSTAGRAM))
    sixth = post(INSTAGRAM, text="#a #b #c #d #e", first_comment="#f")
    (flag,) = too_many_hashtags(sixth, INSTAGRAM)
    assert flag.severity is Severity.CAUTION
    assert flag.headline == "6 hashtags, Instagram takes 5"
    assert flag.evidence == ("#a", "#b", "#c", "#d", "#e", "#f")


def test_networks_without_a_limit_take_all_hashtags():
    assert not list(too_many_hashtags(post(X, text="#a " * 40), X))


def test_a_push_message_says_where_it_is_cut():
    assert not list(fold(post(PUSH, text="p" * 49), PUSH))
    (flag,) = fold(post(PUSH, text="p" * 90), PUSH)
    assert flag.severity is Severity.NOTE
    assert flag.headline == "Cut short after 49 characters"
    assert "Android lock screen (49)" in flag.why
    assert "iPhone banner (80)" in flag.why
    assert "iPhone lock screen" not in flag.why
    assert not list(fold(post(X, text="p" * 90), X))


@pytest.mark.parametrize("text", ["", "  \n", "\u200b\u200d\ufeff", "\u00ad"])
def test_a_post_that_shows_nothing_cannot_leave(text):
    (flag,) = empty(post(X, text=text), X)
    assert flag.severity is Severity.BLOCKED
    assert not list(empty(post(X, text=text, media=PICTURE), X))


def test_one_emoji_is_something_to_see():
    assert not list(empty(post(X, text="🎈"), X))


def test_an_unknown_network_is_not_silently_fine():
    (flag,) = unknown_network(post(UNKNOWN), UNKNOWN)
    assert flag.severity is Severity.NOTE
    assert "friendster" in flag.why
    assert not list(unknown_network(post(X), X))
    long = post(UNKNOWN, text="#a " * 90_000)
    for rule in (length, fold, too_many_hashtags):
        assert not list(rule(long, UNKNOWN))


def test_a_fourth_account_on_instagram_is_a_caution():
    assert not list(too_many_mentions(post(INSTAGRAM, text="@a1 @b2 @c3 @a1"), INSTAGRAM))
    fourth = post(INSTAGRAM, text="@a1 @b2 @c3", first_comment="@d4")
    (flag,) = too_many_mentions(fourth, INSTAGRAM)
    assert flag.severity is Severity.CAUTION
    assert flag.headline == "4 accounts named, Instagram takes 3"
    assert flag.evidence == ("@a1", "@b2", "@c3", "@d4")
    assert not list(too_many_mentions(post(X, text="@a1 @b2 @c3 @d4"), X))
    assert not list(too_many_mentions(post(UNKNOWN, text="@a1 @b2 @c3 @d4"), UNKNOWN))


def test_a_video_without_a_title_is_a_note_where_it_needs_one():
    youtube = facts(network="youtube")
    (flag,) = without_title(post(youtube, title=" "), youtube)
    assert flag.severity is Severity.NOTE
    assert not list(without_title(post(youtube, title="Roggenbrot"), youtube))
    assert not list(without_title(post(X), X))
    assert not list(without_title(post(UNKNOWN), UNKNOWN))
