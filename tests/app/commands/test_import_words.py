"""Names of the columns of a sheet, and how a row and its post differ."""

from datetime import date, time

import pytest

from app.commands.import_words import (
    change_sentence,
    clash_sentence,
    column_name,
    field_change,
    kept_sentence,
)
from app.commands.merging import Difference
from app.exchange.column_names import Field
from app.exchange.planned import Part


def test_every_column_has_a_name_of_its_own():
    names = [column_name(field) for field in Field]
    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("part", "here", "in_sheet", "sentence"),
    [
        (Part.TIME, time(10), time(11, 30), "Time 10:00 → 11:30"),
        (Part.DAY, date(2027, 11, 9), None, "Date Tue 9 Nov → none"),
        (Part.TIME, None, time(11, 30), "Time none → 11:30"),
        (Part.LANGUAGE, "de", "fr", "Language German → French"),
        (Part.LINK, "", "https://a.example", "Link nothing → https://a.example"),
        (Part.TAGS, ("a", "b"), (), "Tags a, b → nothing"),
        (Part.ALT, (("https://a.example", "Brot"),), (), "Alt text Brot → nothing"),
        (Part.NAME, "", "Brot", "Name nothing → “Brot”"),
        (
            Part.TEXT,
            "Am Montag gibt es frisches Brot mit Salz für alle, die früh kommen.",
            "Am Montag gibt es frisches Brot mit Butter für alle, die früh kommen.",
            "Text “…Brot mit Salz für alle,…” → “…Brot mit Butter für alle,…”",
        ),
        (Part.TEXT, "Brot", "Brot!", "Text “Brot” → “Brot!”"),
    ],
)
def test_a_change_is_told_in_one_line(part, here, in_sheet, sentence):
    assert change_sentence(field_change(Difference(part, here, in_sheet))) == sentence


def test_every_part_can_be_told():
    said = [field_change(Difference(part, "", "x")).name for part in Part]
    assert len(set(said)) == len(Part)


def test_a_long_text_is_cut_and_nothing_around_the_difference_is_lost():
    change = field_change(Difference(Part.TEXT, "a " * 200, "b " * 200))
    assert len(change.here) < 80
    assert change.here.startswith("“a a")
    assert change.in_sheet.startswith("“b b")
    unbroken = field_change(Difference(Part.TEXT, "パ" * 50 + "ン", "パ" * 50 + "ー"))
    assert unbroken.here == "“…" + "パ" * 14 + "ン”"


def test_both_sides_of_a_conflict_and_what_stays_are_said():
    change = field_change(Difference(Part.TIME, time(12), time(11)))
    assert clash_sentence(change) == "Time: here 12:00, in the sheet 11:00"
    assert kept_sentence(change) == (
        "Time stays 12:00: changed here since; the sheet still says 11:00."
    )
