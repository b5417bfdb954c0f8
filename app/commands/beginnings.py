"""Where a word begins in a text: whoever types “ember” means Ember before November."""

from collections.abc import Iterator

from app.risks.folding import UNSPACED


def begins_in(text: str, wanted: str) -> bool:
    """Tell whether something stands in a folded text at the beginning of one of its words."""
    return any(_is_beginning(text, place) for place in _places(text, wanted))


def best_place(text: str, wanted: str) -> int:
    """Return where it stands, at the beginning of a word rather than inside one; -1 for nowhere."""
    at_beginnings = (place for place in _places(text, wanted) if _is_beginning(text, place))
    return next(at_beginnings, text.find(wanted))


def _places(text: str, wanted: str) -> Iterator[int]:
    place = text.find(wanted)
    while place >= 0:
        yield place
        place = text.find(wanted, place + 1)


def _is_beginning(text: str, place: int) -> bool:
    """Scripts without spaces have their words anywhere."""
    before = text[place - 1 : place]
    return not before.isalnum() or UNSPACED.match(before) is not None
