"""Numbers that sell."""

import pytest

from app.risks.folding import Folded
from app.risks.prices import offers, prices


def of(finder, text: str, language: str) -> tuple[str, ...]:
    return finder(Folded(text), frozenset({language}))


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Now 20% off", "en", "20% off"),
        ("Up to 50 % today", "en", "Up to 50 %"),
        ("Heute −20 %", "de", "−20 %"),
        ("15 % auf alles", "de", "15 % auf alles"),
        ("%20 indirim", "tr", "%20 indirim"),
        ("خصم ٢٠٪", "ar", "خصم ٢٠٪"),
        ("全场8折", "zh", "8折"),
        ("2割引です", "ja", "2割引"),
        ("最大50%", "ja", "最大50%"),
        ("30% taniej", "pl", "30% taniej"),
        ("2+1 gratis", "nl", "2+1"),
        ("Hoy 3x2", "es", "3x2"),
        ("2 for 1 tonight", "en", "2 for 1"),
    ],
)
def test_a_percentage_off_is_an_offer(text, language, found):
    assert of(offers, text, language) == (found,)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("70 % cocoa", "en"),
        ("100 % Baumwolle", "de"),
        ("三折叠手机, 3折叠", "zh"),
        ("12-20 %", "de"),
        ("1 + 1 = 2", "en"),
        ("4x4, 2026+1, 10:2+1", "en"),
        ("half of all, 100 percent", "en"),
    ],
)
def test_any_other_percentage_is_none(text, language):
    assert of(offers, text, language) == ()


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("only $5 today", "en", "$5"),
        ("für 1.299,90 € im", "de", "1.299,90 €"),
        ("från 99 kr", "sv", "99 kr"),
        ("500円です", "ja", "500円"),
        ("Rp 50.000", "id", "Rp 50.000"),
        ("od 5 zł", "pl", "5 zł"),
        ("15,000 francs", "en", "15,000 francs"),
    ],
)
def test_amounts_of_money_are_prices(text, language, found):
    assert of(prices, text, language) == (found,)


@pytest.mark.parametrize("text", ["um 12:30 Uhr", "2026", "€ und $", "3 Eurythmie", "no digit"])
def test_other_numbers_are_none(text):
    assert of(prices, text, "de") == ()


@pytest.mark.parametrize("text", ["1 " * 50_000, "5%" * 50_000, "% " * 50_000, "9" * 100_000])
def test_long_rows_of_numbers_come_to_an_end(text):
    of(offers, text, "en")
    of(prices, text, "en")
