"""What stands where on a card: icons and words, each with its room."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QRect

from app.commands.texts import severity_name
from app.commands.views import Card
from app.domain.flag import Severity
from ui.cards.card_layout import GAP, CardLayout, Density
from ui.cards.card_words import (
    first_words,
    network_words,
    queued_word,
    queued_words,
    severity_word,
    short_zone_words,
    stage_word,
    time_words,
    zone_words,
)
from ui.widgets.icons import severity_icon_name, stage_icon_name

NETWORK = "network:"
"""Prefix of an icon that is the glyph of a network."""


LEAST_FOR_WORDS = 5
"""A card of fewer icons' width has room for signs only."""
SHORTEST_NAME = 2
"""The glyph of a network with a shorter name says it all."""

FIRST_WORDS = ""
"""Stands for the first words of a card, which come last in its line."""
MOST_KNOWN = 2_000


class Ink(Enum):
    """What a word or icon is drawn with."""

    TEXT = auto()
    QUIET = auto()
    STRIPE = auto()


@dataclass(frozen=True, slots=True)
class Sign:
    """An icon in its room."""

    name: str
    room: QRect
    ink: Ink = Ink.TEXT


@dataclass(frozen=True, slots=True)
class Words:
    """A text in its room; with more than one line, the room is that of the first."""

    text: str
    room: QRect
    is_strong: bool = False
    ink: Ink = Ink.TEXT
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Arrangement:
    """All that stands on a card beside its box."""

    signs: tuple[Sign, ...]
    words: tuple[Words, ...]


Width = Callable[[str, bool], int]
"""How wide a text is, and whether it is strong."""


Known = dict[tuple[object, ...], Arrangement]
"""How lines are arranged, by what that depends on; their first words stand for those of a card."""


def arrange(
    card: Card, place: QRect, layout: CardLayout, width: Width, known: Known | None = None
) -> Arrangement:
    """Return what stands where on a card of this size.

    Many cards of one line differ in their first words alone; what is `known` of them is kept.
    """
    if layout.density is not Density.COMPACT:
        return _sorted(_several_lines(card, place, layout, width))
    line = _known_line(card, place, layout, width, {} if known is None else known)
    if not line.words or line.words[-1].text:
        return line
    first = Words(first_words(card), line.words[-1].room)
    return Arrangement(line.signs, (*line.words[:-1], first))


Parts = Iterator[Sign | Words]


def _sorted(parts: Parts) -> Arrangement:
    found = tuple(parts)
    return Arrangement(
        signs=tuple(part for part in found if isinstance(part, Sign)),
        words=tuple(part for part in found if isinstance(part, Words)),
    )


def _known_line(
    card: Card, place: QRect, layout: CardLayout, width: Width, known: Known
) -> Arrangement:
    there = (card.local, card.zone) if layout.clock else None
    severity, time = card.severity, time_words(card)
    depends_on = (place.getRect(), severity, card.is_held, card.stage, time, there)
    line = known.get(depends_on)
    if line is None:
        if len(known) >= MOST_KNOWN:
            known.clear()
        line = known[depends_on] = _sorted(_one_line(card, place, layout, width))
    return line


def _one_line(card: Card, place: QRect, layout: CardLayout, width: Width) -> Parts:
    room = layout.without_start(layout.line_rect(place, 0), layout.icon + GAP)
    if card.severity is not None:
        sign = severity_icon_name(card.severity)
        yield Sign(sign, layout.trailing(room, layout.icon), Ink.STRIPE)
        room = layout.without_end(room, layout.icon + GAP)
    if card.is_held:
        yield Sign("hold", layout.trailing(room, layout.icon))
        room = layout.without_end(room, layout.icon + GAP)
    below, taken = layout.line_rect(place, 1), 0
    for words in _other_time(card, below, layout, width):
        yield words
        taken = width(words.text, False) + GAP
    time = time_words(card)
    if time and width(time, True) <= room.width():
        yield Words(time, room, is_strong=True)
        room = layout.without_start(room, width(time, True) + GAP)
    has_words = room.width() > 3 * layout.icon
    if room.width() > 6 * layout.icon or (not has_words and room.width() >= layout.icon):
        yield Sign(stage_icon_name(card.stage), layout.trailing(room, layout.icon), Ink.QUIET)
        room = layout.without_end(room, layout.icon + GAP)
    if room.width() > 2 * layout.icon:
        yield Words(FIRST_WORDS, room)
        return
    if layout.clock is not None:
        room = layout.without_start(below, taken)
        if room.width() > 2 * layout.icon:
            yield Words(FIRST_WORDS, room)


