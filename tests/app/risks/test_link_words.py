"""What can be wrong with a link, in words."""

import pytest

from app.risks.link_words import Fault, words_of
from app.risks.phrasing import LONGEST_HEADLINE


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_has_a_short_headline_and_one_sentence_of_reason(fault):
    headline, why = words_of(fault)
    assert 0 < len(headline) <= LONGEST_HEADLINE
    assert why.endswith(".")


def test_no_two_faults_sound_alike():
    assert len({words_of(fault) for fault in Fault}) == len(Fault)
