from hypothesis import given
from hypothesis import strategies as st

from ui.calendar.zoom import AS_IT_FITS, NARROWEST, STEPS, day_width, is_zoom, stepped

BEST = 128


def test_two_weeks_stand_beside_each_other_on_a_usual_screen():
    assert day_width(AS_IT_FITS, BEST, share=1290 // 14) == 1290 // 14


def test_days_that_could_not_be_read_beside_each_other_are_as_wide_as_reads_best():
    assert day_width(AS_IT_FITS, BEST, share=1290 // 28) == BEST


def test_at_the_smallest_zoom_four_weeks_fit_too():
    share = 1290 // 28
    assert day_width(STEPS[0], BEST, share) == share


def test_days_always_fill_the_room():
    assert all(day_width(zoom, BEST, share=400) >= 400 or zoom > 300 for zoom in STEPS)


@given(best=st.integers(30, 300), share=st.integers(1, 400), zoom=st.sampled_from((0, *STEPS)))
def test_each_step_is_seen_or_there_is_none(best, share, zoom):
    here = day_width(zoom, best, share)
    wider, narrower = (stepped(zoom, step, best, share) for step in (1, -1))
    assert day_width(wider, best, share) > here or wider == zoom
    assert day_width(narrower, best, share) < here or narrower == zoom
    assert all(day_width(one, best, share) >= min(NARROWEST, here) for one in (wider, narrower))


def test_only_its_own_steps_are_a_zoom():
    assert all(is_zoom(one) for one in (AS_IT_FITS, *STEPS))
    assert not is_zoom(77)
