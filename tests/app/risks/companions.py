"""Posts beside others, for the tests of rules that compare."""

from dataclasses import replace

from app.domain.companion import Companion
from app.domain.flag import Flag
from app.domain.post import Post, PostId
from app.risks.facts import Facts
from tests.app.risks.builders import facts, post


def other(where: Facts, name: str = "DE-0002", **changes: object) -> Companion:
    """Return another post of the channel of these facts, by its name."""
    beside = {key: changes.pop(key) for key in BESIDE & changes.keys()}
    series = changes.pop("series", "")
    made = replace(post(where, **changes), id=PostId(f"id-{name}"), series=series)
    return Companion(made, name, **beside)


BESIDE = {"is_sibling", "corrected", "sent_back", "note", "left_behind", "standing"}


def beside(rule, one: Post, *others: Companion, where: Facts | None = None) -> list[Flag]:
    """Return the flags that a rule raises on a post beside others."""
    return list(rule(one, replace(where or facts(), companions=others)))
