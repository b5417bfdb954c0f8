"""People and markets by what somebody types: a name, its beginning, a code or an id."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from app.commands.reader import Reader
from app.domain.market import Market
from app.domain.person import Person
from app.domain.post import PostId
from app.errors import MissingError
from app.wording import _

Key = TypeVar("Key", bound=str)


def find_person(people: Iterable[Person], words: str) -> Person:
    """Return the one person of the team who is meant; MissingError names those who there are."""
    people = tuple(people)
    active = {person.id: person for person in people if person.is_active}
    gone = {person.id: person for person in people if not person.is_active}
    there = [active[found] for found in meant({p.id: (p.name,) for p in active.values()}, words)]
    if len(there) == 1:
        return there[0]
    left = [gone[found] for found in meant({p.id: (p.name,) for p in gone.values()}, words)]
    if there:
        sentence = _("“{words}” can be {names}: write the whole name.")
    elif len(left) == 1:
        sentence = _("{words} is no longer part of this calendar; there are {names}.")
        words = left[0].name
    else:
        sentence = _("Nobody in this calendar is called “{words}”; there are {names}.")
    names = ", ".join(person.name for person in there or active.values())
    raise MissingError(sentence.format(words=words, names=names))


def find_market(markets: Sequence[Market], words: str) -> Market:
    """Return the one market that is meant; MissingError names the markets that there are."""
    known = {market.id: market for market in markets}
    there = [known[found] for found in meant({m.id: (m.code, m.name) for m in markets}, words)]
    if len(there) == 1:
        return there[0]
    if there:
        sentence = _("“{words}” can be {names}: write the code.")
    elif not markets:
        sentence = _("There is no market “{words}”: this calendar has no market yet.")
    else:
        sentence = _("There is no market “{words}” in this calendar; there are {names}.")
    names = ", ".join(f"{market.name} ({market.code})" for market in there or markets)
    raise MissingError(sentence.format(words=words, names=names))


def find_post(reader: Reader, words: str) -> PostId:
    """Return the post with a short name such as DE-0142; MissingError where there is none."""
    found = reader.find_post(words.strip())
    if found is None:
        raise MissingError(
            _(
                "There is no post “{words}” in this calendar; write its name, such as DE-0142."
            ).format(words=words)
        )
    return found


def meant(names_of: Mapping[Key, Sequence[str]], words: str) -> list[Key]:
    """Return what has this id or name, else this word in its name, else a name that begins so."""
    wanted = _plain(words)
    if not wanted:
        return []
    names = {key: [_plain(name) for name in written] for key, written in names_of.items()}
    parts = {key: " ".join(plain).split() for key, plain in names.items()}
    whole = [key for key in names if wanted in (key.casefold(), *names[key])]
    word = [key for key in names if wanted in parts[key]]
    beginning = [
        key for key in names if any(one.startswith(wanted) for one in (*names[key], *parts[key]))
    ]
    return whole or word or beginning


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()
