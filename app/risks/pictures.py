"""Pictures that nobody may have seen, or that some readers cannot see."""

import re
from collections.abc import Iterator

from app.domain.canonical import sha256
from app.domain.flag import Flag, Severity, mark_of
from app.domain.medium import Medium
from app.domain.post import Post
from app.risks.facts import Facts
from app.risks.networks import MEDIA, Needs
from app.risks.phrasing import fitted, quoted, way_out
from app.wording import _

_VIDEO = re.compile(r"\.(?:mp4|mov|m4v|webm|avi|mkv|mpe?g)(?:[?#]|$)", re.IGNORECASE)
_WITHOUT_ALT_TEXTS = frozenset({"story", "stories", "reel", "reels", "short", "shorts", "video"})
_FILE_NAME = re.compile(
    r"[^\n]{1,120}\.(?:jpe?g|png|gif|webp|heic|heif|avif|tiff?|bmp|psd|ai|svg|pdf|mp4|mov)"
    r"|(?:img|image|dsc[nf]?|pxl|mvimg|dji|gopr|photo|picture|screenshot|screen shot|bild|foto"
    r"|bildschirmfoto|capture d’écran|whatsapp image|unnamed|untitled|artboard|frame)"
    r"[\s_#(-]*\d[\d\s_.():at-]*",
    re.IGNORECASE,
)
_NOTHING_SAID = frozenset(
    {
        *("image", "picture", "photo", "pic", "alt", "alt text", "alttext", "image description"),
        *("bild", "foto", "grafik", "alternativtext", "alt-text", "bildbeschreibung", "photo 1"),
        *("imagen", "fotografía", "texto alternativo", "imagem", "fotografia", "texto alt"),
        *("immagine", "testo alternativo", "texte alternatif", "visuel", "afbeelding", "alttekst"),
        *(
            "zdjęcie",
            "obraz",
            "obrazek",
            "tekst alternatywny",
            "billede",
            "bilde",
            "alternativ text",
        ),
        *("resim", "fotoğraf", "görsel", "صورة", "фото", "картинка", "изображение", "зображення"),
        *(
            "画像",
            "写真",
            "代替テキスト",
            "사진",
            "이미지",
            "图片",
            "圖片",
            "照片",
            "graphic",
            "visual",
            "n/a",
            "na",
        ),
        *("none", "null", "x", "xx", "xxx", "-", "–", ".", "..", "...", "…", "?"),
    }
)


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


def without_alt(post: Post, facts: Facts) -> Iterator[Flag]:
    """Flag a picture without a description, or with a file's name for one.

    Only where the network carries descriptions. WCAG 2.2, success criterion 1.1.1: who does not
    see a picture hears its description, or nothing at all.
    """
    network, content = facts.network, post.content
    if not content.media or network is None or not network.alt_texts:
        return
    if content.post_type.lower() in _WITHOUT_ALT_TEXTS:
        return
    pictures = [medium for medium in content.media if not _VIDEO.search(medium.url)]
    missing = [medium for medium in pictures if not medium.alt.strip()]
    if missing:
        yield _no_alt(
            "missing",
            missing,
            headline=_("Picture without a description"),
            why=_("People who do not see it, and their screen readers, are told nothing."),
            evidence=(),
        )
    empty = [medium for medium in pictures if _says_nothing(medium.alt.strip())]
    if empty:
        yield _no_alt(
            "empty",
            empty,
            headline=_("Description that describes nothing"),
            why=_("It is a file's name or an empty word; screen readers read it aloud."),
            evidence=quoted(medium.alt for medium in empty),
        )


def count(post: Post, facts: Facts) -> Iterator[Flag]:
    """Block more pictures than the network takes, and note where it needs one that is not there.

    Numbers and sources stand in resources/networks.toml. A missing picture is a note: it may be
    added until the post is read, and many plans hold texts alone.
    """
    network, number = facts.network, len(post.content.media)
    if network is None:
        return
    careful = network.careful_limit(MEDIA)
    if network.media is not None and number > network.media:
        yield _too_many(Severity.BLOCKED, number, network.media, facts, way_out(Severity.BLOCKED))
    elif careful is not None and number > careful.limit:
        yield _too_many(Severity.CAUTION, number, careful.limit, facts, careful.why)
    elif not number and network.needs is not Needs.NOTHING:
        needs = _("a video") if network.needs is Needs.VIDEO else _("a picture or a video")
        yield Flag(
            rule="picture.missing",
            severity=Severity.NOTE,
            key="picture.missing",
            mark=mark_of(Severity.NOTE, network.key),
            headline=fitted(_("Needs {what}").format(what=needs)),
            why=_(
                "{network} takes no post without {what}. Adding one later ends the approval."
            ).format(network=network.name, what=needs),
            source=network.source,
            source_url=network.source_url,
            way_out=_("Add it now, so that whoever approves the post sees it too."),
        )


def _says_nothing(alt: str) -> bool:
    return alt.casefold() in _NOTHING_SAID or bool(alt and _FILE_NAME.fullmatch(alt))


def _no_alt(
    kind: str, media: list[Medium], *, headline: str, why: str, evidence: tuple[str, ...]
) -> Flag:
    which = (sha256(medium.digest or medium.url)[:12] for medium in media)
    return Flag(
        rule="picture.no-alt",
        severity=Severity.CAUTION,
        key=f"picture.no-alt:{kind}",
        mark=mark_of(Severity.CAUTION, kind, *which),
        headline=headline,
        why=why,
        source=_("WCAG 2.2, success criterion 1.1.1"),
        source_url="https://www.w3.org/WAI/WCAG22/Understanding/non-text-content.html",
        way_out=way_out(Severity.CAUTION),
        evidence=evidence,
    )


def _too_many(severity: Severity, number: int, limit: int, facts: Facts, why: str) -> Flag:
    network = facts.network
    name = network.name if network else ""
    return Flag(
        rule="picture.count",
        severity=severity,
        key="picture.count",
        mark=mark_of(severity, name, str(number), str(limit)),
        headline=fitted(
            _("{count} pictures, {network} takes {limit}").format(
                count=number, network=name, limit=limit
            )
        ),
        why=why,
        source=network.source if network else "",
        source_url=network.source_url if network else "",
        way_out=way_out(severity),
    )
