"""The days that a text speaks of, where it goes out."""

from dataclasses import replace

from app.domain.team import Team
from app.risks.facts import Facts
from app.risks.named_days import named_days
from tests.app.risks.builders import GERMANY, facts, market, post

GERMAN = facts()
FRENCH = facts(market("FR", "fr"))


def ids(text: str, where: Facts = GERMAN) -> dict[str, bool]:
    return {named.day.id: named.is_sure for named in named_days(post(where, text=text), where)}


def test_a_day_counts_in_its_own_markets():
    assert ids("Volkstrauertag") == {"de-volkstrauertag": True}
    assert not ids("Volkstrauertag", FRENCH)


def test_what_everybody_knows_counts_in_every_market():
    assert ids("Kristallnacht", FRENCH) == {"de-reichspogromnacht": True}


def test_a_hint_is_not_sure():
    assert ids("Toussaint", FRENCH) == {"fr-toussaint": False}


def test_the_days_of_the_brands_home_and_of_its_reach_count():
    assert ids("Volkstrauertag", replace(FRENCH, team=Team(home="DE")))
    reaching = replace(FRENCH, channel=replace(FRENCH.channel, reach=("DE",)))
    assert ids("Volkstrauertag", reaching)


def test_a_day_of_another_part_of_the_country_does_not_count():
    text = "Anschlag von Hanau"
    assert ids(text, facts(replace(GERMANY, subdivisions=("DE-HE",))))
    assert ids(text)
    assert not ids(text, facts(replace(GERMANY, subdivisions=("DE-BY",))))


def test_each_place_is_kept():
    where = GERMAN
    (named,) = named_days(post(where, text="Volkstrauertag, Volkstrauertag"), where)
    assert [hit.end - hit.start for hit in named.hits] == [14, 14]
