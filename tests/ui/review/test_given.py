from dataclasses import FrozenInstanceError

import pytest

from app.domain.post import Fingerprint, PostId
from ui.review.decision_bar import No
from ui.review.given import GivenApproval, GivenNo, GivenSuggestion

POST, WORDS = PostId("p1"), Fingerprint("f" * 64)


@pytest.mark.parametrize(
    "given",
    [
        GivenApproval(POST, WORDS, frozenset(), {}, ("text",), remembrance=False, note=""),
        GivenNo(POST, WORDS, No.REFUSE, "Not on this day"),
        GivenSuggestion(POST, 1, {"text": "Kurz."}, ""),
    ],
)
def test_what_a_reviewer_gave_stays_about_the_same_post_on_its_way(given):
    with pytest.raises(FrozenInstanceError):
        given.post_id = PostId("p2")
