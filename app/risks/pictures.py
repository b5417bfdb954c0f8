"""Pictures that nobody may have seen."""

from collections.abc import Iterator

from app.domain.canonical import sha256
from app.domain.flag import Flag, Severity, mark_of
from app.domain.post import Post
from app.risks.facts import Facts
from app.risks.phrasing import way_out
from app.wording import _


def unfetched(post: Post, facts: Facts) -> Iterator[Flag]:  # noqa: ARG001  a rule like the others
    """Flag a picture that is an address only: what lies there may be another tomorrow.

    16 of 100 published cases needed eyes on the picture; "Tank Day", 18 May 2026, left since
    approvers had not opened the attachment (Guardian, 16 June 2026).
    """
    for medium in post.content.media:
        if medium.url and not medium.digest:
            yield Flag(
                rule="picture.unfetched",
                severity=Severity.CAUTION,
                key=f"picture.unfetched:{sha256(medium.url)[:12]}",
                mark=mark_of(Severity.CAUTION, medium.url),
                headline=_("The picture is an address only"),
                why=_(
                    "The calendar keeps no copy of it, so nobody can know that the address will"
                    " still show the same picture when the post goes out."
                ),
                source=_("Guardian, 16 June 2026, on “Tank Day”"),
                way_out=way_out(Severity.CAUTION),
                evidence=(medium.url,),
            )
