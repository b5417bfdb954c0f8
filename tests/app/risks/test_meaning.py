"""What phrases mean."""

from app.risks.meaning import Meaning


def test_a_meaning_belongs_to_no_entry_unless_one_is_named():
    assert Meaning("tone.selling").of == ""
    assert Meaning("day.name", "anzac") != Meaning("day.name", "es-11-m")
