"""The word lists of all families."""

from app.risks.meaning import Meaning
from app.risks.sources import SOURCES


def test_every_source_has_phrases_with_a_kind_of_their_own():
    kinds = []
    for source in SOURCES:
        phrases = [phrase for language in ("any", "en", "de") for phrase in source(language)]
        assert phrases
        assert all(isinstance(meaning, Meaning) for _phrase, meaning in phrases)
        kinds.append({meaning.kind for _phrase, meaning in phrases})
    assert sum(map(len, kinds)) == len(set().union(*kinds))
