"""Words that a day rules out."""

from datetime import datetime

import pytest

from app.domain.flag import Severity
from app.risks.facts import Facts
from app.risks.tone import in_fasting_month, on_solemn_day
from tests.app.risks.builders import facts, market, post

GERMANY = facts()
BRITAIN = facts(market("GB", "en"))
USA = facts(market("US", "en"))
ISRAEL = facts(market("IL", "en"))
EMIRATES = facts(market("AE", "en"))
POGROMS = datetime(2026, 11, 9, 13)
ORDINARY = datetime(2026, 6, 10, 12)


def only(where: Facts, text: str, local: datetime) -> tuple[str, Severity] | None:
    """Return the one flag of a text at a time, or nothing."""
    flags = list(on_solemn_day(post(where, text=text, local=local), where))
    assert len(flags) <= 1
    return (flags[0].key, flags[0].severity) if flags else None


def test_an_offer_on_a_day_of_mourning_weighs_as_the_day_does():
    sells = "wording.selling-on-solemn-day"
    assert only(GERMANY, "Heute Rabatt", POGROMS) == (
        f"{sells}:de-reichspogromnacht",
        Severity.STOP,
    )
    holocaust = datetime(2027, 1, 27, 12)
    assert only(BRITAIN, "Sale today", holocaust) == (f"{sells}:gb-hmd", Severity.CAUTION)


def test_the_same_words_on_an_ordinary_day_are_nothing():
    assert only(GERMANY, "Heute Rabatt, Party und Torten", ORDINARY) is None


def test_ordinary_words_on_a_solemn_day_are_nothing():
    assert only(GERMANY, "Unser Laden in der Hauptstraße.", POGROMS) is None


def test_there_is_one_flag_with_all_the_words():
    (flag,) = on_solemn_day(post(GERMANY, text="Party! Rabatt auf Torten", local=POGROMS), GERMANY)
    assert flag.rule == "wording.selling-on-solemn-day"
    assert set(flag.evidence) == {"Rabatt", "Party", "Torten"}
    assert flag.why.startswith("The post sells on a day on which people mourn: ")
    assert flag.source == "Jewish Museum Berlin"


def test_cheer_on_a_day_of_mourning_is_asked_about_even_where_the_day_is_a_note():
    lockerbie = datetime(2026, 12, 21, 12)
    assert only(BRITAIN, "Let's party tonight", lockerbie) == (
        "wording.festive-on-solemn-day:gb-lockerbie",
        Severity.CAUTION,
    )
    assert only(BRITAIN, "Sale tonight", lockerbie) == (
        "wording.selling-on-solemn-day:gb-lockerbie",
        Severity.NOTE,
    )


def test_food_is_stopped_where_the_day_is_and_else_one_step_lower():
    assert only(GERMANY, "Lecker! Torten", POGROMS) == (
        "wording.appetite-on-solemn-day:de-reichspogromnacht",
        Severity.STOP,
    )
    assert only(BRITAIN, "Delicious brunch", datetime(2027, 1, 27, 12)) == (
        "wording.appetite-on-solemn-day:gb-hmd",
        Severity.NOTE,
    )


def test_one_word_of_cheer_is_the_greeting_of_the_feast_on_the_same_date():
    ireland = facts(market("IE", "en"))
    valentine = datetime(2027, 2, 14, 12)
    assert only(ireland, "Happy Valentine's", valentine) == (
        "wording.festive-on-solemn-day:ie-stardust",
        Severity.NOTE,
    )
    assert only(ireland, "Party! Happy Valentine's", valentine) == (
        "wording.festive-on-solemn-day:ie-stardust",
        Severity.CAUTION,
    )


def test_a_fast_rules_out_food_and_selling_less():
    kippur = datetime(2026, 9, 21, 12)
    assert only(ISRAEL, "Delicious brunch", kippur) == (
        "wording.appetite-on-solemn-day:il-yom-kippur",
        Severity.STOP,
    )
    assert only(ISRAEL, "Discount", kippur) == (
        "wording.selling-on-solemn-day:il-yom-kippur",
        Severity.CAUTION,
    )


