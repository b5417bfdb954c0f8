"""A place that is not safe for a calendar is named, with the way out."""

from app.commands.keeping import danger_of


def test_a_folder_of_this_computer_is_no_danger(tmp_path):
    assert danger_of(tmp_path / "plan.countersign") == ""


def test_a_synced_folder_is_named_with_what_can_happen_there(tmp_path):
    said = danger_of(tmp_path / "Dropbox" / "plan.countersign")
    assert "a synced folder (Dropbox)" in said
    assert "Keep it in a folder of one computer" in said
