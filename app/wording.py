"""The words of the program in the reader's language; English where no translation is.

A module takes `_` and `ngettext` from here; Babel finds the texts by these names.
"""

import gettext
from pathlib import Path

DOMAIN = "countersign"
FOLDER = Path(__file__).resolve().parents[1] / "resources" / "locale"


class _Spoken:
    """The translation in force; gettext's own functions would search for its file at each text."""

    translation = gettext.NullTranslations()


def speak_the_readers_language(folder: Path = FOLDER) -> None:
    """Take all words from the translation in `folder` that LANGUAGE or LANG ask for, else English.

    Holds for the whole process; called once, before anything is said.
    """
    _Spoken.translation = gettext.translation(DOMAIN, folder, fallback=True)


def speak_english() -> None:
    """Take all words as they stand in the code."""
    _Spoken.translation = gettext.NullTranslations()


def _(text: str) -> str:
    """Return a text in the reader's language."""
    return _Spoken.translation.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of a text that fits a count, in the reader's language."""
    return _Spoken.translation.ngettext(one, many, count)
