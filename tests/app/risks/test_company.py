"""Which posts have to do with each other."""

from datetime import datetime, timedelta

import pytest

from app.domain.channel import ChannelId
from app.domain.medium import Medium
from app.domain.post import PostId
from app.risks.company import (
    MOST_MET,
    TWINS_WITHIN,
    Company,
    Glimpse,
    companions_in,
    glimpse_of,
    likeness,
    plain,
    words_of,
)
from tests.builders.domain import content, post

NOON = datetime(2027, 6, 10, 12)
TEXT = "Frisch aus dem Ofen: unser Roggenbrot mit Sauerteig liegt heute bereit."
OTHER = "Am Samstag öffnen wir schon um sieben, und der Kaffee geht auf uns alle."
DAY = timedelta(days=1)


def glimpse(name, local=NOON, text=TEXT, channel="c", pictures=()):
    return Glimpse(PostId(name), ChannelId(channel), local, plain("", text), pictures)


def met(one, *others):
    return Company(others).met_by(one)


@pytest.mark.parametrize("apart", [TWINS_WITHIN, -TWINS_WITHIN, DAY])
def test_the_same_words_meet_forward_and_back(apart):
    other = glimpse("b", NOON + apart, TEXT.replace(":", " –").upper())
    assert met(glimpse("a"), other) == {"b"}


def test_what_lies_further_apart_or_elsewhere_or_says_something_else_does_not_meet():
    far = glimpse("far", NOON + TWINS_WITHIN + timedelta(minutes=1))
    elsewhere = glimpse("elsewhere", NOON + DAY, channel="d")
    different = glimpse("different", NOON + DAY, OTHER)
    assert met(glimpse("a"), far, elsewhere, different) == set()


def test_posts_within_the_hour_meet_whatever_they_say():
    near = glimpse("near", NOON + timedelta(minutes=59), OTHER)
    assert met(glimpse("a"), near) == {"near"}


def test_posts_with_one_picture_meet_within_a_year():
    shows = glimpse("b", NOON - 300 * DAY, OTHER, pictures=("d1", "d2"))
    older = glimpse("c", NOON - 400 * DAY, OTHER, pictures=("d1",))
    assert met(glimpse("a", pictures=("d1",)), shows, older) == {"b"}


def test_a_post_never_meets_itself():
    assert met(glimpse("a"), glimpse("a")) == set()


def test_very_short_texts_are_alike_by_chance():
    assert met(glimpse("a", text="Ahoi!"), glimpse("b", NOON + DAY, "Ahoi!")) == set()
    assert likeness("ahoi", "ahoi") == 0


def test_likeness_is_zero_below_the_threshold():
    new_year = plain("", "Happy New Year from all of us")
    easter = plain("", "Happy Easter from all of us")
    assert likeness(new_year, easter) == 0
    assert likeness(new_year, new_year) == 100


def test_the_title_counts_among_the_words():
    assert words_of(content(title="Folge 7", text="Der – Ofen!")) == "folge 7 der ofen"


@pytest.mark.parametrize("local", [datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59)])
def test_the_ends_of_the_calendar_are_only_days(local):
    assert met(glimpse("a", local), glimpse("b", local)) == {"b"}


@pytest.mark.parametrize(
    "end", ["#Brot #Köln", "https://a.example/?utm_source=x", "#Brot https://a.de"]
)
def test_other_hashtags_and_addresses_at_the_end_make_no_other_text(end):
    assert plain("", f"{TEXT} {end}") == plain("", TEXT)
    assert plain("", f"Heute #Brot aus dem Ofen. {end}") == "heute brot aus dem ofen"
    assert plain("", end) == plain("", f" {end} ") != ""


def test_a_glimpse_holds_words_and_pictures_of_dated_posts_only():
    seen = glimpse_of(post(text="Guten Tag!", media=(Medium(digest="d1"), Medium(url="u"))))
    assert (seen.words, seen.pictures) == ("guten tag", ("d1",))
    assert glimpse_of(post(local=None)) is None
    assert glimpse_of(post(cancelled=True)) is None


def test_the_posts_of_a_file_are_each_others_companions():
    one = post(id="one", text=TEXT)
    twin = post(id="twin", text=TEXT, local=one.content.local + DAY)
    alone = post(id="alone", text=OTHER, local=one.content.local + 2 * DAY)
    found = companions_in([one, twin, alone], lambda each: each.id)
    assert {key: [other.name for other in others] for key, others in found.items()} == {
        "one": ["twin"],
        "twin": ["one"],
    }


def test_of_a_sentence_that_is_said_all_year_only_the_nearest_meet():
    daily = [post(id=f"{number:02}", text=TEXT, local=NOON + number * DAY) for number in range(40)]
    found = companions_in(daily, lambda each: each.id)
    assert {other.name for other in found[PostId("00")]} == {f"{n:02}" for n in range(1, 13)}
    assert {len(others) for others in found.values()} == {MOST_MET}


def test_siblings_meet_wherever_and_whenever_they_stand():
    first = post(id="first", text=TEXT, local=None)
    second = post(id="second", text=OTHER, idea="first", channel="other")
    gone = post(id="gone", text=OTHER, idea="first", cancelled=True)
    found = companions_in([first, second, gone], lambda each: each.id)
    assert [(other.name, other.is_sibling) for other in found["first"]] == [("second", True)]
    assert [(other.name, other.is_sibling) for other in found["second"]] == [("first", True)]


def test_many_posts_close_in_time_hide_no_twin_of_another_day():
    crowd = [
        glimpse(f"c{n}", NOON + timedelta(minutes=n), f"{OTHER} {n * 7919}") for n in range(30)
    ]
    twin = glimpse("twin", NOON - 40 * DAY)
    assert "twin" in Company([*crowd, twin]).nearest_to(glimpse("a"))
    assert len(Company([*crowd, twin]).met_by(glimpse("a"))) == 31