def _several_lines(card: Card, place: QRect, layout: CardLayout, width: Width) -> Parts:
    time = time_words(card)
    upper = layout.without_start(layout.line_rect(place, 0), layout.icon + GAP)
    yield from _heading(card, upper, layout, width)
    row = 1
    if time and upper.width() < width(time, True) <= layout.line_rect(place, row).width():
        yield Words(time, layout.line_rect(place, row), is_strong=True)
        row += 1
    for words in _other_time(card, layout.line_rect(place, row), layout, width):
        yield words
        row += 1
    if upper.width() < layout.icon:
        network = layout.leading(layout.line_rect(place, row), layout.icon)
        yield Sign(NETWORK + card.channel.network, network, Ink.QUIET)
    lines = layout.lines - 1 - row
    if lines and place.width() >= LEAST_FOR_WORDS * layout.icon:
        yield Words(first_words(card), layout.line_rect(place, row), lines=lines)
    yield from _state(card, layout.line_rect(place, layout.lines - 1), layout, width)


def _other_time(card: Card, room: QRect, layout: CardLayout, width: Width) -> Iterator[Words]:
    """Yield the time in another zone where there is one, in the longest form that has room."""
    forms = layout.clock.forms(card.local, card.zone) if layout.clock else ()
    fitting = [form for form in forms if width(form, False) <= room.width()]
    if fitting:
        yield Words(fitting[0], room, ink=Ink.QUIET)


def _heading(card: Card, room: QRect, layout: CardLayout, width: Width) -> Parts:
    """Yield what stands beside the box; where room is short the time comes before the network."""
    step = layout.icon + GAP
    time = time_words(card)
    need = width(time, True) if time else 0
    signs = step * (2 if card.is_held else 1)
    is_time_first = bool(time) and need <= room.width() < need + signs
    if room.width() >= layout.icon and not is_time_first:
        yield Sign(NETWORK + card.channel.network, layout.trailing(room, layout.icon), Ink.QUIET)
        room = layout.without_end(room, step)
    if card.is_held:
        yield Sign("hold", layout.trailing(room, layout.icon), Ink.STRIPE)
        room = layout.without_end(room, step)
    if time and need > room.width():
        return  # a zone without its time says nothing
    if time:
        yield Words(time, room, is_strong=True)
        room = layout.without_start(room, need + GAP)
    forms = (zone_words(card), short_zone_words(card))
    zone = next((form for form in forms if form and width(form, False) <= room.width()), "")
    if zone:
        yield Words(zone, room, ink=Ink.QUIET)
        room = layout.without_start(room, width(zone, False) + 2 * GAP)
    network = network_words(card)
    wide = width(network, False)
    if len(network) > SHORTEST_NAME and wide <= room.width():
        yield Words(network, layout.trailing(room, wide, room.height()), ink=Ink.QUIET)


def _state(card: Card, room: QRect, layout: CardLayout, width: Width) -> Parts:
    step = layout.icon + GAP
    has_sign = card.severity is not None
    free = room.width() - step - (step + GAP if has_sign else 0)
    risk, risk_need, most = _risk(card, free, width)
    stage = next(
        (
            words
            for words in (queued_words(card), queued_word(card) or stage_word(card))
            if words and width(words, False) + most + GAP <= free
        ),
        "",
    )
    if has_sign and card.severity is not None:
        taken = risk_need + (step if risk else layout.icon)
        corner = layout.trailing(room, taken, room.height())
        sign = severity_icon_name(card.severity)
        yield Sign(sign, layout.leading(corner, layout.icon), Ink.STRIPE)
        if risk:
            yield Words(risk, layout.without_start(corner, step), is_strong=True)
        room = layout.without_end(room, taken + GAP)
    elif risk:
        yield Words(risk, layout.trailing(room, risk_need, room.height()), ink=Ink.QUIET)
        room = layout.without_end(room, risk_need + GAP)
    sign = "stage-queued" if card.hand_over else stage_icon_name(card.stage)
    yield Sign(sign, layout.leading(room, layout.icon), Ink.QUIET)
    if stage:
        ink = Ink.TEXT if card.is_approved or card.hand_over_differs else Ink.QUIET
        yield Words(stage, layout.without_start(room, step), ink=ink)


def _risk(card: Card, free: int, width: Width) -> tuple[str, int, int]:
    """Return the word of the gravest flag, its width, and that of the widest such word.

    No card has its word where one would not, and all leave the same room for the stage.
    """
    risk = severity_word(card)
    words = {risk} if card.severity is None else {severity_name(one) for one in Severity}
    most = max(width(one, True) for one in words)
    return ("", 0, 0) if most > free else (risk, width(risk, True), most)
