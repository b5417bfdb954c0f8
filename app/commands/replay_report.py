"""A replay as one HTML page: for people who decide, to be read, printed and passed on.

The page needs nothing but itself: no script, no font, no picture. Whatever comes from the plan is
escaped, stands in its own direction, and becomes a link only where it is a web address.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from html import escape
from pathlib import Path
from string import Template

from app.commands.dates import clock, day_name, day_written, month_name, span_name
from app.commands.replay import Replay, ReplayPost, Tally, in_one_sentence
from app.commands.replay_heat import anchor, heat_map, kind_of, sign_of
from app.commands.texts import rule_name, severity_name
from app.domain.flag import Flag, Severity
from app.errors import InvalidInputError
from app.wording import _, ngettext

LOOKS = Path(__file__).resolve().parents[2] / "resources" / "replay"
MOST_LISTED = 400
"""Posts of each list; of more, the page says how many it leaves out."""
MOST_MAPS = 12
"""Markets with a calendar of their own: those with most to answer."""
_EXCERPT = 160
"""Letters of a post in a table."""


def write_report(replay: Replay, path: Path, *, made_on: date) -> None:
    """Write the page; InvalidInputError says why it cannot be written there."""
    page = report(replay, made_on=made_on)
    try:
        path.write_text(page, encoding="utf-8", errors="replace", newline="\n")
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise InvalidInputError(
            _(
                "The report could not be written to “{path}” ({reason}): choose another place."
            ).format(path=path, reason=reason)
        ) from problem


def report(replay: Replay, *, made_on: date) -> str:
    """Return the page."""
    title = _("What this plan would have raised")
    page = Template((LOOKS / "report.html").read_text("utf-8"))
    return page.substitute(
        style=(LOOKS / "report.css").read_text("utf-8"),
        title=escape(f"{title}: {replay.name}"),
        heading=escape(title),
        about=_about(replay, made_on),
        sentence=escape(in_one_sentence(replay)),
        main="\n".join(part for part in _parts(replay) if part),
        footer=escape(
            _(
                "Made by Countersign on {day}, by the rules of that day. A flag is a reason to"
                " look, not a verdict: what is not flagged still needs a person who reads it."
            ).format(day=day_name(made_on, "long"))
        ),
    )


def _about(replay: Replay, made_on: date) -> str:
    span = replay.span
    days = span_name(*span) if span else _("no dates")
    about = _("{days} · looked at on {day}").format(days=days, day=day_name(made_on, "long"))
    return f'<bdi dir="auto">{escape(replay.name)}</bdi> · {escape(about)}'


def _parts(replay: Replay) -> Iterator[str]:
    yield _figures(replay)
    yield _calendar(replay)
    yield _stopped(replay.stopped)
    yield _asked_about(replay.asked_about, {_day(post) for post in replay.stopped})
    yield _by_market(replay)
    yield _by_month(replay)
    yield _by_rule(replay)
    yield _not_judged(replay)


# --- at a glance ----------------------------------------------------------------------------------


def _figures(replay: Replay) -> str:
    tally = replay.tally
    shown = (
        ("blocked", tally.blocked, _("could not have left: something had to be mended first")),
        ("stop", tally.stopped, _("stopped, until a reviewer had written why it may go")),
        ("caution", tally.asked, _("asked about: a reviewer would have ticked what was seen")),
        ("quiet", tally.passes, _("with nothing to ask")),
    )
    tiles = "".join(
        f'<div class="tile {kind}"><dt>{escape(words)}</dt><dd>{count:,}</dd></div>'
        for kind, count, words in shown
    )
    return f'<dl class="tiles">{tiles}</dl>'


def _calendar(replay: Replay) -> str:
    dated = _dated(replay)
    if not dated:
        return ""
    shown = heat_map(dated, _("All markets"), links=_listed_days(replay))
    return _section("calendar", _("The calendar"), _legend(), shown)


def _dated(replay: Replay) -> list[ReplayPost]:
    return [post for post in replay.judged if post.local]


def _listed_days(replay: Replay) -> frozenset[date]:
    """Return the days to which a calendar can lead."""
    listed = (*replay.stopped[:MOST_LISTED], *replay.asked_about[:MOST_LISTED])
    return frozenset(post.local.date() for post in listed if post.local)


def _legend() -> str:
    meant = (
        (Severity.BLOCKED, _("could not have left")),
        (Severity.STOP, _("stopped")),
        (Severity.CAUTION, _("asked about")),
        (None, _("posts, and nothing to ask")),
    )
    signs = "".join(
        f'<li><span class="cell {kind_of(severity)}" aria-hidden="true">{sign_of(severity)}</span>'
        f" {escape(words)}</li>"
        for severity, words in meant
    )
    hint = _("A day shows its gravest post. It leads to the list below.")
    return f'<ul class="legend">{signs}</ul><p class="hint">{escape(hint)}</p>'


# --- the posts ------------------------------------------------------------------------------------


def _stopped(posts: Sequence[ReplayPost]) -> str:
    heading = _("What would have been stopped")
    if not posts:
        return _section("stopped", heading, f"<p>{escape(_('Nothing.'))}</p>")
    known: set[date | None] = set()
    articles = [_article(post, known) for post in posts[:MOST_LISTED]]
    return _section("stopped", heading, *articles, _left_out(posts))


def _article(post: ReplayPost, known: set[date | None]) -> str:
    flags = "".join(_flag(flag) for flag in post.flags if flag.severity >= Severity.CAUTION)
    return (
        f'<article class="{kind_of(post.worst)}"{_anchor_of(post, known)}>'
        f"<h3>{escape(_when(post))}</h3>"
        f'<p class="where">{_where(post)}</p>'
        f'<blockquote dir="auto">{escape(post.text) or "–"}</blockquote>'
        f'<ul class="flags">{flags}</ul></article>'
    )


def _flag(flag: Flag) -> str:
    kind = kind_of(flag.severity)
    evidence = "".join(_found(words) for words in flag.evidence if words.strip())
    said = f'<p class="evidence">{escape(_("Raised by:"))} {evidence}</p>' if evidence else ""
    return (
        f'<li class="{kind}"><p><strong><span aria-hidden="true">{sign_of(flag.severity)}</span> '
        f"{escape(severity_name(flag.severity))}: {escape(flag.headline)}</strong></p>"
        f"<p>{escape(flag.why)}</p>{said}{_source(flag)}</li>"
    )


def _found(words: str) -> str:
    """Return words of the post in quotes, and a date among the facts as people write it."""
    day = day_written(words)
    return f"{escape(day)} " if day else f'<q dir="auto">{escape(words)}</q> '


def _source(flag: Flag) -> str:
    if not flag.source and not flag.source_url:
        return ""
    words = escape(flag.source or flag.source_url)
    if flag.source_url.startswith(("https://", "http://")):
        words = f'<a href="{escape(flag.source_url)}" rel="noreferrer noopener">{words}</a>'
    return f'<p class="source">{escape(_("Source:"))} {words}</p>'


def _asked_about(posts: Sequence[ReplayPost], elsewhere: set[date | None]) -> str:
    heading = _("What would have been asked about")
    if not posts:
        return _section("asked", heading, f"<p>{escape(_('Nothing.'))}</p>")
    heads = (_("When"), _("Where"), _("Post"), _("Why"))
    known = set(elsewhere)
    rows = [
        f'<tr{_anchor_of(post, known)}><th scope="row">{escape(_when(post))}</th>'
        f'<td>{_where(post)}</td><td dir="auto">{escape(_excerpt(post.text))}</td>'
        f"<td>{_reasons(post.flags)}</td></tr>"
        for post in posts[:MOST_LISTED]
    ]
    return _section("asked", heading, _table("posts", heading, heads, rows), _left_out(posts))


def _reasons(flags: Iterable[Flag]) -> str:
    return "".join(
        f'<p><strong><span aria-hidden="true">{sign_of(flag.severity)}</span> '
        f"{escape(flag.headline)}.</strong> {escape(flag.why)}</p>"
        for flag in flags
        if flag.severity >= Severity.CAUTION
    )


def _left_out(posts: Sequence[ReplayPost]) -> str:
    count = len(posts) - MOST_LISTED
    if count <= 0:
        return ""
    more = ngettext(
        "{count} more is not listed here; the tables count it.",
        "{count} more are not listed here; the tables count them.",
        count,
    )
    return f"<p>{escape(more.format(count=f'{count:,}'))}</p>"


def _anchor_of(post: ReplayPost, known: set[date | None]) -> str:
    """Return the name of a day's place, once for each day."""
    day = _day(post)
    if day is None or day in known:
        return ""
    known.add(day)
    return f' id="{anchor(day)}"'


