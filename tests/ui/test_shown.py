"""What a picture may show."""

from ui.shown import SIZE, Shown


def test_each_is_asked_for_by_one_plain_word():
    assert all(one.value.isalpha() and one.value.islower() for one in Shown)


def test_it_is_as_large_as_the_window_is_at_first():
    assert (SIZE.width(), SIZE.height()) == (1440, 900)
