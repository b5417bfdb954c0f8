"""Names, prices and hashtags that the team wants spelt exactly."""

from collections import defaultdict
from collections.abc import Iterator

from app.domain.flag import Flag, mark_of
from app.domain.post import Post
from app.risks.facts import Facts
from app.risks.near_spellings import near_spellings
from app.risks.phrasing import fitted, quoted, way_out
from app.risks.reading import base, reading
from app.wording import _


def must_spell(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag what is nearly, but not exactly, a name, price or hashtag of the team's list.

    A misspelt name is not found by a dictionary; "Hurrican Sandy" and wrong names of the honoured
    stay on screens for years. Endings of grammar are no misspellings.
    """
    terms = facts.team.terms
    if not terms.spelt:
        return
    language = base(post.content.language or facts.market.languages[0])
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for term, name, written in near_spellings(reading(post, facts).written, terms, language):
        found[term.id, name].append(written)
    for (term_id, name), pieces in found.items():
        severity = terms.by_id[term_id].severity
        yield Flag(
            rule="team.must-spell",
            severity=severity,
            key=f"team.must-spell:{term_id}:{name}",
            mark=mark_of(severity, name, *sorted(set(pieces))),
            headline=fitted(_("Is this “{name}”?").format(name=fitted(name, 44))),
            why=terms.by_id[term_id].why
            or _("The team spells it “{name}”, and the text spells it almost so.").format(
                name=name
            ),
            source=_("The team's own list"),
            way_out=way_out(severity),
            evidence=quoted(pieces),
        )
