"""Rows, files and facts of exports for tests, each with sensible values that a test may change."""

from dataclasses import replace
from datetime import UTC, date, datetime

from app.domain.channel import Channel, ChannelId
from app.domain.decision import Decision, Verdict
from app.domain.export import ExportId
from app.domain.market import Market, MarketId
from app.domain.medium import Medium
from app.domain.post import PostId
from app.exchange.handover import HAND_OVER_NAME, hand_over_sheet
from app.exchange.manifest import MANIFEST_NAME, ExportFacts, StayedIn, build_manifest
from app.exchange.presets import preset
from app.exchange.rows import Row
from app.exchange.writer import write_files
from tests.builders.domain import GERMANY, INSTAGRAM, MARC, PEOPLE, content, post

BUFFER = preset("buffer")
BRITAIN = Market(MarketId("m-gb"), "GB", "United Kingdom", "GB", ("en",), "Europe/London")
PINTEREST = Channel(ChannelId("c-de-pin"), GERMANY.id, "pinterest", "Pinterest", "@solvane.pins")
CALENDAR = "calendar-1"
EXPORT = ExportId("7f3a")
PICTURE = Medium("https://cdn.example.org/img/sale-1.jpg")


def row(number: int = 1, *, market: Market = GERMANY, channel: Channel = INSTAGRAM, **changes):
    """Return the row of a post; changes are of the content or of the post beside it."""
    place = {"market": market.id, "channel": channel.id, "zone": market.zone}
    made = replace(post(), id=PostId(f"p{number}"), number=number, content=content(**place))
    return Row(made.changed(**changes), market, channel)


def on_account(zone: str, channel: Channel = INSTAGRAM) -> Channel:
    """Return a channel whose account at the scheduler reads clock times in another zone."""
    return replace(channel, account_zone=zone)


def spring_rows() -> tuple[Row, Row]:
    """Return the two posts of the fixture buffer.csv."""
    return (
        row(
            1,
            local=datetime(2030, 5, 14, 9, 30),
            text='Läuft: unser Frühlings-Sale ☀️ — "nur heute", 20 % auf alles',
            media=(PICTURE,),
            tags=("sale",),
        ),
        row(2, local=datetime(2030, 5, 15, 18, 0), text="Zeile 1\nZeile 2 #sale"),
    )


def facts(*rows: Row, **changes) -> ExportFacts:
    """Return who exported these rows, and Marc's approval of each."""
    usual = ExportFacts(
        export=EXPORT,
        product_version="0.1.0",
        calendar_id=CALENDAR,
        calendar_name="Solvane 2030",
        is_sample=False,
        made_at=datetime(2030, 5, 1, 8, 0, tzinfo=UTC),
        made_by=PEOPLE[0],
        head_before="ab" * 32,
        first_day=date(2030, 5, 13),
        last_day=date(2030, 5, 19),
        markets=(GERMANY,),
        decisions={one.post.id: (approval(one, seq=20 + i),) for i, one in enumerate(rows)},
        people={MARC: "Marc Fournier"},
        stayed_in=(
            StayedIn(row(8), ("not-approved",)),
            StayedIn(row(9), ("not-approved", "held")),
        ),
    )
    return replace(usual, **changes)


def approval(one: Row, *, seq: int) -> Decision:
    """Return Marc's approval of a row."""
    made = one.post
    at = datetime(2030, 4, 30, 9, 15, tzinfo=UTC)
    return Decision(made.id, made.revision, made.fingerprint, Verdict.APPROVE, MARC, seq, at)


def folder_files(*rows: Row, **changes) -> dict[str, bytes]:
    """Return every file of a whole export: tables, hand-over sheet, manifest."""
    told = facts(*rows, **changes)
    files = write_files(BUFFER, rows, name_prefix="spring", is_sample=told.is_sample)
    papers = {HAND_OVER_NAME: hand_over_sheet(told, BUFFER, files)}
    manifest = build_manifest(told, BUFFER, files, papers)
    return {file.name: file.data for file in files} | papers | {MANIFEST_NAME: manifest}
