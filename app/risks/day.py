"""What the day and the hour of a post mean in its market."""

from collections.abc import Iterator
from dataclasses import replace

from app.days.occasions import MIDNIGHT
from app.domain.flag import Flag, Severity, mark_of
from app.domain.observance import Observance, Part, Tone
from app.domain.post import Post
from app.risks import occasions
from app.risks.facts import Facts
from app.risks.folding import Folded
from app.risks.phrasing import fitted, way_out
from app.risks.reading import reading
from app.wording import _


def solemn_day(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag the solemn days of the post's day.

    KFC Germany, 9 November 2022: a message tied to a list of dates that had no meanings. Three in
    ten published cases hang on a day. Severity and reason come from resources/days/solemn.toml. A
    day that is celebrated with care weighs one step less, unless the text names what clashes with
    it: Halloween on the Day of the Dead.
    """
    for day in facts.observances(post):
        if day.part is Part.DAY and day.tone is not Tone.HOLIDAY:
            if day.tone is Tone.CAREFUL and _names_the_clash(post, facts, day):
                day = replace(day, severity=_one_step_higher(day.severity))  # noqa: PLW2901
            yield _flag("day.solemn", day, headline=day.name, hours="")


def _names_the_clash(post: Post, facts: Facts, day: Observance) -> bool:
    may_lie_elsewhere = bool(day.subdivisions) and not facts.market.subdivisions
    if not day.clash or may_lie_elsewhere or day.switched_off:
        return False
    read, clash = reading(post, facts), Folded(day.clash)
    named = read.of(occasions.NAME, occasions.FULL)
    return any(clash.has(read.folded.text[hit.start : hit.end]) for hit in named)


def _one_step_higher(severity: Severity) -> Severity:
    return Severity(min(Severity.STOP, severity + 1))


def eve(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag a post in the evening on which a solemn day begins at sunset.

    Jewish and Muslim days begin in the evening before; 16:00 stands for the earliest sunset.
    """
    for day in facts.observances(post):
        if day.part is Part.EVE and _is_within(post, day):
            headline = _("Begins this evening: {name}").format(name=day.name)
            yield _flag("day.eve", day, headline=headline, hours=_hours(day))


def moment(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag a post that goes out in a quiet minute or hour.

    Sirens, bells and silences have their time: 10 November 09:05 in Turkey, 4 May 20:00 in the
    Netherlands, 09:00 on every day in Ukraine. The hour matters, so it is a flag of its own.
    """
    for day in facts.observances(post):
        if day.part is Part.MOMENT and _is_within(post, day):
            headline = _("Quiet at {hours}: {name}").format(hours=_hours(day), name=day.name)
            yield _flag("day.moment", day, headline=headline, hours=_hours(day))


def holiday(post: Post, facts: Facts) -> Iterator[Flag]:
    """Note public holidays and other observed days, as the `holidays` package has them."""
    for day in facts.observances(post):
        if day.tone is Tone.HOLIDAY:
            yield _flag("day.holiday", day, headline=day.name, hours="")


def day_after(post: Post, facts: Facts) -> Iterator[Flag]:
    """Note the day after a stop: what went wrong in the evening is read by those who wake up to it.

    Tasteless posts are shared for a day and taken down on the next one, with an apology.
    """
    for day in facts.beside(post):
        if day.part is Part.AFTER:
            headline = _("The day after: {name}").format(name=day.name)
            yield _flag("day.after", day, headline=headline, hours="")


def sighting(post: Post, facts: Facts) -> Iterator[Flag]:
    """Note both neighbours of a grave day that follows the moon.

    Committees sight the new moon in the evening before; countries have differed by one day in
    most years (Ashura by Umm al-Qura and in Iran: 2025, 2027).
    """
    for day in facts.beside(post):
        if day.part is Part.SIGHTING:
            headline = _("May fall on this day by sighting: {name}").format(name=day.name)
            yield _flag("day.sighting", day, headline=headline, hours="")


def long_weekend(post: Post, facts: Facts) -> Iterator[Flag]:
    """Note Saturday and Sunday before a grave day off on a Monday, such as US Memorial Day.

    “Happy Memorial Day weekend” offers begin on Saturday, and are taken up on the day itself.
    """
    for day in facts.beside(post):
        if day.part is Part.WEEKEND:
            headline = _("Long weekend before: {name}").format(name=day.name)
            yield _flag("day.weekend", day, headline=headline, hours="")


def _is_within(post: Post, day: Observance) -> bool:
    """Tell whether the post's time lies in the window; one that ends at 00:00 ends the day."""
    local = post.content.local
    starts, ends = day.starts or MIDNIGHT, day.ends or MIDNIGHT
    return (
        local is not None and starts <= local.time() and (ends == MIDNIGHT or local.time() < ends)
    )


def _flag(rule: str, day: Observance, *, headline: str, hours: str) -> Flag:
    """Return a flag of a day; one that was switched off keeps its key under a rule of its own.

    So no severity that the team chooses for solemn days switches it on again.
    """
    return Flag(
        rule="day.switched-off" if day.switched_off else rule,
        severity=day.severity,
        key=f"{rule}:{day.id}",
        mark=mark_of(day.severity, day.day.isoformat(), hours),
        headline=fitted(headline),
        why=why_of(day),
        source=source_of(day),
        source_url=day.source_url,
        way_out=way_out(day.severity),
        evidence=_evidence(day, hours),
    )


def why_of(day: Observance) -> str:
    """Return all that a reader should know of a day; who has switched it off comes first."""
    sentences = [day.switched_off and _ended(day.switched_off), day.why]
    if day.is_estimate:
        sentences.append(_("The date depends on sighting and may shift by one day."))
    if day.clash:
        sentences.append(_("It collides with: {clash}.").format(clash=day.clash))
    if day.legal:
        sentences.append(_("{law} Check with counsel.").format(law=day.legal))
    return " ".join(sentence for sentence in sentences if sentence)


def source_of(day: Observance) -> str:
    """Return the source of a day, and whether nobody has read it yet."""
    if day.is_checked or day.tone is Tone.HOLIDAY:
        return day.source
    return _("{source} (not checked yet)").format(source=day.source)


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."


def _evidence(day: Observance, hours: str) -> tuple[str, ...]:
    local_name = day.local_name if day.local_name != day.name else ""
    return tuple(fact for fact in (day.day.isoformat(), hours, local_name) if fact)


def _hours(day: Observance) -> str:
    """Return the window of an eve or a moment, as in 16:00–24:00."""
    starts, ends = day.starts or MIDNIGHT, day.ends or MIDNIGHT
    return f"{starts:%H:%M}–{'24:00' if ends == MIDNIGHT else f'{ends:%H:%M}'}"