def test_a_quiet_day_rules_out_parties_and_leaves_food_alone():
    good_friday = datetime(2027, 3, 26, 12)
    assert only(GERMANY, "Leckere Torten", good_friday) is None
    assert only(GERMANY, "Tanzen bis in die Nacht", good_friday) == (
        "wording.festive-on-solemn-day:de-karfreitag",
        Severity.CAUTION,
    )
    assert only(GERMANY, "Rabatt", good_friday) == (
        "wording.selling-on-solemn-day:de-karfreitag",
        Severity.NOTE,
    )


def test_where_a_note_leaves_no_lower_step_there_is_nothing():
    bettag = datetime(2026, 11, 18, 12)
    assert only(GERMANY, "Rabatt", bettag) is None


def test_a_disputed_day_is_no_day_to_celebrate():
    australia = facts(market("AU", "en"))
    assert only(australia, "Party time, fireworks", datetime(2027, 1, 26, 12)) == (
        "wording.festive-on-solemn-day:au-26-jan",
        Severity.CAUTION,
    )


@pytest.mark.parametrize(("hour", "is_meant"), [(15, False), (16, True), (23, True)])
def test_an_eve_counts_from_four_in_the_afternoon(hour, is_meant):
    assert bool(only(ISRAEL, "Sale", datetime(2026, 4, 13, hour))) is is_meant


def test_a_day_that_people_celebrate_leaves_room_for_it():
    assert only(USA, "Happy Juneteenth, party time", datetime(2027, 6, 19, 12)) is None


def test_a_post_in_the_tray_has_no_day():
    assert not list(on_solemn_day(post(GERMANY, text="Rabatt", local=None), GERMANY))
    assert not list(in_fasting_month(post(EMIRATES, text="Brunch", local=None), EMIRATES))


def test_what_names_the_memorial_and_sells_is_told_once():
    assert only(GERMANY, "Pogromnacht-Rabatt: Rabatt zur Pogromnacht", POGROMS) is None


# --- months of fasting ----------------------------------------------------------------------------

RAMADAN_NOON = datetime(2027, 2, 20, 12)


def in_month(where: Facts, text: str, local: datetime) -> list[tuple[str, Severity]]:
    flags = in_fasting_month(post(where, text=text, local=local), where)
    return [(flag.key, flag.severity) for flag in flags]


def test_food_by_day_in_ramadan_weighs_as_the_month_does():
    key = "wording.appetite-on-solemn-day:ramadan-gulf"
    assert in_month(EMIRATES, "Delicious brunch", RAMADAN_NOON) == [(key, Severity.CAUTION)]
    egypt = facts(market("EG", "en"))
    ((_key, severity),) = in_month(egypt, "Delicious brunch", RAMADAN_NOON)
    assert severity is Severity.NOTE


def test_after_sunset_and_for_iftar_food_is_welcome():
    assert not in_month(EMIRATES, "Delicious dinner", RAMADAN_NOON.replace(hour=20))
    assert not in_month(EMIRATES, "Iftar buffet, delicious", RAMADAN_NOON)
    assert not in_month(EMIRATES, "New shoes", RAMADAN_NOON)
    assert not in_month(EMIRATES, "Delicious brunch", ORDINARY)


def test_alcohol_is_asked_about_at_any_hour():
    ((_key, severity),) = in_month(EMIRATES, "Cocktails tonight", RAMADAN_NOON.replace(hour=22))
    assert severity is Severity.CAUTION


def test_where_few_people_fast_a_greeting_beside_pork_is_asked_about():
    (flag,) = in_month(BRITAIN, "Ramadan Mubarak! Bacon crisps", RAMADAN_NOON)
    assert flag == ("wording.appetite-on-solemn-day:ramadan-minority", Severity.CAUTION)
    assert not in_month(BRITAIN, "Bacon crisps", RAMADAN_NOON)
