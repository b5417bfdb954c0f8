"""Pictures of posts, kept in the calendar itself."""

from app.commands.posts import edit_post
from app.commands.session import Session
from app.domain.change import ChangeSet
from app.domain.medium import Medium
from app.domain.post import PostId
from app.errors import InvalidInputError
from app.storage import media, posts
from app.wording import _

_KINDS = (
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF8", "image/gif"),
    (8, b"WEBP", "image/webp"),
)
"""Where in a file its first bytes tell what it is (PNG and GIF specifications, JFIF, RIFF)."""


def attach_picture(
    session: Session,
    *,
    post_id: PostId,
    base_revision: int,
    data: bytes,
    file_name: str,
    alt: str = "",
    url: str = "",
    width: int = 0,
    height: int = 0,
) -> ChangeSet:
    """Add a picture to a post; its bytes are copied into the calendar. Sizes in pixels."""
    kind = _kind_of(data, file_name)
    with session.writing() as stamp:
        digest = media.keep(
            session.engine,
            stamp,
            data,
            file_name=file_name,
            mime=kind,
            width=width,
            height=height,
        )
        (post,) = posts.by_ids(session.engine, [post_id])
        pictures = (*post.content.media, Medium(url, digest, alt))
        return edit_post(
            session, post_id=post_id, base_revision=base_revision, changes={"media": pictures}
        )


def _kind_of(data: bytes, file_name: str) -> str:
    for start, magic, kind in _KINDS:
        if data[start : start + len(magic)] == magic:
            return kind
    raise InvalidInputError(
        _("“{file}” is no PNG, JPEG, GIF or WebP picture: save it as one of these.").format(
            file=file_name
        )
    )