def _day(post: ReplayPost) -> date | None:
    return post.local and post.local.date()


def _when(post: ReplayPost) -> str:
    if post.local is None:
        return _("Without a date")
    return _("{day}, {clock}").format(
        day=day_name(post.local.date(), "long"), clock=clock(post.local)
    )


def _where(post: ReplayPost) -> str:
    parts = [part for part in (post.market, post.channel, post.id) if part]
    return " · ".join(f'<bdi dir="auto">{escape(part)}</bdi>' for part in parts)


def _excerpt(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _EXCERPT else f"{line[: _EXCERPT - 1].rstrip()}…"


# --- the tables -----------------------------------------------------------------------------------


def _by_rule(replay: Replay) -> str:
    rows = [
        _tally_row(rule_name(rule), tally, with_notes=True)
        for rule, tally in replay.by_rule().items()
    ]
    heads = (_("Rule"), *_tally_heads(), _("Noted"))
    return _counted("rules", _("By rule"), heads, rows)


def _by_month(replay: Replay) -> str:
    months = replay.by_month()
    rows = [_tally_row(month_name(*month), tally) for month, tally in months.items()]
    return _counted("months", _("By month"), (_("Month"), *_tally_heads()), rows)


def _by_market(replay: Replay) -> str:
    """Show the table, then a calendar for each of the markets that have most to answer."""
    markets = replay.by_market()
    rows = [_tally_row(name or _("No market"), tally) for name, tally in markets.items()]
    if not rows:
        return ""
    heading = _("By market")
    table = _table("counts", heading, (_("Market"), *_tally_heads()), rows)
    return _section("markets", heading, table, *_maps(replay, markets))


def _maps(replay: Replay, markets: Mapping[str, Tally]) -> Iterator[str]:
    asking = [name for name, tally in markets.items() if tally.stays_in or tally.asked]
    if len(markets) == 1:
        return
    links = _listed_days(replay)
    for name in asking[:MOST_MAPS]:
        its = [post for post in _dated(replay) if post.market == name]
        if its:
            yield heat_map(its, name or _("No market"), links=links)
    if len(asking) > MOST_MAPS:
        yield f"<p>{escape(_('Calendars are shown of the markets with most to answer.'))}</p>"


def _tally_heads() -> tuple[str, str, str, str]:
    return _("Posts"), _("Could not have left"), _("Stopped"), _("Asked about")


def _tally_row(name: str, tally: Tally, *, with_notes: bool = False) -> str:
    counts = [tally.posts, tally.blocked, tally.stopped, tally.asked]
    kinds = ["", "blocked", "stop", "caution"]
    if with_notes:
        counts.append(tally.noted)
        kinds.append("")
    cells = "".join(
        f'<td class="number {kind if count else "zero"}">{count:,}</td>'
        for kind, count in zip(kinds, counts, strict=True)
    )
    return f'<tr><th scope="row" dir="auto">{escape(name)}</th>{cells}</tr>'


def _counted(name: str, heading: str, heads: Sequence[str], rows: Sequence[str]) -> str:
    return _section(name, heading, _table("counts", heading, heads, rows)) if rows else ""


def _not_judged(replay: Replay) -> str:
    notes = "".join(f'<li dir="auto">{escape(note)}</li>' for note in replay.notes)
    unread = replay.unread
    rows = [
        f'<tr><th scope="row"><bdi dir="auto">{escape(post.id)}</bdi></th>'
        f'<td dir="auto">{escape(post.error)}</td></tr>'
        for post in unread[:MOST_LISTED]
    ]
    heading = _("What was not judged")
    table = _table("posts", heading, (_("Post"), _("Why")), rows) if rows else ""
    nothing = "" if rows or notes else f"<p>{escape(_('Nothing: every post was read.'))}</p>"
    listed = f"<ul>{notes}</ul>" if notes else ""
    return _section("unread", heading, nothing, listed, table, _left_out(unread))


def _table(kind: str, caption: str, heads: Iterable[str], rows: Iterable[str]) -> str:
    shown = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    body = "\n".join(rows)
    return (
        f'<div class="wide" role="region" tabindex="0" aria-label="{escape(caption)}">'
        f'<table class="{kind}"><caption class="spoken">{escape(caption)}</caption>'
        f"<thead><tr>{shown}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>"
    )


def _section(name: str, heading: str, *parts: str) -> str:
    body = "\n".join(filter(None, parts))
    return (
        f'<section aria-labelledby="{name}"><h2 id="{name}">{escape(heading)}</h2>\n'
        f"{body}\n</section>"
    )
