import pytest

from ui.review.queue_place import QueuePlace

IDS = ("a", "b", "c")


@pytest.mark.in_english
@pytest.mark.parametrize(
    ("current", "words", "before", "after"),
    [
        ("a", "1 of 3", False, True),
        ("c", "3 of 3", True, False),
        ("x", "3 to review", True, True),
        (None, "3 to review", True, True),
    ],
)
def test_it_says_which_of_how_many(current, words, before, after):
    place = QueuePlace(IDS, current)
    assert (place.words, place.has_previous, place.has_next) == (words, before, after)


def test_an_empty_queue_leads_nowhere():
    place = QueuePlace((), None)
    assert (place.has_previous, place.has_next, place.turned(1)) == (False, False, None)


@pytest.mark.parametrize(
    ("current", "around"), [("a", ("b", "c")), ("b", ("c", "a")), ("c", ("b",)), ("x", ())]
)
def test_what_is_turned_to_next_lies_around(current, around):
    assert QueuePlace(IDS, current).around == around


@pytest.mark.parametrize(
    ("current", "step", "found"), [("a", 1, "b"), ("a", -1, None), ("c", 1, None), ("x", -1, "a")]
)
def test_turning_ends_at_the_ends(current, step, found):
    assert QueuePlace(IDS, current).turned(step) == found


@pytest.mark.parametrize(("post", "found"), [("a", "b"), ("c", "a"), ("x", None)])
def test_after_a_post_the_next_one_follows_and_after_the_last_the_first(post, found):
    assert QueuePlace(IDS, "a").following(post) == found


def test_the_first_other_post_is_found():
    assert QueuePlace(IDS, "b").first_but("b") == "a"
    assert QueuePlace(IDS, "a").first_but("a") == "b"
    assert QueuePlace(("a",), "a").first_but("a") is None


def test_nothing_follows_the_only_post():
    assert QueuePlace(("a",), "a").following("a") is None


@pytest.mark.in_english
def test_thousands_have_a_separator():
    ids = tuple(map(str, range(4999)))
    assert QueuePlace(ids, "1233").words == "1,234 of 4,999"
    assert QueuePlace(ids, None).words == "4,999 to review"
