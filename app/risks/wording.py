"""Texts that are not finished: template fields, dummy text, instructions to the poster."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from app.domain.flag import Flag, Severity, mark_of
from app.domain.post import Content, Post
from app.risks.colleague_notes import colleague_notes
from app.risks.counting import URL
from app.risks.facts import Facts
from app.risks.folding import Folded, folded
from app.risks.matching import Hit
from app.risks.meaning import Meaning
from app.risks.open_values import open_values
from app.risks.phrasing import quoted, way_out
from app.risks.reading import Reading, reading
from app.risks.words import LABEL, LATIN, PLACEHOLDER, VERSION, PlaceholderWords, placeholder_words
from app.wording import _

_FIELD_OF_A_TEMPLATE = re.compile(
    r"(?=[{$*%@#\[<])(?:\{\{[^{}\n]{0,80}\}\}"  # Handlebars, Liquid, Braze
    r"|\{%[^%\n]{1,80}%\}"
    r"|\$\{[^{}\n]{1,80}\}"
    r"|\{[a-z_][\w.]{0,40}\}"
    r"|\{[^{}|\n]{1,60}\|[^{}\n]{1,60}\}"  # spinning text
    r"|\*\|[\w:.\- ]{1,60}\|\*"  # Mailchimp
    r"|%%[\w.\- ]{1,60}%%"  # Salesforce
    r"|(?<![\w%])%[a-z_][a-z0-9_]{1,40}%(?!\w)"
    r"|(?<!\w)(?:@@[a-z]\w{1,40}@@|##[a-z]\w{1,40}##)(?!\w)"
    r"|\[\[[a-z_][\w. ]{0,40}\]\]"
    r"|<[a-z]+_[a-z_]{1,40}>"
    r"|</?(?:b|i|u|p|br|em|strong|span|div|img|ul|li|h[1-6])(?:\s[^<>\n]{0,80})?/?>"
    r"|\[object object\]"
    r"|(?<!\w)#(?:n/a|ref!|value!|name\?|div/0!|null!))"  # spreadsheets
)
_BRACKETED = re.compile(
    r"[\[{<](?P<inside>[^\[\]{}<>\n]{1,80})[\]}>]"
    r"|[(【](?P<in_round>[^()【】\n]{1,80})[)】]"
    r"|(?:\*\*|__|~~)(?P<in_marks>[^*_~?!\n]{1,80})(?:\*\*|__|~~)"  # ? and ! speak to readers
)
_MAY_BE_A_FIELD = re.compile(r"[{$*%@\[<]|#[#a-z]")
_MAY_BE_BRACKETED = re.compile(r"[\[{<(【]|\*\*|__|~~")
_RESERVED = ("example.", "localhost", "127.", ".invalid", ".test")
_RESERVED_HOST = re.compile(
    r"(?<![\w-])(?:example\.(?:com|org|net|edu)|localhost|127\.0\.0\.1)(?![\w-]|\.\w)",
    re.IGNORECASE | re.ASCII,
)
_RESERVED_ENDING = re.compile(
    r"https?://[^/\s?#:]{0,250}\.(?:invalid|test|localhost)\b", re.IGNORECASE
)
_EDGES = " .:!…"
_IN_AN_ADDRESS = "://"
_OF_LISTS = f"{PLACEHOLDER}."
_SENTENCE_START = re.compile(r"(?:^|[\n.!?…。！？])[\s*#>•-]{0,4}\Z")
_BEFORE = 6
"""Characters before a label that tell whether a sentence begins with it."""
_COLON = re.compile(r"\s?:")
_NUMBER_AND_COLON = re.compile(
    r"\s?(?:#|nr\.?|no\.?|n°)?\s?(?:\d{1,2}|[a-c])(?:\s?\([^()\n]{0,60}\))?\s?[:)]"
)
_FEWEST_LATIN = 4
"""So many different words of dummy Latin are no coincidence."""
_MOST_WORDS = 6
"""An instruction is short; a longer text in brackets is for the readers."""
_MOST_LETTERS = 45
_LONGEST_TEST = 60


@dataclass(frozen=True, slots=True)
class _Kind:
    """How heavy one way of not being finished is, and a case that shows it."""

    severity: Severity
    source: str
    source_url: str


_MCDONALDS = (
    "McDonald's, 24 November 2017",
    "http://www.myrtlebeachonline.com/news/nation-world/national/article186297773.html",
)
_HBO_MAX = (
    "HBO Max, 17 June 2021",
    "https://www.deseret.com/entertainment/2021/6/18/22540063/hbo-max-integration-test-email",
)
_LITTLE_MIX = ("Little Mix, 2016", "https://www.buzzfeed.com/elliewoodward/hows-this-copy-jade")
_RESERVED_NAMES = ("RFC 2606, RFC 6761", "https://www.rfc-editor.org/rfc/rfc6761")
_KINDS = {
    "template": _Kind(Severity.STOP, *_HBO_MAX),
    "filler": _Kind(Severity.STOP, *_MCDONALDS),
    "missing": _Kind(Severity.STOP, *_MCDONALDS),
    "test": _Kind(Severity.STOP, *_HBO_MAX),
    "address": _Kind(Severity.STOP, *_RESERVED_NAMES),
    "held": _Kind(Severity.STOP, *_MCDONALDS),
    "assistant": _Kind(Severity.STOP, *_LITTLE_MIX),
    "note": _Kind(Severity.CAUTION, *_LITTLE_MIX),
    "marker": _Kind(Severity.CAUTION, *_MCDONALDS),
}


def placeholder(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag what was meant to be replaced, or said to the one who posts.

    McDonald's, 24 November 2017 (a note where the copy should be), HBO Max, 17 June 2021 (a test),
    Little Mix, 2016 (a question to a colleague). Addresses: RFC 2606 and RFC 6761. The words stand
    in resources/words; only those of the market's languages, of the post's and of any are used.
    """
    read = reading(post, facts)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for kind, piece in _pieces(post.content, read):
        found[kind].append(piece)
    for kind, pieces in found.items():
        yield _flag(kind, pieces)


