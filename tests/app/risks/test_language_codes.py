"""Languages that go by several codes."""

import pytest

from app.risks.language_codes import known_as


@pytest.mark.parametrize(
    ("code", "known"), [("no", "nb"), ("fil", "tl"), ("de", "de"), ("xx", "xx")]
)
def test_each_language_has_one_code_in_the_word_lists(code, known):
    assert known_as(code) == known
