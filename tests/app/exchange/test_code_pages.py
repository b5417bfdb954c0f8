"""The alphabet of a file: told by its beginning, guessed by its words, chosen by a person."""

import codecs

import pytest

from app.exchange.code_pages import decoded, decoded_as, encodings

LINE = "Date;Market;Channel;Copy\r\n2027-03-01;XX;Instagram;{}\r\n"
TEXTS = {
    "cp1252": ("de", "Brötchen für Müller"),
    "mac_roman": ("fr", "déjà vu à l’été"),
    "cp1250": ("pl", "Chleb żytni i Łódź"),
    "cp1251": ("ru", "Свежий хлеб"),
    "cp1253": ("el", "Φρέσκο ψωμί"),
    "cp1254": ("tr", "şeker ve ığdır"),
    "cp1255": ("he", "לחם טרי"),
    "cp1256": ("ar", "خبز طازج"),
    "cp1257": ("lv", "Ķiršu pīrāgs"),
    "cp874": ("th", "ขนมปังสดใหม่"),
    "cp932": ("ja", "焼きたてのパン"),
    "gb18030": ("zh-CN", "新鲜出炉的面包"),
    "big5": ("zh-TW", "新鮮出爐的麵包"),
    "cp949": ("ko", "갓 구운 빵"),
}


@pytest.mark.parametrize("encoding", TEXTS)
def test_one_line_is_enough_where_the_language_of_the_market_is_known(encoding):
    language, text = TEXTS[encoding]
    for languages in ([language], ["de", "en", language]):
        found = decoded(LINE.format(text).encode(encoding), languages=languages)
        assert text in found.text
        assert found.is_guessed
        assert found.example


@pytest.mark.parametrize("encoding", ["cp1252", "cp1250", "cp1251", "cp1254"])
def test_a_longer_text_gives_its_alphabet_away_without_any_market(encoding):
    longer = {
        "cp1252": "Schöne Grüße aus Köln! Das neue Vollkornbrot ist da, heiß geliebt und süß. ",
        "cp1250": "Świeży chleb żytni prosto z pieca – zapraszamy już dziś! Łagodny smak. ",
        "cp1251": "Свежий ржаной хлеб прямо из печи — заходите сегодня, друзья! ",
        "cp1254": "Fırından taze çıktı: çavdar ekmeğimiz sizi bekliyor, şimdi gelin! ",
    }[encoding]
    assert decoded((longer * 4).encode(encoding)).encoding == encoding


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Grüße".encode(), "utf-8"),
        ("Grüße".encode("utf-8-sig"), "utf-8"),
        ("Grüße".encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + "Grüße".encode("utf-16-be"), "utf-16"),
        ("Grüße".encode("utf-32"), "utf-32"),
        (LINE.encode("utf-16-le"), "utf-16"),
        (LINE.encode("utf-16-be"), "utf-16"),
    ],
)
def test_unicode_is_told_and_not_guessed(data, encoding):
    found = decoded(data, languages=["de"])
    assert (found.encoding, found.is_guessed) == (encoding, False)
    assert "\ufeff" not in found.text


def test_what_a_person_chose_is_taken():
    assert decoded_as("żytni".encode("cp1250"), "cp1250").text == "żytni"
    assert decoded_as("żytni".encode("utf-8-sig"), "utf-8").text == "żytni"
    with pytest.raises(UnicodeError):
        decoded_as("żytni".encode("cp1250"), "utf-8")


def test_every_alphabet_that_can_be_chosen_has_a_name_and_exists():
    for encoding, name in encodings().items():
        assert codecs.lookup(encoding)
        assert name


@pytest.mark.parametrize("data", [b"a\0\0\0b", b"\x81\x8d\x8f\x90\x9d\x01\x02" * 20])
def test_what_is_no_text_is_refused(data):
    with pytest.raises(UnicodeError):
        decoded(data)