def _pieces(content: Content, read: Reading) -> Iterator[tuple[str, str]]:
    """Yield the kind and the written words of all that is not finished."""
    words = placeholder_words(read.languages)
    text = _without_addresses(read)
    yield from _template_fields(text)
    if content.link:
        yield from _template_fields(Folded(content.link))
    yield from _instructions(text, words)
    yield from _phrases(read, words.ordinary)
    yield from (("marker", text.written(*span)) for span in open_values(text.text))
    yield from (("note", text.written(*span)) for span in colleague_notes(text, words.things))
    yield from _addresses(read.folded.text, read.written)
    yield from _addresses(content.link.casefold(), content.link)
    if len(content.text) <= _LONGEST_TEST and _letters(content.text) in words.alone:
        yield "test", content.text


def _without_addresses(read: Reading) -> Folded:
    if _IN_AN_ADDRESS not in read.written:
        return read.folded
    return Folded(URL.sub(" ", read.written))


def _phrases(read: Reading, ordinary: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield what the word lists find, outside of web addresses.

    Some phrases are `ordinary` words in one of the text's languages, and say nothing there.
    """
    hits = [hit for hit in read.hits if hit.meaning.kind.startswith(_OF_LISTS)]
    if not hits:
        return
    text = read.folded.text
    addresses = [match.span() for match in URL.finditer(text)] if _IN_AN_ADDRESS in text else []
    by_kind: defaultdict[str, list[Hit[Meaning]]] = defaultdict(list)
    for hit in hits:
        if not any(start <= hit.start < end for start, end in addresses):
            by_kind[hit.meaning.kind.removeprefix(_OF_LISTS)].append(hit)
    labels, versions = by_kind.pop(LABEL, []), by_kind.pop(VERSION, [])
    latin = by_kind.pop(LATIN, [])
    for kind, found in by_kind.items():
        telling = (hit for hit in found if hit.meaning.of not in ordinary)
        yield from ((kind, written) for written in read.words(telling))
    yield from (("note", written) for written in _labelled(labels, _COLON, read))
    yield from (("note", written) for written in _drafts(versions, read))
    if len({hit.meaning.of for hit in latin}) >= _FEWEST_LATIN:
        yield from (("filler", written) for written in read.words(latin))


def _labelled(hits: list[Hit[Meaning]], sign: re.Pattern[str], read: Reading) -> Iterator[str]:
    """Yield labels with the sign that follows them, where they begin a sentence."""
    text = read.folded.text
    for hit in hits:
        follows = sign.match(text, hit.end)
        if follows and _SENTENCE_START.search(text, max(0, hit.start - _BEFORE), hit.start):
            yield read.folded.written(hit.start, follows.end())


def _drafts(hits: list[Hit[Meaning]], read: Reading) -> Iterator[str]:
    """Yield the labels of drafts; several of them in a question are a poll."""
    found = list(_labelled(hits, _NUMBER_AND_COLON, read))
    if len(found) == 1 or "?" not in read.written:
        yield from found


def _letters(text: str) -> str:
    """Return the folded words of a text without signs and digits."""
    return re.sub(r"[\W\d_]+", " ", folded(text)).strip()


def _template_fields(text: Folded) -> Iterator[tuple[str, str]]:
    if not _MAY_BE_A_FIELD.search(text.text):
        return
    for match in _FIELD_OF_A_TEMPLATE.finditer(text.text):
        yield "template", text.written(*match.span())


def _instructions(text: Folded, words: PlaceholderWords) -> Iterator[tuple[str, str]]:
    """Yield the bracketed pieces that name a field or ask somebody to put something there."""
    if not _MAY_BE_BRACKETED.search(text.text):
        return
    for match in _BRACKETED.finditer(_FIELD_OF_A_TEMPLATE.sub(_blank, text.text)):
        inside = match["inside"] or match["in_round"] or match["in_marks"]
        if match["inside"] and inside.strip(_EDGES) in words.fields:
            yield "template", text.written(*match.span())
        elif _is_instruction(match, inside, words):
            yield "missing", text.written(*match.span())


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _is_instruction(match: re.Match[str], inside: str, words: PlaceholderWords) -> bool:
    """Tell whether a few words ask for something; round brackets need the plainest of them."""
    if len(inside) > _MOST_LETTERS or len(inside.split()) > _MOST_WORDS:
        return False
    content = Folded(inside.strip(_EDGES))
    has_thing = any(map(content.has, words.things))
    inserts = any(map(content.has, words.inserts)) and any(
        start == 0 or end == len(content.text)
        for word in words.inserts
        for start, end in content.places(word)
    )
    if match["in_round"]:
        return inserts and has_thing
    asks = (*words.lacks, *words.asks) if match["inside"] else words.lacks
    return inserts or (has_thing and any(map(content.has, asks)))


def _addresses(folded_text: str, text: str) -> Iterator[tuple[str, str]]:
    if not any(host in folded_text for host in _RESERVED):
        return
    for pattern in (_RESERVED_HOST, _RESERVED_ENDING):
        for match in pattern.finditer(text):
            yield "address", match[0]


def _flag(name: str, pieces: list[str]) -> Flag:
    kind = _KINDS[name]
    headline, why = _headline_and_reason()[name]
    return Flag(
        rule="wording.placeholder",
        severity=kind.severity,
        key=f"wording.placeholder:{name}",
        mark=mark_of(kind.severity, *sorted({" ".join(piece.split()) for piece in pieces})),
        headline=headline,
        why=why,
        source=kind.source,
        source_url=kind.source_url,
        way_out=way_out(kind.severity),
        evidence=quoted(pieces),
    )


def _headline_and_reason() -> dict[str, tuple[str, str]]:
    """Return what each kind is called and why it matters, in the reader's language."""
    return {
        "template": (
            _("A template field was not filled in"),
            _("People would read the name of the field instead of what belongs there."),
        ),
        "filler": (
            _("Dummy text"),
            _("This text stands in for one that has not been written yet."),
        ),
        "missing": (
            _("Something is still missing"),
            _("The text says what has to be put in its place before it goes out."),
        ),
        "test": (
            _("This looks like a test"),
            _("A test that reaches everybody makes the news."),
        ),
        "address": (
            _("An example address"),
            _("This address leads nowhere: it is reserved for examples and tests."),
        ),
        "held": (
            _("Not released yet"),
            _("The text itself says that somebody has still to look at it, or that it must wait."),
        ),
        "assistant": (
            _("An answer of a writing program"),
            _("These words belong to the program that wrote the text, not to the post."),
        ),
        "note": (
            _("A note to a colleague"),
            _("These words seem meant for the one who posts, not for the readers."),
        ),
        "marker": (
            _("Something seems undecided"),
            _("This word usually marks what still has to be decided or mended."),
        ),
    }
