"""Languages by tag or by name."""

import pytest

from app.exchange.cells import UnreadableError
from app.exchange.language_names import read_language


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        *((name, "de") for name in ("de", "DE", "German", "Deutsch", "allemand", "Alemán")),
        *((name, "fr") for name in ("fr", "French", "français", "Französisch")),
        *((name, "ar") for name in ("Arabic", "العربية")),
        ("日本語", "ja"),
        ("EN-us", "en-US"),
        ("pt_br", "pt-BR"),
        ("zh-hans-cn", "zh-Hans-CN"),
        ("English (US)", "en"),
    ],
)
def test_a_language_is_known_by_its_tag_and_by_its_names(text, tag):
    assert read_language(text) == tag


@pytest.mark.parametrize("text", ["Klingon", "xx", "??", "de/fr"])
def test_what_is_no_language_is_said_so(text):
    with pytest.raises(UnreadableError, match="is not a language"):
        read_language(text)
