"""The founding pattern: one text that names a memorial and sells."""

from datetime import datetime

import pytest

from app.domain.flag import Severity
from app.risks.facts import Facts
from app.risks.names_and_sells import names_and_sells
from tests.app.risks.builders import facts, market, post

GERMANY = facts()
BRITAIN = facts(market("GB", "en"))
USA = facts(market("US", "en"))
JUNE = datetime(2026, 6, 10, 12)


def found(where: Facts, text: str, local: datetime = JUNE) -> tuple[str, Severity] | None:
    flags = list(names_and_sells(post(where, text=text, local=local), where))
    assert len(flags) <= 1
    return (flags[0].key.partition(":")[2], flags[0].severity) if flags else None


def test_the_founding_case_is_stopped_whenever_it_goes_out():
    (flag,) = names_and_sells(post(GERMANY, text="Pogromnacht: Gönn dir was", local=JUNE), GERMANY)
    assert flag.severity is Severity.STOP
    assert flag.key == "wording.names-and-sells:de-reichspogromnacht"
    assert flag.headline == "Remembers and sells in one text"
    assert flag.evidence == ("Pogromnacht", "Gönn dir")
    assert "November pogroms" in flag.why
    assert flag.source == "watoday (KFC case)"


def test_a_commemoration_that_sells_nothing_is_left_alone():
    assert found(GERMANY, "Zum Gedenken an die Pogromnacht legen wir Blumen nieder.") is None
    assert found(BRITAIN, "Remembrance Sunday: we will remember them.") is None


def test_an_offer_that_names_no_memorial_is_left_alone():
    assert found(BRITAIN, "Sale! In memory of summer, 20% off") is None


def test_opening_hours_on_a_memorial_day_are_left_alone():
    assert found(USA, "Memorial Day weekend: we are open from ten to four.") is None


def test_a_price_beside_a_sure_name_sells_unless_the_text_mourns():
    assert found(USA, "9/11 pizza for $9") == ("us-9-11", Severity.STOP)
    assert found(USA, "9/11 Memorial: we mourn the lives lost. Entry $9") is None


def test_words_for_the_dead_and_an_offer_are_stopped_without_any_name():
    where = BRITAIN
    (flag,) = names_and_sells(
        post(where, text="For our fallen heroes: 30% off everything", local=JUNE), where
    )
    assert (flag.key, flag.severity) == ("wording.names-and-sells:memorial", Severity.STOP)
    assert "speaks of the dead" in flag.why
    assert found(where, "For our fallen heroes: let's celebrate") is None


def test_a_hint_needs_words_of_remembrance():
    assert found(USA, "Sale ends January 6") is None
    assert found(USA, "We remember January 6. Sale!") == ("us-jan-6", Severity.CAUTION)
    assert found(USA, "Never forget your umbrella: 20% off") is None


def test_remembering_and_selling_on_a_grave_day_needs_no_name():
    ninth = datetime(2026, 11, 9, 12)
    assert found(GERMANY, "Wir erinnern. Heute Rabatt.", ninth) == (
        "de-reichspogromnacht",
        Severity.STOP,
    )
    assert found(GERMANY, "Wir erinnern. Heute Rabatt.") is None


def test_a_day_that_shops_name_every_year_is_asked_about():
    assert found(USA, "Memorial Day Sale") == ("us-memorial-day", Severity.CAUTION)


@pytest.mark.parametrize(
    ("country", "text", "day", "severity"),
    [
        ("FR", "Armistice de 1918: sale", "fr-armistice", Severity.STOP),
        ("US", "International Day of Remembrance of the Victims of Slavery sale", "memorial", None),
        ("AT", "Nationale Trauer, Hitlers Geburtstag sale", "de-20-april", Severity.NOTE),
    ],
)
def test_other_days_weigh_by_their_tone(country, text, day, severity):
    where = facts(market(country, "en"))
    result = found(where, text)
    assert result is not None
    if severity is not None:
        assert result == (day, severity)


def test_a_solemn_note_is_asked_about():
    germany = facts(market("DE", "de"))
    assert found(germany, "Jahrestag des Mauerbaus: Rabatt") == ("de-mauerbau", Severity.CAUTION)


def test_who_collects_for_those_in_need_is_asked_and_not_stopped():
    assert found(USA, "9/11: all proceeds of our sale are donated") == (
        "us-9-11",
        Severity.CAUTION,
    )


def test_a_notice_of_closing_may_name_the_day_and_is_asked_about():
    text = "Am Volkstrauertag geschlossen, ab Montag 20 % auf alles"
    assert found(GERMANY, text) == ("de-volkstrauertag", Severity.CAUTION)


def test_a_fast_may_be_named_in_an_offer_and_is_asked_about():
    israel = facts(market("IL", "en"))
    assert found(israel, "Yom Kippur sale") == ("il-yom-kippur", Severity.CAUTION)


def test_names_of_everyday_life_need_more_than_a_word_of_remembrance():
    france = facts(market("FR", "fr"))
    assert found(france, "Toussaint : en souvenir, chrysanthèmes en promo") is None


def test_cheer_beside_a_name_weighs_as_the_day_does():
    assert found(BRITAIN, "Happy Remembrance Day") == ("gb-remembrance-sunday", Severity.STOP)
    (flag,) = names_and_sells(post(BRITAIN, text="Grenfell Tower party"), BRITAIN)
    assert flag.severity is Severity.CAUTION
    assert flag.headline == "Remembers and celebrates in one text"
    assert "strikes up a note of cheer" in flag.why
    assert found(USA, "Happy Memorial Day") == ("us-memorial-day", Severity.NOTE)


def test_lunch_after_the_service_is_no_craving():
    assert found(BRITAIN, "Remembrance Sunday: lunch in the hall") is None
    assert found(BRITAIN, "Remembrance Sunday: crispy, juicy, delicious") == (
        "gb-remembrance-sunday",
        Severity.CAUTION,
    )


def test_cheer_on_the_day_itself_is_told_by_the_day():
    sunday = datetime(2026, 11, 8, 12)
    assert found(BRITAIN, "Happy Remembrance Sunday", sunday) is None


def test_days_that_people_celebrate_may_be_named():
    assert found(USA, "Juneteenth sale, happy Juneteenth") is None
