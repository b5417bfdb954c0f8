"""Languages by tag or by name, in the languages of plans and in their own."""

import re
from functools import cache

from babel import Locale
from babel.localedata import locale_identifiers

from app.exchange.cells import UnreadableError, folded
from app.wording import _

_LANGUAGES = ("en", "de", "fr", "es", "pt", "it")
_TAG = re.compile(
    r"(?P<language>[A-Za-z]{2,3})(?:[-_](?P<script>[A-Za-z]{4}))?(?:[-_](?P<region>[A-Za-z]{2}))?"
)


def read_language(text: str) -> str:
    """Return the BCP 47 tag that a cell means, such as `de` or `pt-BR`; UnreadableError if none."""
    tag = _TAG.fullmatch(text.strip())
    if tag and tag["language"].lower() in _codes():
        parts = (
            tag["language"].lower(),
            (tag["script"] or "").title(),
            (tag["region"] or "").upper(),
        )
        return "-".join(filter(None, parts))
    named = _names().get(folded(text)) or _names().get(folded(re.sub(r"\(.*\)", "", text)))
    if named:
        return named
    raise UnreadableError(
        _(
            "“{text}” is not a language. Write its name or its code, such as de or pt-BR, "
            "and import again."
        ).format(text=text)
    )


@cache
def _codes() -> frozenset[str]:
    return frozenset(tag for tag in locale_identifiers() if "_" not in tag)


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for code in sorted(_codes()):
        for shown in (*(Locale(language) for language in _LANGUAGES), Locale(code)):
            name = shown.languages.get(code)
            if name:
                names.setdefault(folded(name), code)
    return names
