"""A language that nobody speaks: every text of the program longer, accented, and in brackets.

It shows what a translation would break. A test may go on asking for the English words: `plain`
reads the accented ones as what they stand for.
"""

import re
from functools import cache
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo

from app.wording import DOMAIN
from tests.architecture.project import ROOT, SOURCE_FOLDERS

LOCALE = "en_XA"
LONGER_BY = 0.4

_OPEN, _PAD, _CLOSE = "⟦", "·", "⟧"
_PLAIN = "abcdefghijklmnopqrstuvwxyzABDEGHIKLMNORSTUVWYZ"
_ACCENTED = "ạḅƈḍẹƒǥḥịɉḳḷṃṇọƥʠṛṣṭụṿẉẋỵẓẠḄḌẸǤḤỊḲḶṂṆỌṚṢṬỤṾẈỴẒ"
_TO_ACCENTED = str.maketrans(_PLAIN, _ACCENTED)
_TO_PLAIN = str.maketrans(_ACCENTED, _PLAIN)
_KEPT = re.compile(r"(\{[^{}]*\}|<[^<>]+>)")
_FRAME = re.compile(f"{_OPEN}|{_PAD}*{_CLOSE}")


def pseudo(text: str) -> str:
    """Return a text as the pseudo-locale has it; placeholders and tags stay."""
    parts = _KEPT.split(text)
    accented = "".join(
        part if number % 2 else part.translate(_TO_ACCENTED) for number, part in enumerate(parts)
    )
    letters = sum(len(part) for part in parts[::2])
    return f"{_OPEN}{accented}{_PAD * round(letters * LONGER_BY)}{_CLOSE}"


def plain(text: str) -> str:
    """Return what a text of the pseudo-locale stands for; any other text comes back as it is."""
    return _FRAME.sub("", text).translate(_TO_PLAIN) if _OPEN in text else text


def is_translated(text: str) -> bool:
    """Tell whether any of a text came out of the pseudo-locale."""
    return _OPEN in text


@cache
def messages() -> tuple[str | tuple[str, str], ...]:
    """Return every text of the program; those with a plural as a pair."""
    methods = [(f"{folder}/**.py", "python") for folder in SOURCE_FOLDERS]
    found = (message for _file, _line, message, *_rest in extract_from_dir(ROOT, methods))
    return tuple(dict.fromkeys(found))


def write_catalog(folder: Path) -> None:
    """Write the pseudo-locale where gettext finds it below `folder`."""
    catalog = Catalog(locale="en")
    for message in messages():
        forms = (message,) if isinstance(message, str) else message
        catalog.add(
            message, string=tuple(map(pseudo, forms)) if len(forms) > 1 else pseudo(message)
        )
    target = folder / LOCALE / "LC_MESSAGES" / f"{DOMAIN}.mo"
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        write_mo(file, catalog)
