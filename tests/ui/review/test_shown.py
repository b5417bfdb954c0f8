from types import SimpleNamespace

import pytest

from ui.review.reading_memory import FLAG
from ui.review.review_page import MEDIUM, TEXT
from ui.review.shown import shown_of

FLAGGED = SimpleNamespace(all_flags=[SimpleNamespace(key="day", sight="flag:day@2")])


@pytest.mark.parametrize(("unseen", "text"), [((), ("text",)), ((f"{TEXT}2",), ())])
def test_all_texts_count_as_one_and_a_flag_in_the_state_that_was_read(unseen, text):
    watch = SimpleNamespace(
        seen=(f"{TEXT}1", f"{MEDIUM}0", f"{FLAG}day", f"{FLAG}gone"),
        unseen=[SimpleNamespace(name=name) for name in unseen],
    )
    assert shown_of(watch, FLAGGED) == (*text, f"{MEDIUM}0", "flag:day@2", f"{FLAG}gone")
