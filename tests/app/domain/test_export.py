"""What a format carries and what is still at the scheduler."""

from datetime import timedelta

from app.domain.export import Carrier
from app.domain.medium import Medium
from tests.builders.domain import NOW, TEXT_CARRIER, content, hand_over

PICTURE = Medium("https://media.example/loaf.png", alt="A loaf")


def test_a_carried_post_leaves_nothing_behind():
    assert TEXT_CARRIER.left_behind(content(media=(PICTURE,), tags=("a",))) == ()


def test_each_field_that_is_not_carried_is_named():
    rich = content(title="T", link="L", first_comment="C", options=(("board", "B"),))
    assert TEXT_CARRIER.left_behind(rich) == ("title", "link", "first_comment", "options")


def test_pictures_over_the_limit_are_named():
    assert TEXT_CARRIER.left_behind(content(media=(PICTURE, PICTURE))) == ("second_medium",)


def test_a_format_without_pictures_names_them_once():
    assert Carrier("x", frozenset({"text"}), 0).left_behind(content(media=(PICTURE,))) == ("media",)


def test_a_campaign_may_stay_behind():
    assert TEXT_CARRIER.left_behind(content(campaign="Herbst")) == ()


def test_a_hand_over_is_open_until_its_time_or_a_persons_word():
    assert hand_over().is_open(NOW)
    assert not hand_over().is_open(NOW + timedelta(days=10))
    assert not hand_over(is_closed=True).is_open(NOW)
