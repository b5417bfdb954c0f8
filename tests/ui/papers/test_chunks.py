from hypothesis import given
from hypothesis import strategies as st

from ui.papers.chunks import chunked


def test_what_fits_on_a_page_is_never_torn():
    assert chunked([[4, 4], [4, 4]], 10) == [[0, 1], [2, 3]]


def test_what_fits_on_no_page_begins_where_it_stands_and_goes_on():
    assert chunked([[4], [4, 4, 4]], 10) == [[0, 1], [2, 3]]


def test_even_a_part_larger_than_a_page_has_its_place():
    assert chunked([[50], [3]], 10) == [[0], [1]]
    assert chunked([], 10) == []


@given(st.lists(st.lists(st.integers(1, 30), min_size=1, max_size=6), max_size=12))
def test_nothing_is_lost_and_nothing_stands_twice(groups):
    pages = chunked(groups, 25)
    flat = [number for page in pages for number in page]
    assert flat == list(range(sum(len(group) for group in groups)))
    sizes = [size for group in groups for size in group]
    assert all(len(page) == 1 or sum(sizes[n] for n in page) <= 25 for page in pages)
