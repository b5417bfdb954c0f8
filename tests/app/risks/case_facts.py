"""Posts and facts made of the cases in tests/data: where what a case says finds its place.

A new part of `Facts` or `Team` takes its place here by one function in `FACTS`, which gets the case
and the facts so far, and returns the facts with its part; a new part of the post by one in `POSTS`.
What a case says and nobody reads yet is listed in `WITHOUT_PLACE`: from there it moves to `PLACED`.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import cache
from typing import Any

from babel import Locale
from babel.languages import get_official_languages

from app.domain.canonical import sha256
from app.domain.channel import Channel, ChannelId
from app.domain.companion import Companion, Correction
from app.domain.decision import Verdict
from app.domain.duty import DutyId, Gap, Roster, Week
from app.domain.hashtag import folded
from app.domain.market import EVERY_WEEKDAY, Market, MarketId, PublishingHours
from app.domain.medium import Medium
from app.domain.person import PersonId
from app.domain.place import Place
from app.domain.post import Content, Post, PostId
from app.domain.team_term import TeamTerm, TeamTerms, TermKind
from app.risks.facts import Facts
from app.risks.hashtags import hashtags_of
from tests.app.risks.builders import books, data

Case = Mapping[str, Any]

PICTURE = Medium("https://pictures.example/1.jpg", sha256("1"), "What is to be seen")
SHOWS_PICTURES = {"instagram", "tiktok"}
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def built(case: Case) -> tuple[Post, Facts]:
    """Return the post of a case and all that it is judged by."""
    market = market_of(case["market"])
    facts = facts_in(market, case["channel"], handle=case.get("handle", ""))
    for part in FACTS:
        facts = part(case, facts)
    post = post_of(case, facts)
    for part in POSTS:
        post = part(case, post)
    return post, facts


def facts_in(market: Market, network: str, handle: str = "") -> Facts:
    """Return the facts for a market and a network where nobody has set up anything."""
    days, networks = books()
    channel = Channel(
        ChannelId(f"c-{market.code}-{network}"), market.id, network, network, handle=handle
    )
    return Facts(market, channel, days, (), networks)


def post_of(case: Case, facts: Facts, name: str = "") -> Post:
    """Return the post that a case describes, or one of its companions, which need a name."""
    content = Content(
        facts.market.id,
        facts.channel.id,
        case["language"],
        facts.market.zone,
        local=case["local"],
        title=case.get("title", ""),
        text=case["text"],
        link=case.get("link", ""),
        first_comment=case.get("first_comment", ""),
        media=_pictures(case),
    )
    return Post(PostId(name or case["id"]), number=1, content=content, revision=1, ready=True)


@cache
def market_of(code: str) -> Market:
    """Return a market of case_markets.toml, named as people in England name its country."""
    entry = _markets()[code]
    return Market(
        MarketId(f"m-{code.lower()}"),
        code,
        Locale("en").territories[entry["country"]],
        entry["country"],
        tuple(entry["languages"]),
        entry["zone"],
        subdivisions=tuple(entry.get("subdivisions", ())),
    )


def country_market(country: str) -> Market:
    """Return a market for a country as the data of languages know it, with the clocks of UTC."""
    languages = get_official_languages(country, de_facto=True) or ("en",)
    name = Locale("en").territories.get(country, country)
    return Market(MarketId(f"m-{country.lower()}"), country, name, country, languages, "UTC")


def hours(written: str) -> PublishingHours:
    """Return the hours that are written like `mon-fri 08:00-19:00`."""
    days, _blank, clocks = written.partition(" ")
    first, _dash, last = days.partition("-")
    opens, closes = map(time.fromisoformat, clocks.split("-"))
    weekdays = range(WEEKDAYS.index(first), WEEKDAYS.index(last or first) + 1)
    return PublishingHours(opens, closes, frozenset(weekdays))


def _pictures(case: Case) -> tuple[Medium, ...]:
    if "pictures" in case:
        return tuple(
            Medium(
                picture.get("url", PICTURE.url),
                PICTURE.digest if picture.get("fetched", True) else "",
                picture["alt"],
            )
            for picture in case["pictures"]
        )
    return (PICTURE,) if case["channel"] in SHOWS_PICTURES else ()


@cache
def _markets() -> Mapping[str, Case]:
    return {entry["code"]: entry for entry in data("case_markets", "market")}


# --- what a team has decided ----------------------------------------------------------------------


def _home(case: Case, facts: Facts) -> Facts:
    return replace(facts, team=replace(facts.team, home=case.get("home", "")))


def _reach(case: Case, facts: Facts) -> Facts:
    return replace(facts, channel=replace(facts.channel, reach=tuple(case.get("reach", ()))))


def _hours(case: Case, facts: Facts) -> Facts:
    written = case.get("team", {}).get("hours")
    if written is None:
        return facts
    return replace(facts, market=replace(facts.market, hours=hours(written)))


def _places(case: Case, facts: Facts) -> Facts:
    team = case.get("team", {})
    others = {one["market"] for one in (*team.get("accounts", ()), *team.get("other_domains", ()))}
    places = tuple(_place(code, case) for code in sorted({case["market"], *others}))
    return replace(facts, team=replace(facts.team, places=places))


def _place(code: str, case: Case) -> Place:
    market, team = market_of(code), case.get("team", {})
    own = team.get("domains", ()) if code == case["market"] else ()
    others = (one["domain"] for one in team.get("other_domains", ()) if one["market"] == code)
    handles = (one["handle"] for one in team.get("accounts", ()) if one["market"] == code)
    return Place(market.id, market.name, code, market.country, tuple(handles), (*own, *others))


def _roster(case: Case, facts: Facts) -> Facts:
    team, where = case.get("team", {}), facts.market
    weeks = tuple(_week(number, one, where) for number, one in enumerate(team.get("roster", ())))
    gaps = tuple(
        Gap(DutyId(f"g{day}"), where.id, start, start + timedelta(days=1), where.zone)
        for day in team.get("nobody_on", ())
        for start in [datetime.combine(day, time())]
    )
    return replace(facts, team=replace(facts.team, roster=Roster((), weeks, gaps)))


def _week(number: int, written: str, where: Market) -> Week:
    of = hours(written)
    at_weekends = of.weekdays == EVERY_WEEKDAY
    return Week(
        DutyId(f"w{number}"),
        PersonId("lena"),
        where.id,
        of.opens,
        of.closes,
        where.zone,
        of.weekdays,
        on_holidays=at_weekends,
    )


def _terms(case: Case, facts: Facts) -> Facts:
    team = case.get("team", {})
    lists = {TermKind.AVOID: team.get("terms", ()), TermKind.SPELL: team.get("must_spell", ())}
    terms = (TeamTerm(f"{kind}", kind, tuple(words)) for kind, words in lists.items() if words)
    return replace(facts, team=replace(facts.team, terms=TeamTerms(tuple(terms))))


# --- what stands beside it ------------------------------------------------------------------------


def _companions(case: Case, facts: Facts) -> Facts:
    others = enumerate(case.get("companions", ()), start=1)
    made = (_companion(other, f"{case['market']}-{number:04d}") for number, other in others)
    return replace(facts, companions=tuple(made))


def _companion(other: Case, name: str) -> Companion:
    facts = facts_in(market_of(other["market"]), other["channel"])
    return Companion(
        post_of(other, facts, name),
        name,
        is_sibling=other.get("relation") == "sibling",
        corrected=Correction(other["was"], other["text"]) if other.get("corrected") else None,
        sent_back=Verdict.REFUSE if other.get("refused") else None,
    )


def _hashtags(case: Case, facts: Facts) -> Facts:
    new = {folded(tag) for tag in case.get("new_hashtags", ())}
    used = {folded(tag) for tag in hashtags_of(post_of(case, facts).content)}
    return replace(facts, confirmed_hashtags=frozenset(used - new))


def _moved_from(case: Case, facts: Facts) -> Facts:
    written_for = case.get("moved_from")
    return replace(facts, written_for=written_for and written_for.date())


FACTS: tuple[Callable[[Case, Facts], Facts], ...] = (
    _home,
    _reach,
    _hours,
    _places,
    _roster,
    _terms,
    _companions,
    _hashtags,
    _moved_from,
)
"""Each puts what a case says where the rules read it."""

POSTS: tuple[Callable[[Case, Post], Post], ...] = ()
"""The same for what the post itself carries."""

PLACED = {
    *("home", "reach", "handle", "pictures", "title", "link", "companions", "new_hashtags"),
    "moved_from",
    *("team.hours", "team.domains", "team.other_domains", "team.accounts"),
    *("team.roster", "team.nobody_on"),
    *("team.must_spell", "team.terms"),
}
"""What cases say and the rules are told; `team.` stands before what a case says in its `team`."""

WITHOUT_PLACE: set[str] = set()
"""What cases say, and no rule is told yet."""
