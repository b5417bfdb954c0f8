"""Greetings of the hour and of the weekday: good morning, happy Friday."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time

from app.domain.flag import Flag, Severity, mark_of
from app.domain.post import Post
from app.risks.date_words import HOUR, cues
from app.risks.facts import Facts
from app.risks.folding import Folded
from app.risks.matching import Hit
from app.risks.meaning import Meaning
from app.risks.phrasing import quoted, way_out, weekday_name
from app.risks.reading import Reading, reading
from app.risks.sentences import sentence_around, starts_sentence
from app.risks.written_dates import weekday_hits, written_dates
from app.wording import _

_HOURS = {"morning": (time(3), time(15)), "evening": (time(14), time(3))}
"""When a greeting may be said, with room for customs: buenos días and bom dia hold until lunch."""
_TO_ALL = re.compile(
    r"\s(?:to\s)?(?:all|everyone|everybody|folks|friends|team|fam|y'all|you all|alle|allen|euch|"
    r"allerseits|zusammen|ihnen|a tous|a toutes|tout le monde|les amis|a todos|a todas|amigos|"
    r"gente|pessoal|a tutti|tutti|iedereen|allemaal|wszystkim|alla|allihopa|kaikille|herkese|"
    r"всем|друзья|усім|друзі|svima|mindenkinek|tuturor|semua|σε ολους|παιδια|לכולם|للجميع)\b"
)
"""To whom good wishes go, which makes them no less a greeting."""


def weekday_greeting(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag “happy Friday” and “it’s Friday” on another day.

    A greeting dates a post by itself, and after a move it is a day too early or too late.
    """
    text, day = reading(post, facts), post.content.day
    hits = weekday_hits(text)
    if day is None or not hits:
        return
    today = {(hit.start, hit.end) for hit in hits if int(hit.meaning.of) == day.weekday()}
    dates = written_dates(text, facts.market.country)
    for hit in hits:
        is_dated = any(one.first <= hit.start < one.last for one in dates)
        if is_dated or (hit.start, hit.end) in today:
            continue
        start = _start_of_greeting(text, hit)
        if start is not None:
            words = text.folded.written(start, hit.end)
            yield _wrong_weekday(int(hit.meaning.of), day, words)
            return


def hour_greeting(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag a good morning in the evening, and a good evening in the morning.

    It must be a greeting: at the start of a sentence, and not the name of a dish or a show.
    """
    local = post.content.local
    if local is None:
        return
    text = reading(post, facts)
    whole = text.folded.text
    for hit in text.of(HOUR):
        if _is_within(local.time(), _HOURS[hit.meaning.of]):
            continue
        if ends_greeting(whole, hit.end) and starts_sentence(whole, hit.start):
            yield _wrong_hour(hit, text.folded.written(hit.start, hit.end), local)
            return


def ends_greeting(whole: str, end: int) -> bool:
    """Tell whether a greeting ends here: good morning, and not Good Morning Bowl."""
    rest = whole[end : end + 2]
    goes_on = rest[:1] in {"-", "_", "'"} or rest.lstrip(" ")[:1].isalpha()
    return not goes_on or bool(_TO_ALL.match(whole, end))


def _start_of_greeting(text: Reading, hit: Hit[Meaning]) -> int | None:
    """Return where good wishes for a weekday begin, or nothing where there are none."""
    whole = text.folded.text
    if not ends_greeting(whole, hit.end):
        return None
    start, _end = sentence_around(whole, hit.start, hit.end)
    for cue in cues(text.languages).hits(Folded(whole[start : hit.end])):
        place = start + cue.start
        is_wish = cue.meaning.kind == "wish"
        is_said = cue.meaning.kind == "is" and starts_sentence(whole, place)
        if (is_wish or is_said) and not whole[start + cue.end : hit.start].strip():
            return place
    return None


def _is_within(clock: time, hours: tuple[time, time]) -> bool:
    first, last = hours
    return first <= clock < last if first < last else clock >= first or clock < last


def _wrong_weekday(said: int, day: date, words: str) -> Flag:
    return Flag(
        rule="date.relative",
        severity=Severity.CAUTION,
        key="date.relative:weekday",
        mark=mark_of(Severity.CAUTION, str(said), day.isoformat()),
        headline=_("A greeting for another weekday"),
        why=_("The post goes out on a {weekday}, and the text says {said}.").format(
            weekday=weekday_name(day.weekday()), said=weekday_name(said)
        ),
        way_out=way_out(Severity.CAUTION),
        evidence=quoted([words]),
    )


def _wrong_hour(hit: Hit[Meaning], words: str, local: datetime) -> Flag:
    clock = f"{local:%H:%M}"
    return Flag(
        rule="date.relative",
        severity=Severity.CAUTION,
        key=f"date.relative:{hit.meaning.of}",
        mark=mark_of(Severity.CAUTION, hit.meaning.of, clock),
        headline=_("A greeting for another hour"),
        why=_("The post goes out at {clock}, and the text says “{word}”.").format(
            clock=clock, word=words
        ),
        way_out=way_out(Severity.CAUTION),
        evidence=quoted([words]),
    )
