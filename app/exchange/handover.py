"""The hand-over sheet: one printable page for the person who uploads the files."""

from collections.abc import Iterable
from html import escape

from app.exchange.manifest import ExportFacts
from app.exchange.presets import Preset
from app.exchange.rows import Row, stays_behind
from app.exchange.writer import SAMPLE, ExportFile
from app.wording import _, ngettext

HAND_OVER_NAME = "hand-over.html"

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"

_STYLE = """
body { font: 11pt/1.45 system-ui, sans-serif; max-width: 52em; margin: 2em auto; padding: 0 1em;
  color: #1a1a1a; background: #fff }
h1 { font-size: 1.5em } h2 { font-size: 1.15em; margin: 2em 0 .3em; overflow-wrap: anywhere }
.mark { border: 3px solid #a00; color: #a00; padding: .3em .6em; font-weight: bold }
.warning { border-left: 4px solid #a60; padding-left: .8em }
table { border-collapse: collapse; width: 100% }
th, td { text-align: start; vertical-align: top; padding: .25em .6em .25em 0;
  border-bottom: 1px solid #ccc }
th.fact { width: 14em; font-weight: normal; color: #555 }
.text { white-space: pre-line }
@media print { body { margin: 0; max-width: none } h2, tr { break-inside: avoid }
  h2 { break-after: avoid } }
"""


def hand_over_sheet(facts: ExportFacts, preset: Preset, files: Iterable[ExportFile]) -> bytes:
    """Return the page as HTML in UTF-8, complete in itself: it loads nothing and runs nothing."""
    files = tuple(files)
    title = _("Hand-over to {scheduler}").format(scheduler=preset.label)
    page = "\n".join(
        (
            "<!doctype html>",
            '<html><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>",
            f"<h1>{escape(title)}</h1>",
            *_introduction(facts, preset, files),
            *(line for file in files for line in _file(preset, file)),
            *_footer(preset),
            "</body></html>\n",
        )
    )
    return page.encode()


def _introduction(
    facts: ExportFacts, preset: Preset, files: tuple[ExportFile, ...]
) -> Iterable[str]:
    if facts.is_sample:
        yield _paragraph(
            _("{mark}: an invented calendar. Do not upload these files.").format(mark=SAMPLE),
            "mark",
        )
    yield "<table>"
    yield _fact(_("Calendar"), facts.calendar_name)
    yield _fact(_("Exported by"), facts.made_by.name)
    yield _fact(_("Exported at"), f"{facts.made_at:%Y-%m-%d %H:%M %Z}")
    yield _fact(_("Markets"), ", ".join(market.name for market in facts.markets))
    count = sum(len(file.rows) for file in files)
    yield _fact(_("Posts"), str(count))
    yield "</table>"
    yield _paragraph(
        _(
            "Do not open the files in Excel and do not save them from there: it changes dates. "
            "Upload them as they are."
        ),
        "warning",
    )
    yield _paragraph(
        _(
            "Upload each file to its own channel and compare the first and the last time in the "
            "preview of {scheduler} before you confirm."
        ).format(scheduler=preset.label)
    )


def _file(preset: Preset, file: ExportFile) -> Iterable[str]:
    account = f"{file.channel.network} · {file.channel.name} {file.channel.handle}".strip()
    yield f"<h2>{escape(file.name)}</h2><table>"
    yield _fact(_("Market"), file.market.name)
    yield _fact(_("Channel to choose"), account)
    yield _fact(_("Time zone of the account"), file.zone)
    yield _fact(_("Posts"), str(len(file.rows)))
    yield _fact(_("First"), _clock(file.rows[0]))
    yield _fact(_("Last"), _clock(file.rows[-1]))
    tags = sorted({tag for row in file.rows for tag in row.post.content.tags})
    if tags:
        yield _fact(
            _("Tags that {scheduler} must know").format(scheduler=preset.label), ", ".join(tags)
        )
    if any(row.post.content.media for row in file.rows):
        yield _fact(
            _("Pictures"),
            ngettext(
                "public, at most {size} megabyte each",
                "public, at most {size} megabytes each",
                preset.media_megabytes,
            ).format(size=preset.media_megabytes),
        )
    yield "</table>"
    yield from _rows(file)
    yield from _left_behind(preset, file)


def _rows(file: ExportFile) -> Iterable[str]:
    heads = (_("Row"), _("Post"), _("Time"), _("Text"))
    yield "<table><tr>" + "".join(f"<th>{escape(head)}</th>" for head in heads) + "</tr>"
    for number, row in file.numbered:
        cells = (str(number), row.short_name, _clock(row))
        yield (
            "<tr>"
            + "".join(f"<td>{escape(cell)}</td>" for cell in cells)
            + f'<td class="text" dir="auto">{escape(row.post.content.text)}</td></tr>'
        )
    yield "</table>"


def _left_behind(preset: Preset, file: ExportFile) -> Iterable[str]:
    lines = [line for row in file.rows for line in _left_behind_of(preset, row)]
    if lines:
        yield _paragraph(_("The file cannot carry these; enter them by hand after the upload:"))
        yield "<table>"
        yield from lines
        yield "</table>"


def _left_behind_of(preset: Preset, row: Row) -> Iterable[str]:
    content = row.post.content
    left = stays_behind(preset, row)
    if "alt" in left:
        for medium in content.media:
            if medium.alt:
                yield _fact(_("{post}, alt text").format(post=row.short_name), medium.alt)
    if "campaign" in left:
        yield _fact(_("{post}, campaign").format(post=row.short_name), content.campaign)
    if "labels" in left:
        yield _fact(_("{post}, labels").format(post=row.short_name), ", ".join(row.post.labels))


def _footer(preset: Preset) -> Iterable[str]:
    yield _paragraph(
        _(
            "Facts about this format: as of {day}, confidence {confidence}. Nobody but "
            "{scheduler} can confirm that a file is accepted; its preview shows it."
        ).format(
            day=preset.facts.as_of.isoformat(),
            confidence=preset.facts.confidence,
            scheduler=preset.label,
        )
    )


def _clock(row: Row) -> str:
    return f"{row.clock:%Y-%m-%d %H:%M}"


def _fact(name: str, value: str) -> str:
    return f'<tr><th class="fact">{escape(name)}</th><td dir="auto">{escape(value)}</td></tr>'


def _paragraph(text: str, kind: str = "") -> str:
    attribute = f' class="{kind}"' if kind else ""
    return f"<p{attribute}>{escape(text)}</p>"
