"""What a text does with its words."""

from app.risks.tones import Tones, tones
from tests.app.risks.builders import facts, market, post


def read(text: str, language: str = "de", country: str = "DE", **changes: object) -> Tones:
    where = facts(market(country, language))
    return tones(post(where, text=text, **changes), where)


def test_words_are_told_by_what_they_do_as_they_were_written():
    found = read("RABATT auf Torten! Wir feiern mit Sekt und gedenken der Opfer. 5 € Spende. 20 %")
    assert found.sells == ("RABATT",)
    assert found.celebrates == ("Wir feiern",)
    assert found.appetite == ("Torten", "Sekt")
    assert found.alcohol == ("Sekt",)
    assert "gedenken der Opfer" in found.mourns
    assert "Opfer" in found.remembers
    assert found.gives == ("Spende",)
    assert found.prices == ("5 €",)


def test_a_percentage_off_sells():
    assert read("Heute -20 %").sells == ("-20 %",)


def test_a_notice_of_closing_is_known():
    assert read("Morgen geschlossen").closes == ("geschlossen",)


def test_prices_of_admission_do_not_sell():
    assert read("Gedenkfeier, 5 €").asks_a_price == ()
    assert read("Gedenkfeier mit Torten, 5 €").asks_a_price == ("5 €",)
    assert read("Nur 5 €").asks_a_price == ("5 €",)


def test_the_evening_meal_of_a_fast_is_known_everywhere():
    assert read("Iftar für alle").breaks_a_fast == ("Iftar",)


def test_everyday_phrases_mean_nothing():
    assert not read("We are happy to help", "en", "GB").celebrates
    assert read("Happy Friday", "en", "GB").celebrates == ("Happy",)


def test_the_name_of_a_day_neither_sells_nor_celebrates():
    assert not read("Fiesta Nacional de España", "es", "ES").celebrates
    assert not read("Memorial Day", "en", "US").remembers


def test_links_and_accounts_are_no_words():
    assert not read("https://shop.example/rabatt @party").celebrates
    assert not read("https://shop.example/rabatt").sells


def test_alt_texts_count():
    assert read("", first_comment="Rabatt").sells == ("Rabatt",)


def test_the_same_text_is_weighed_once():
    where = facts()
    assert tones(post(where), where) is tones(post(where), where)
