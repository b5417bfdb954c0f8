"""`hold FILE`: stops posts at once. Lifting it is for a reviewer at the window."""

import argparse
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from app.cli.answer import DONE, FOUND_SOMETHING, Answer
from app.cli.opening import Desk, working
from app.cli.saying import card_facts, when, written
from app.cli.table import Column, paragraph, table
from app.commands.catch import Catch
from app.commands.finding import find_post
from app.commands.hold_targets import find_target
from app.commands.hold_words import stands_already
from app.commands.holds import place_hold
from app.commands.reader import Reader
from app.commands.texts import stage_name
from app.commands.views import Caught, CaughtPosts
from app.domain.hold import Hold, Scope
from app.wording import _, ngettext

MOST_LISTED = 500


@dataclass(frozen=True, slots=True)
class _Placed:
    """A hold that was placed, with all that it stops."""

    hold: Hold
    catch: Catch
    caught: CaughtPosts
    campaigns: tuple[str, ...]
    """Those that posts to come belong to."""
    same: str
    """Who has placed the same hold before, in words; empty if nobody has."""


def answer(request: argparse.Namespace, clock: Callable[[], datetime]) -> Answer:
    """Place the hold; it ends with 1 where a scheduler will send something of it all the same."""
    scope = Scope(request.scope)
    with working(request.file, request.person, clock) as desk:
        target = _target(desk.reader, scope, request.target)
        same = stands_already(scope, target, desk.reader.calendar())
        place_hold(desk.session, scope=scope, target=target, reason=request.reason)
        placed = _placed(desk, scope, target, same)
        said = desk.said
    code = FOUND_SOMETHING if placed.catch.queued else DONE
    return Answer(_facts(placed), _lines(placed), code, said)


def _target(reader: Reader, scope: Scope, words: str) -> str:
    if scope is Scope.POST:
        return find_post(reader, words)
    return find_target(reader.calendar(), scope, words)


def _placed(desk: Desk, scope: Scope, target: str, same: str) -> _Placed:
    holds = desk.reader.calendar().holds
    hold = next(h for h in reversed(holds) if (h.scope, h.target) == (scope, target))
    ground = desk.reader.ground()
    caught = desk.reader.caught(hold, limit=MOST_LISTED)
    return _Placed(hold, ground.under(hold), caught, ground.campaigns, same)


def _facts(placed: _Placed) -> Mapping[str, object]:
    return {
        "hold": placed.hold.id,
        "scope": placed.hold.scope.value,
        "target": placed.hold.target,
        "reason": placed.hold.reason,
        "count": placed.catch.posts,
        "queued": placed.catch.queued,
        "caught": [_caught_facts(one) for one in placed.caught.posts],
    }


def _caught_facts(one: Caught) -> Mapping[str, object]:
    return {
        **card_facts(one.card),
        "local": written(one.local),
        "stage_before": one.stage_before.value,
        "scheduler": one.scheduler,
    }


def _lines(placed: _Placed) -> Iterator[str]:
    catch, caught = placed.catch, placed.caught
    columns = (
        Column(_("Post"), 16),
        Column(_("When"), 20),
        Column(_("State before"), 20),
        Column(_("Lies at a scheduler"), 20),
        Column(_("Text")),
    )
    if caught.posts:
        yield from table(columns, map(_row, caught.posts))
        yield ""
    yield from paragraph(_("The hold stands: {reason}").format(reason=placed.hold.reason))
    if placed.same:
        yield from paragraph(placed.same)
    stopped = ngettext("It stops {count} post.", "It stops {count} posts.", catch.posts)
    yield stopped.format(count=catch.posts)
    if placed.hold.scope is Scope.CAMPAIGN and not catch.posts and placed.campaigns:
        known = ", ".join(placed.campaigns)
        yield from paragraph(_("The posts to come belong to: {campaigns}.").format(campaigns=known))
    if caught.has_more:
        yield _("Listed are the first {count}.").format(count=len(caught.posts))
    if catch.queued:
        lying = ngettext(
            "{count} lies at {schedulers} already, where no hold reaches it: take it out there, "
            "then confirm that on the recall list in the window.",
            "{count} lie at {schedulers} already, where no hold reaches them: take them out "
            "there, then confirm that on the recall list in the window.",
            catch.queued,
        )
        yield from paragraph(
            lying.format(count=catch.queued, schedulers=", ".join(catch.schedulers))
        )


def _row(one: Caught) -> tuple[str, ...]:
    return (
        f"{one.card.name}\n{one.card.channel.name}",
        when(one.local),
        stage_name(one.stage_before),
        one.scheduler,
        one.card.headline,
    )
