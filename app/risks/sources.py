"""The word lists of all families: a text is searched for them in one pass."""

from app.risks import date_words, occasions
from app.risks.day_names import day_names
from app.risks.meaning import Source
from app.risks.outcome_words import outcome_words
from app.risks.sensitive_terms import sensitive_words
from app.risks.tone_words import tone_words
from app.risks.words import unfinished_words

SOURCES: tuple[Source, ...] = (
    day_names,
    sensitive_words,
    tone_words,
    outcome_words,
    unfinished_words,
    date_words.phrases,
    occasions.phrases,
)
"""Every family that looks for words adds its lists here."""
