"""Words that the team has decided to avoid."""

from collections import defaultdict
from collections.abc import Iterator

from app.domain.flag import Flag, mark_of
from app.domain.post import Post
from app.risks.facts import Facts
from app.risks.folding import folded
from app.risks.phrasing import fitted, quoted, way_out
from app.risks.reading import TEAM_TERM, reading
from app.wording import _


def avoided(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag the team's own terms, as grave as the team finds them.

    What hurts is often the brand's own story: an airline that has lost an aircraft does not ask for
    "bucket lists" (Malaysia Airlines, 2014).
    """
    terms = facts.team.terms
    if not terms.avoided:
        return
    read = reading(post, facts)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for hit in read.of(TEAM_TERM):
        found[hit.meaning.of].append(read.folded.written(hit.start, hit.end))
    for term_id, pieces in found.items():
        term = terms.by_id[term_id]
        yield Flag(
            rule="team.term",
            severity=term.severity,
            key=f"team.term:{term.id}",
            mark=mark_of(term.severity, *sorted(set(map(folded, pieces)))),
            headline=fitted(_("The team avoids “{word}”").format(word=fitted(pieces[0], 36))),
            why=term.why or _("It stands on the team's own list of words to avoid."),
            source=_("The team's own list"),
            way_out=way_out(term.severity),
            evidence=quoted(pieces),
        )
