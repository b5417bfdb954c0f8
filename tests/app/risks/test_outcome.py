"""Posts that say how something went, written before anybody could know."""

from datetime import datetime

import pytest

from app.domain.flag import Severity
from app.risks.outcome import outcome
from tests.app.risks.builders import facts, market, post


def flags(text, language="en", **changes):
    where = facts(market("GB", language))
    return list(outcome(post(where, text=text, **changes), where))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "What a night. We won!"),
        ("en", "Sold out! Thank you."),
        ("de", "Wir sind Weltmeister und unser Bier auch"),
        ("fr", "On a gagné, la tournée est pour nous"),
        ("es", "¡Somos campeones! Hoy invitamos nosotros"),
        ("pt", "Parabéns aos campeões da noite"),
        ("it", "Siamo campioni, la pizza la offriamo noi"),
        ("nl", "De beker is van ons"),
        ("pl", "Wygraliśmy, co za wieczór"),
        ("sv", "Vi vann guldet"),
        ("tr", "Şampiyon biziz, kutlama bizde"),
        ("ru", "Мы победили, ужин за наш счёт"),
        ("ar", "فزنا والعشاء علينا"),
        ("ja", "みんなで勝ち取った優勝！"),
        ("ko", "결승 진출, 함께 달려요"),
        ("zh", "我们赢了，今晚见"),
    ],
)
def test_an_outcome_that_is_claimed_is_a_caution_in_every_language(language, text):
    (flag,) = flags(text, language)
    assert flag.severity is Severity.CAUTION
    assert flag.evidence[0] in text


@pytest.mark.parametrize(
    "text",
    [
        "If we won every match, we would be bored",
        "Tell us who won and you can win a scarf",
        "The award we won in 2019 hangs over the counter",
        "Tickets for Friday 12 February are sold out, a few are left for Saturday",
        "Almost sold out!",
        "Win a trip for two",
        "",
    ],
)
def test_what_is_open_or_long_past_is_left_alone(text):
    assert flags(text) == []


def test_who_is_congratulated_on_an_office_or_a_title_has_got_it():
    assert flags("Congratulations to the new mayor of our town!")
    assert flags("Herzlichen Glückwunsch der neuen Kanzlerin", "de")
    assert not flags("The mayor opens our bakery")
    assert not flags("Congratulations to Nora. The mayor opens our bakery")
    assert not flags("Congratulations, you can win a medal")


def test_another_sentence_does_not_leave_it_open():
    assert flags("We won! Next time you can win a scarf.")


def test_the_year_of_the_post_is_no_excuse():
    this_year = datetime(2026, 6, 10, 12)
    assert flags("We won the cup of 2026", local=this_year)
    assert not flags("We won the cup of 2025", local=this_year)
    assert flags("We won the cup of 2025", local=None)


def test_edits_elsewhere_leave_the_mark_and_another_claim_changes_it():
    (one,) = flags("We won, everybody")
    (same,) = flags("everybody: we WON")
    (other,) = flags("What a victory, everybody")
    assert (one.key, one.mark) == (same.key, same.mark)
    assert one.mark != other.mark
