"""What each network takes, as the dated data file has it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from app.days.data_file import fields_of_each, tables_in, text_of
from app.days.fields import Fields
from app.domain.canonical import sha256
from app.risks.counting import Unit, count
from app.risks.feeds import Feed, feed_of
from app.wording import _

NETWORKS = Path(__file__).resolve().parents[2] / "resources" / "networks.toml"
"""The facts that come with the program."""

TEXT, CAPTION, TITLE, FIRST_COMMENT = "text", "caption", "title", "first_comment"
_FIELDS = (TEXT, CAPTION, TITLE, FIRST_COMMENT)
MEDIA = "media"
"""Beside the fields of text: how many pictures and videos."""
_KNOWN = frozenset(
    {
        "name",
        "unit",
        "url_length",
        "bare_domains",
        "limits",
        "careful",
        "hashtags",
        "mentions",
        "media",
        "needs",
        "alt_texts",
        "links",
        "folds",
        "feed",
        "source",
        "source_url",
        "as_of",
        "remark",
    }
)
_ANY_LENGTH = range(1, 1_000_001)


class Needs(StrEnum):
    """What a network does without in no post."""

    NOTHING = ""
    PICTURE = "picture"
    """Or a video."""
    VIDEO = "video"


class Links(StrEnum):
    """What becomes of addresses in a text."""

    ALL = "all"
    """Each can be tapped."""
    ONE_PREVIEW = "one-preview"
    """Each can be tapped, and one of them is shown as a preview."""
    NONE = "none"
    """They stay plain letters."""


@dataclass(frozen=True, slots=True)
class Length:
    """How long a text is; `limit` is nothing where the network names none."""

    used: int
    limit: int | None
    unit: Unit

    @property
    def over(self) -> int:
        """By how much it is too long; 0 where it fits."""
        return 0 if self.limit is None else max(0, self.used - self.limit)


@dataclass(frozen=True, slots=True)
class Careful:
    """A limit that does not hold for every account or kind of post."""

    field: str
    limit: int
    why: str


@dataclass(frozen=True, slots=True)
class Fold:
    """How many characters are seen before a tap."""

    limit: int
    where: str


@dataclass(frozen=True, slots=True)
class Network:
    """One network: its limits and how it counts."""

    key: str
    name: str
    unit: Unit
    limits: tuple[tuple[str, int], ...]
    careful: tuple[Careful, ...]
    hashtags: int | None
    folds: tuple[Fold, ...]
    url_length: int
    bare_domains: tuple[str, ...]
    source: str
    source_url: str
    as_of: date
    remark: str = ""
    mentions: int | None = None
    media: int | None = None
    needs: Needs = Needs.NOTHING
    alt_texts: bool = False
    """Whether pictures carry a description for people who do not see them."""
    links: Links = Links.ALL
    feed: Feed | None = None
    """How a post is seen where people scroll; nothing where that is not known."""

    def limit(self, field: str) -> int | None:
        """Return the limit over which a field cannot leave."""
        limits = dict(self.limits)
        return limits.get(field, limits.get(TEXT) if field == CAPTION else None)

    def careful_limit(self, field: str) -> Careful | None:
        """Return the limit that holds for some accounts or kinds of post only."""
        wanted = TEXT if field == CAPTION else field
        return next((one for one in self.careful if one.field == wanted), None)

    def surely_takes(self, text: str, limit: int) -> bool:
        """Tell whether a text fits without counting it."""
        return self.unit.most * len(text) + self.url_length * text.count(".") <= limit

    def count(self, text: str) -> int:
        """Return the length of a text as the network counts it."""
        return count(text, self.unit, self.url_length, self.bare_domains)


@dataclass(frozen=True)
class Networks:
    """All networks, in the order in which people look for them."""

    all: tuple[Network, ...]
    digest: str
    """SHA-256 of the facts."""

    @classmethod
    def load(cls, path: Path = NETWORKS) -> "Networks":
        """Return the networks of a data file; InvalidInputError names what is wrong with it."""
        text = text_of(path)
        found = tuple(map(_network, fields_of_each(path, tables_in(path, text))))
        return cls(all=found, digest=sha256(text))

    def find(self, key: str) -> Network | None:
        """Return a network by its key, such as `instagram`, or nothing."""
        return self._by_key.get(key)

    @cached_property
    def _by_key(self) -> Mapping[str, Network]:
        """Each rule asks for the network of each post."""
        return {network.key: network for network in self.all}


def length_of(text: str, network: Network, field: str = TEXT) -> Length:
    """Return how long a text is in a field of a network: text, caption, title or first_comment."""
    limit = network.limit(field)
    if limit is None and (careful := network.careful_limit(field)):
        limit = careful.limit
    return Length(used=network.count(text), limit=limit, unit=network.unit)


def _network(fields: Fields) -> Network:
    fields.refuse_others_than(_KNOWN)
    as_of = fields.table.get("as_of")
    if not isinstance(as_of, date):
        raise fields.wrong("as_of", _("a date is expected"))
    return Network(
        key=fields.entry,
        name=fields.text("name"),
        unit=fields.choice("unit", {unit.value: unit for unit in Unit}),
        limits=_limits(fields),
        careful=tuple(
            Careful(
                field=one.choice("field", {field: field for field in (*_FIELDS, MEDIA)}),
                limit=one.number("limit", 0, _ANY_LENGTH),
                why=one.text("why"),
            )
            for one in _tables(fields, "careful")
        ),
        hashtags=_number(fields, "hashtags"),
        folds=tuple(
            Fold(limit=one.number("limit", 0, _ANY_LENGTH), where=one.text("where"))
            for one in _tables(fields, "folds")
        ),
        url_length=fields.number("url_length", 0, range(1000)),
        bare_domains=fields.texts("bare_domains", "[a-z]+"),
        source=fields.text("source"),
        source_url=fields.text("source_url"),
        as_of=as_of,
        remark=fields.text("remark", ""),
        mentions=_number(fields, "mentions"),
        media=_number(fields, "media"),
        needs=_choice(fields, "needs", Needs.NOTHING),
        alt_texts=fields.truth("alt_texts"),
        links=_choice(fields, "links", Links.ALL),
        feed=feed_of(fields),
    )


_Choice = TypeVar("_Choice", bound=StrEnum)


def _number(fields: Fields, name: str) -> int | None:
    return fields.number(name, 1, _ANY_LENGTH) if name in fields.table else None


def _choice(fields: Fields, name: str, usual: _Choice) -> _Choice:
    if name not in fields.table:
        return usual
    return fields.choice(name, {one.value: one for one in type(usual) if one.value})


def _limits(fields: Fields) -> tuple[tuple[str, int], ...]:
    table = fields.table.get("limits", {})
    if not isinstance(table, dict):
        raise fields.wrong("limits", _("a table is expected"))
    limits = Fields(fields.file, f"{fields.entry}, limits", table)
    limits.refuse_others_than(_FIELDS)
    return tuple((field, limits.number(field, 0, _ANY_LENGTH)) for field in limits.table)


def _tables(fields: Fields, name: str) -> list[Fields]:
    tables = fields.table.get(name, [])
    if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        raise fields.wrong(name, _("a list of tables is expected"))
    return [Fields(fields.file, f"{fields.entry}, {name}", one) for one in tables]
