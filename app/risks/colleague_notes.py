"""What stands in a text for a colleague: a call to a name about a picture, the name of a file."""

import re
from collections.abc import Collection, Iterator

from app.risks.folding import Folded

_AT_A_LINE = r"(?:^|\n)[^\S\n]*"
_CALL = re.compile(_AT_A_LINE + r"(?:[※>(\[]\s*)?@[\w.]+\s?[,:–-]?\s[^.!?\n。]{0,120}")
"""A mention at the start of a line, and what is said to it."""
_POLITE_CALL = re.compile(
    _AT_A_LINE + r"(?:※\s*)?[^\s、。@#]{1,6}(?:さん|様|くん|ちゃん)、[^。\n]{0,40}"
    r"(?:上げて|あげて|投稿して|公開して|出して|差し替え|使って|載せて|アップ)"
)
_BEWARE = re.compile(
    _AT_A_LINE
    + r"(?:ojo|heads up|(?:atencion|attention|achtung|attenzione) (?:equipo|equipe|team))\b"
    r"[^.!?\n:]{0,24}:"
)
_PART = (
    r"(?:v\d{1,2}|rev\d{0,2}|final\w{0,4}|def|definitiv\w{0,2}"
    r"|draft|entwurf|bozza|borrador|neu|new|ok|kopie|copy)"
)
"""What files are called by when there are several of them."""
_VERSION_OF_A_FILE = re.compile(
    rf"(?<![\w#@/.])(?:[^\W_]+_)+{_PART}(?:_[^\W_]+)*(?!\w)",
)
_ENDING = r"\.(?:docx?|xlsx?|pptx?|psd|indd|jpe?g|png|gif|mp4|mov|tiff?)(?![\w/])"
_HAS_ENDING = re.compile(_ENDING)
_FILE = re.compile(rf"(?<![\w#@/.-])[\w-]{{1,60}}{_ENDING}")


def colleague_notes(text: Folded, things: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield where a text speaks to a colleague; `things` are what colleagues are asked about."""
    read = text.text
    if "@" in read:
        for call in _CALL.finditer(read):
            said = Folded(call[0].partition("@")[2])
            if any(map(said.has, things)):
                yield call.span()
    if "、" in read:
        yield from (match.span() for match in _POLITE_CALL.finditer(read))
    if ":" in read:
        yield from (match.span() for match in _BEWARE.finditer(read))
    if "_" in read:
        yield from (match.span() for match in _VERSION_OF_A_FILE.finditer(read))
    if _HAS_ENDING.search(read):
        yield from (match.span() for match in _FILE.finditer(read))
