"""The cases by which the rules are measured can be trusted, and share no words with the rules."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import product

import pytest
from babel import Locale
from babel.core import get_global

from app.days.daybook import DayBook
from app.days.occasions import EVE_STARTS, MIDNIGHT
from app.domain.flag import Severity
from app.domain.market import Market, MarketId
from app.domain.observance import Part
from app.domain.wall_time import ClockTime, clock_time
from app.risks.folding import UNSPACED, folded
from app.risks.networks import Networks
from tests.architecture.project import ROOT

FIELDS = {"id", "market", "channel", "language", "local", "text"}
MAY_HAVE = {
    *("title", "first_comment", "link", "handle", "pictures", "names_day", "companions", "team"),
    *("day", "day_known", "day_name"),
}
OF_ORDINARY = {"near", "may_note"}
OF_ORDINARY_MAY = {"may_ask", "because"}
OF_RISKY = {"check", "least", "why"}
OF_RISKY_MAY = {"part", "moved_from", "home", "reach", "new_hashtags"}
TEAM = {
    *("must_spell", "terms", "hours", "roster", "nobody_on"),
    *("domains", "other_domains", "accounts"),
}
COMPANION = {"market", "channel", "language", "local", "text"}
COMPANION_MAY = {"relation", "corrected", "was", "refused"}
CHECKS = {
    *("day.solemn", "day.eve", "day.moment", "day.home", "day.reach", "day.text"),
    *("wording.selling-on-solemn-day", "wording.festive-on-solemn-day", "wording.names-and-sells"),
    *("greeting.wrong-day", "date.weekday-mismatch", "date.relative", "date.passed"),
    *("placeholder", "template", "instruction", "language.not-market"),
    *("timing.hours", "timing.night", "timing.midnight", "timing.dst", "timing.same-minute"),
    *("channel.length", "channel.hashtags", "channel.handle-of-other-market", "channel.domain"),
    *("channel.link", "duplicate", "sibling", "hashtag.unconfirmed", "outcome"),
    *("picture.no-alt", "picture.not-fetched", "sensitive.term", "team.term", "team.must-spell"),
    "duty",
}
MAY_BE_NOTED = CHECKS | {"day.holiday", "day.band", "channel.fold"}
NEEDS = {
    "duplicate": "companions",
    "sibling": "companions",
    "timing.same-minute": "companions",
    "hashtag.unconfirmed": "new_hashtags",
    "timing.hours": "team",
    "channel.handle-of-other-market": "team",
    "team.term": "team",
    "team.must-spell": "team",
    "duty": "team",
    "picture.no-alt": "pictures",
    "picture.not-fetched": "pictures",
    "day.home": "home",
    "day.reach": "reach",
}
"""What a case must bring along, or its check could not be made."""

SHARED_LETTERS = 12
"""From so many letters on, cases and rules have words in common that hardly happen by chance."""
PROSE = {"kind", "why", "source", "source_url", "also", "remark", "legal", "clash", "rule", "tone"}
"""Fields of rule data that explain; the rules look for none of their words."""
NO_RULES = {"networks.toml", "regions.toml", "presets", "sample"}
"""What lies in resources/ and is nothing that a rule looks for in a text."""


def table(path: str) -> dict:
    return tomllib.loads((ROOT / path).read_text("utf-8"))


def posts(name: str) -> list[dict]:
    return table(f"tests/data/{name}.toml")["post"]


BEFORE_THE_RULES = [*posts("ordinary"), *posts("risky")]
"""These share no words with rule data; the fresh ones came after the rules, and share by chance."""
ORDINARY = [*posts("ordinary"), *posts("fresh_ordinary")]
RISKY = [*posts("risky"), *posts("fresh_risky")]
CASES = [*ORDINARY, *RISKY]
MARKETS = {entry["code"]: entry for entry in table("tests/data/case_markets.toml")["market"]}


@pytest.fixture(scope="module")
def book():
    return DayBook.load()


def ids(cases) -> list[str]:
    return [case["id"] for case in cases]


# --- what a case is made of -----------------------------------------------------------------------


def test_there_are_enough_cases():
    assert len(ORDINARY) >= 150
    assert len(RISKY) >= 80


def test_ordinary_posts_come_from_everywhere_and_from_the_whole_year():
    by_language = Counter(case["language"] for case in ORDINARY)
    assert sum(count >= 5 for count in by_language.values()) >= 15
    assert len({MARKETS[case["market"]]["country"] for case in ORDINARY}) >= 30
    assert {case["local"].month for case in ORDINARY} == set(range(1, 13))
    assert {case["channel"] for case in CASES} == {network.key for network in Networks.load().all}


def test_risky_posts_speak_the_languages_of_the_ordinary_ones():
    by_language = Counter(case["language"] for case in RISKY)
    assert sum(count >= 4 for count in by_language.values()) >= 15


def test_no_id_stands_for_two_cases():
    others = [
        entry["id"]
        for name, heading in (("harmless", "post"), ("incidents", "incident"))
        for entry in table(f"tests/data/{name}.toml")[heading]
    ]
    counted = Counter([*ids(CASES), *others])
    assert not [name for name, count in counted.items() if count > 1]


def test_no_text_stands_twice():
    counted = Counter(folded(case["text"]) for case in CASES)
    assert not [text for text, count in counted.items() if count > 1]


@pytest.mark.parametrize(
    ("cases", "needed", "allowed"),
    [(ORDINARY, OF_ORDINARY, OF_ORDINARY_MAY), (RISKY, OF_RISKY, OF_RISKY_MAY)],
    ids=["ordinary", "risky"],
)
def test_every_case_has_its_fields_and_no_others(cases, needed, allowed):
    for case in cases:
        assert set(case) >= FIELDS | needed, case["id"]
        assert set(case) <= FIELDS | MAY_HAVE | needed | allowed, case["id"]
        assert isinstance(case["local"], datetime), case["id"]
        assert set(case.get("team", {})) <= TEAM, case["id"]
        assert case["text"].strip(), case["id"]
        for other in case.get("companions", ()):
            assert COMPANION <= set(other) <= COMPANION | COMPANION_MAY, case["id"]
        for picture in case.get("pictures", ()):
            assert {"alt"} <= set(picture) <= {"alt", "url", "fetched"}, case["id"]


def test_an_ordinary_post_says_why_it_may_be_asked_about():
    for case in ORDINARY:
        assert set(case["may_note"]) | set(case.get("may_ask", ())) <= MAY_BE_NOTED, case["id"]
        assert bool(case.get("may_ask")) is bool(case.get("because")), case["id"]
        assert case["near"], case["id"]


def test_a_risky_post_names_a_check_and_a_severity_and_gives_its_reason():
    assert {case["check"] for case in RISKY} == CHECKS
    for case in RISKY:
        assert case["least"].upper() in Severity.__members__, case["id"]
        assert case["why"].endswith("."), case["id"]
        assert case["why"].count(". ") == 0, case["id"]


def test_a_risky_post_brings_what_its_check_needs():
    for case in RISKY:
        assert NEEDS.get(case["check"], "text") in case, case["id"]
        assert all(tag in case["text"] for tag in case.get("new_hashtags", ())), case["id"]
        for other in case.get("companions", ()):
            if case["check"] == "sibling":
                assert other["relation"] == "sibling", case["id"]
                assert ("was" in other and other["corrected"]) or other["refused"], case["id"]
        if case["check"] == "picture.no-alt":
            assert not all(picture["alt"] for picture in case["pictures"]), case["id"]
        elif "pictures" in case:
            assert all(picture["alt"] for picture in case["pictures"]), case["id"]


# --- where and when -------------------------------------------------------------------------------


def test_every_market_is_one():
    countries = get_global("territory_languages")
    for code, entry in MARKETS.items():
        parts = entry.get("subdivisions", [])
        assert entry["country"] in countries, code
        assert code in (entry["country"], *parts), code
        assert all(part.startswith(f"{entry['country']}-") for part in parts), code
        assert all(Locale.parse(language) for language in entry["languages"]), code


def test_every_market_is_used():
    assert set(MARKETS) == {case["market"] for case in CASES}


def test_every_case_is_written_in_a_language_of_its_market_unless_that_is_the_risk():
    for case in CASES:
        is_of_market = case["language"] in MARKETS[case["market"]]["languages"]
        assert is_of_market is (case.get("check") != "language.not-market"), case["id"]
        for other in case.get("companions", ()):
            assert other["language"] in MARKETS[other["market"]]["languages"], case["id"]


def test_every_time_is_one_that_the_clocks_show_unless_that_is_the_risk():
    for case in CASES:
        shown = clock_time(case["local"], MARKETS[case["market"]]["zone"])
        assert (shown is ClockTime.ONCE) is (case.get("check") != "timing.dst"), case["id"]


def test_every_day_that_a_case_is_about_really_falls_there(book):
    for case in CASES:
        if case.get("day_known", True):
            assert "day_name" not in case, case["id"]
            if "day" in case:
                assert meets(case, book), case["id"]
        else:
            assert case["day_name"], case["id"]
            assert "day" not in case, case["id"]


def test_a_case_that_misses_its_day_is_found(book):
    for part in ("day", "eve", "moment", "named"):
        case = next(case for case in RISKY if "day" in case and case.get("part", "day") == part)
        assert meets(case, book)
        assert not meets({**case, "local": case["local"] + timedelta(days=40)}, book)
    quiet = next(case for case in RISKY if case.get("part") == "moment")
    assert not meets({**quiet, "local": quiet["local"] - timedelta(minutes=1)}, book)


def meets(case: dict, book: DayBook) -> bool:
    """Tell whether a post goes out in the part of the day that the case names, where it counts."""
    abroad = [*filter(None, [case.get("home")]), *case.get("reach", ())]
    markets = [_country(code) for code in abroad] or [_market(case["market"])]
    return any(_touches(case, market, book) for market in markets)


def _touches(case: dict, market: Market, book: DayBook) -> bool:
    local = case["local"]
    today = local.date()
    bands = book.bands(market, today, today)[today]
    found = [one for one in (*book.on(market, today), *bands) if one.id == case["day"]]
    match case.get("part", "day"):
        case "named":
            soon = book.between(market, today, today + timedelta(days=21))
            return not found and any(one.id == case["day"] for day in soon.values() for one in day)
        case "eve":
            return local.time() >= EVE_STARTS and any(one.part is Part.EVE for one in found)
        case "moment":
            return any(
                one.part is Part.MOMENT and _is_between(one.starts, local.time(), one.ends)
                for one in found
            )
        case _day:
            return any(one.part in (Part.DAY, Part.BAND) for one in found)


def _is_between(starts: time, at: time, ends: time) -> bool:
    return starts <= at and (ends == MIDNIGHT or at < ends)


def _market(code: str) -> Market:
    entry = MARKETS[code]
    return Market(
        MarketId(code),
        code,
        code,
        entry["country"],
        tuple(entry["languages"]),
        entry["zone"],
        subdivisions=tuple(entry.get("subdivisions", ())),
    )


def _country(code: str) -> Market:
    return Market(MarketId(code), code, code, code, ("en",), "UTC")


# --- weekdays -------------------------------------------------------------------------------------

DAY_AND_MONTH = r"(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?\.?\s(?:(?:de|of)\s)?(?P<month>{months})"
WRITTEN_DATES = (
    rf"\b(?P<weekday>{{days}})\w*,?\s(?:(?:den|the|le|el|o)\s)?{DAY_AND_MONTH}",
    r"\b(?P<weekday>{days})\w*,?\s(?P<month>{months})\w*\s(?P<day>\d{{1,2}})",  # Monday, April 20
    r"\b(?P<weekday>{days})\w*,?\s(?:den\s)?(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.",
    r"(?P<day>\d{{1,2}})\s(?P<month>{months})\w*\s(?P<weekday>{days})",  # 17 Ekim Cumartesi
)
SIGNED_DATE = r"(?P<month>\d{1,2})[月월]\s?(?P<day>\d{1,2})[日일]\s?\((?P<weekday>\w)\)"
SIGNS = {
    sign: day for week in ("月火水木金土日", "월화수목금토일") for day, sign in enumerate(week)
}


def test_weekdays_and_dates_of_ordinary_posts_agree():
    found = {case["id"]: list(weekdays(case)) for case in ORDINARY}
    assert not [name for name, pairs in found.items() if not all(map(agrees, pairs))]
    languages = Counter(case["language"] for case in ORDINARY if found[case["id"]])
    assert len(languages) >= 15
    assert all(languages[language] for language in ("en", "de", "fr", "es"))


def test_weekdays_and_dates_of_risky_posts_disagree_where_that_is_the_risk():
    for case in RISKY:
        is_wrong = not all(map(agrees, weekdays(case)))
        assert is_wrong is (case["check"] == "date.weekday-mismatch"), case["id"]


def weekdays(case: dict) -> Iterator[tuple[int, date]]:
    """Yield each weekday that stands beside a date, with that date: the nearest of its name."""
    text = folded(f"{case.get('title', '')}\n{case['text']}")
    shapes, days, months = written_dates(case["language"])
    for match in (match for shape in shapes for match in re.finditer(shape, text)):
        month = months.get(match["month"]) or int(match["month"])
        yield days[match["weekday"]], _nearest(int(match["day"]), month, case["local"].date())


def agrees(pair: tuple[int, date]) -> bool:
    weekday, day = pair
    return day.weekday() == weekday


@cache
def written_dates(language: str) -> tuple[list[str], dict[str, int], dict[str, int]]:
    """Return how a weekday with its date is written, and the numbers of the words in it."""
    names = Locale.parse(language)
    days = {_stem(name): number for number, name in names.days["format"]["wide"].items()}
    months = {_stem(name): number for number, name in names.months["format"]["wide"].items()}
    longest_first = (
        "|".join(sorted(map(re.escape, each), key=len)[::-1]) for each in (days, months)
    )
    words = dict(zip(("days", "months"), longest_first, strict=True))
    return [SIGNED_DATE, *(shape.format(**words) for shape in WRITTEN_DATES)], days | SIGNS, months


def _stem(name: str) -> str:
    """Return a name without its last letter, which grammar changes."""
    return folded(name)[:-1] if len(name) > 3 else folded(name)


def _nearest(day: int, month: int, near: date) -> date:
    years = (near.year - 1, near.year, near.year + 1)
    return min((date(year, month, day) for year in years), key=lambda one: abs(one - near))


# --- no words in common ---------------------------------------------------------------------------


def test_a_name_of_a_day_stands_in_the_text_and_is_not_all_of_it():
    for case in CASES:
        written = f"{case.get('title', '')}\n{case['text']}"
        for name in case.get("names_day", ()):
            assert name in written, case["id"]
            assert len(name) < len(case["text"]) / 2, case["id"]


def test_cases_and_rule_data_share_no_words():
    """Where this fails, choose other words for the rule or generalize it: never change a case."""
    of_cases = pieces_of_cases()
    shared = [
        f"{file}: “{phrase}” and {sorted(of_cases[piece])}"
        for file, phrase in rule_phrases()
        for piece in pieces(phrase)
        if piece in of_cases
    ]
    assert not shared, "\n".join(sorted(set(shared)))


def test_cases_take_no_words_from_the_documented_ones():
    of_cases = pieces_of_cases()
    shared = [
        (incident["id"], sorted(of_cases[piece]))
        for incident in table("tests/data/incidents.toml")["incident"]
        if not incident.get("description")
        for piece in pieces(incident["text"])
        if piece in of_cases
    ]
    assert not shared


@pytest.mark.parametrize(
    ("one", "other", "is_shared"),
    [
        ("Doors open at seven, bring soup", "THE DOORS OPEN at noon", False),
        ("Doors open at seven, bring soup", "doors open AT SEVEN!", True),
        ("Über-Öffnungszeiten", "uber offnungszeiten", True),
        ("全品半額、本日限り", "本日限り", False),
        ("全品半額、本日限り", "半額、本日限り", True),
    ],
)
def test_twelve_letters_in_common_are_found_however_they_are_written(one, other, is_shared):
    assert bool(pieces(one) & pieces(other)) is is_shared


def test_the_rule_data_that_is_compared_is_all_of_it():
    phrases = {phrase for _file, phrase in rule_phrases()}
    assert {"lorem ipsum", "test push notification", "Reichspogromnacht"} <= phrases
    assert {path.parent.name for path in _rule_files()} >= {"words", "days"}


@cache
def pieces_of_cases() -> dict[str, set[str]]:
    """Return each piece of the cases, without the names of days, with the cases it is in."""
    found: dict[str, set[str]] = {}
    for case in BEFORE_THE_RULES:
        texts = [case["text"], case.get("title", ""), case.get("first_comment", "")]
        texts += [other["text"] for other in case.get("companions", ())]
        names = "|".join(map(re.escape, case.get("names_day", ()))) or r"(?!)"
        for text in texts:
            for part in re.split(names, text):
                for piece in pieces(part):
                    found.setdefault(piece, set()).add(case["id"])
    return found


def pieces(text: str) -> set[str]:
    """Return all shortest pieces of twelve letters; in scripts without spaces one counts two."""
    letters = "".join(filter(str.isalpha, folded(text)))
    weights = [2 if UNSPACED.match(letter) else 1 for letter in letters]
    found, end, weight = set(), 0, 0
    for start, first in enumerate(weights):
        while weight < SHARED_LETTERS and end < len(letters):
            weight += weights[end]
            end += 1
        if weight < SHARED_LETTERS:
            break
        found.add(letters[start:end])
        weight -= first
    return found


@cache
def rule_phrases() -> tuple[tuple[str, str], ...]:
    """Return the file and each phrase for which the rules look, now and in times to come."""
    return tuple(
        (path.name, phrase)
        for path in _rule_files()
        for phrase in _phrases(tomllib.loads(path.read_text("utf-8")))
    )


def _rule_files() -> list:
    resources = ROOT / "resources"
    found = sorted(resources.rglob("*.toml"))
    return [path for path in found if NO_RULES.isdisjoint(path.relative_to(resources).parts)]


def _phrases(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, list):
        for each in data:
            yield from _phrases(each)
    elif isinstance(data, dict):
        pairs = product(data.get("first", ()), data.get("then", ()))
        yield from (f"{first} {then}" for first, then in pairs)
        for name, value in data.items():
            if name not in PROSE:
                yield from _phrases(value)
