"""The little words of a text, which tell its language sooner than a model can."""

import re
from collections import defaultdict
from collections.abc import Collection
from functools import cache, lru_cache
from pathlib import Path

from app.days.data_file import tables_of
from app.days.fields import Fields

EVERYDAY_WORDS = Path(__file__).resolve().parents[2] / "resources" / "languages" / "everyday.toml"
"""Articles, prepositions and the like, by language."""

FEWEST = 3
"""So many different little words leave no doubt."""

_WORD = re.compile(r"[^\W\d_]+")


def is_clearly_in(text: str, languages: Collection[str]) -> bool:
    """Tell whether a text has several little words of these languages, and fewer of any other.

    False says nothing: a text may have few such words, or share them with other languages.
    """
    counted = _counted(text)
    ours = max((counted.get(language, 0) for language in languages), default=0)
    if ours < FEWEST:
        return False
    return all(ours > count for language, count in counted.items() if language not in languages)


@lru_cache(maxsize=32)
def _counted(text: str) -> dict[str, int]:
    """Return how many different little words of each language a text has; two rules ask."""
    known = _languages_by_word()
    counted: defaultdict[str, int] = defaultdict(int)
    for word in known.keys() & _WORD.findall(text.lower()):
        for language in known[word]:
            counted[language] += 1
    return counted


@cache
def _languages_by_word() -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    fields = Fields(EVERYDAY_WORDS.name, "languages", tables_of(EVERYDAY_WORDS))
    for language in fields.table:
        for word in set(fields.texts(language)):
            found[word].append(language)
    return {word: tuple(languages) for word, languages in found.items()}
