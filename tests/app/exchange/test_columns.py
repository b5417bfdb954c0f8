"""Which column is what."""

import pytest

from app.exchange.column_names import Field
from app.exchange.columns import Columns, guess
from tests.app.exchange.sheet_builders import PLAIN, sheet, sheet_row


def mapped(*header, above=()):
    found = guess(sheet(*above, header, PLAIN).rows)
    return {field: header[column] for field, column in found.mapping.items()}


@pytest.mark.parametrize(
    "header",
    [
        (
            "Date",
            "Time",
            "Platform",
            "Caption",
            "Asset link",
            "Status",
            "Market",
            "Language",
            "Link",
        ),
        (
            "Datum",
            "Uhrzeit",
            "Plattform",
            "Beitragstext",
            "Bild-URL",
            "Freigabe",
            "Markt",
            "Sprache",
            "URL",
        ),
        ("Date", "Heure", "Réseau social", "Légende", "Visuel", "Statut", "Pays", "Langue", "Lien"),
        ("Fecha", "Hora", "Red social", "Texto", "Imagen", "Estado", "País", "Idioma", "Enlace"),
        (
            "Data",
            "Horário",
            "Rede social",
            "Legenda",
            "Imagem",
            "Situação",
            "País",
            "Língua",
            "URL",
        ),
        (
            "Data",
            "Ora",
            "Piattaforma",
            "Testo",
            "Immagine",
            "Stato",
            "Paese",
            "Lingua",
            "Collegamento",
        ),
        (
            "PUBLISH DATE:",
            "Time (local)",
            "Platform(s)",
            "Post copy (max 280)",
            "Image / Video",
            "approval status",
            "Country",
            "Language ",
            "Landing page",
        ),
    ],
    ids=lambda header: header[3],
)
def test_the_usual_columns_are_known_in_every_language(header):
    fields = (
        *(Field.DATE, Field.TIME, Field.CHANNEL, Field.TEXT, Field.MEDIA, Field.STATUS),
        *(Field.MARKET, Field.LANGUAGE, Field.LINK),
    )
    assert mapped(*header) == dict(zip(fields, header, strict=True))


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Date & Time", Field.MOMENT),
        ("Scheduled at", Field.MOMENT),
        ("Hook", Field.HOOK),
        ("Hashtags", Field.HASHTAGS),
        ("Topic", Field.NAME),
        ("Content pillar", Field.PILLAR),
        ("Campaign name", Field.CAMPAIGN),
        ("Approved by", Field.APPROVED_BY),
        ("Approved", Field.APPROVAL),
        ("Freigegeben", Field.APPROVAL),
        ("1st comment", Field.FIRST_COMMENT),
        ("Image alt text", Field.ALT),
        ("Owner", Field.OWNER),
        ("Internal notes", Field.NOTES),
        ("Post ID", Field.SOURCE_ID),
        ("Post type", Field.FORMAT),
        ("Tags", Field.TAGS),
    ],
)
def test_the_rarer_columns_are_known(name, field):
    assert mapped(name) == {field: name}


@pytest.mark.parametrize(
    "name",
    [
        "Review date",
        "Due date",
        "Day of week",
        "Approval date",
        "Text on image",
        "Impressions",
        "Please fill in the copy for each market here",
        "",
    ],
)
def test_what_is_no_part_of_a_post_is_not_read(name):
    assert mapped(name) == {}


def test_a_weekday_column_does_not_take_the_place_of_the_date():
    assert mapped("Day", "Date", "Copy")[Field.DATE] == "Date"
    assert mapped("Day", "Copy")[Field.DATE] == "Day"


def test_a_time_alone_must_hold_the_date_too():
    assert mapped("Text", "Image URL", "Tags", "Posting Time")[Field.MOMENT] == "Posting Time"


def test_of_two_columns_with_one_meaning_the_surer_and_then_the_left_one_is_read():
    assert mapped("Final copy DE", "Caption")[Field.TEXT] == "Caption"
    assert mapped("Copy", "Copy")[Field.TEXT] == "Copy"
    assert guess(sheet(("Copy", "Copy")).rows).mapping == {Field.TEXT: 0}


def test_the_header_is_found_below_a_title():
    found = guess(sheet(("Solvane plan",), (), ("Date", "Copy"), PLAIN).rows)
    assert found.header_row == 3
    assert found.is_recognised


def test_a_header_far_below_the_top_is_not_looked_for():
    found = guess(sheet(*([("title",)] * 10), ("Date", "Copy")).rows)
    assert not found.is_recognised


def test_a_sheet_that_begins_far_below_the_top_is_read_from_there():
    assert guess(sheet(("Date", "Copy"), first=40).rows).header_row == 40


def test_nothing_is_guessed_where_nothing_stands():
    assert guess([]) == Columns(0, (), {})


def test_columns_without_meaning_are_named():
    found = guess(sheet(("Date", "Copy", "Impressions", "")).rows)
    assert found.unknown == ("Impressions",)


def test_a_guess_is_corrected_without_losing_the_others():
    found = guess(sheet(("Date", "Copy", "Brief")).rows)
    better = found.corrected(Field.TEXT, 2)
    assert better.mapping == {Field.DATE: 0, Field.TEXT: 2}
    assert better.unknown == ("Copy",)
    assert better.corrected(Field.TEXT, None).mapping == {Field.DATE: 0}


def test_a_column_has_one_meaning_at_a_time():
    found = guess(sheet(("Date", "Copy")).rows).corrected(Field.NAME, 1)
    assert found.mapping == {Field.DATE: 0, Field.NAME: 1}


def test_a_column_without_a_header_is_called_by_its_letter():
    found = guess(sheet(("Date", "", "Copy")).rows)
    assert found.corrected(Field.NOTES, 1).name(Field.NOTES) == "B"
    assert found.corrected(Field.NOTES, 9).name(Field.NOTES) == "J"
    assert found.name(Field.TEXT) == "Copy"


@pytest.mark.parametrize("name", ["No.", "Nr.", "N°", "#", "№", "lfd. Nr.", "Numéro"])
def test_a_number_before_each_row_is_its_id(name):
    columns = guess([sheet_row(1, name, "Date", "Copy")])
    assert columns.mapping[Field.SOURCE_ID] == 0


def test_no_in_a_sentence_is_no_number():
    columns = guess([sheet_row(1, "No link", "Date", "Copy")])
    assert Field.SOURCE_ID not in columns.mapping
