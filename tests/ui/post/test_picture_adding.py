from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tests.builders.calendars import GERMANY, QUIET_DAY
from tests.ui.direct import a_picture

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_picture_is_copied_into_the_calendar(writer, qtbot, monkeypatch, tmp_path):
    post_id = writer.show()
    writer.write(qtbot, "Neu: ")
    path = tmp_path / "loaf.png"
    path.write_bytes(a_picture())
    choose_file(monkeypatch, path)
    qtbot.mouseClick(writer.part("add_picture"), LEFT)
    (medium,) = writer.post(post_id).content.media
    assert writer.reader.media_bytes(medium.digest) == path.read_bytes()
    assert writer.post(post_id).content.text.startswith("Neu: ")
    writer.write(qtbot, "A rye loaf", "picture_0_alt")
    writer.panel.save()
    assert writer.post(post_id).content.media[0].alt == "A rye loaf"


def test_a_file_that_is_no_picture_is_refused_in_place(writer, qtbot, monkeypatch, tmp_path):
    writer.show()
    path = tmp_path / "notes.txt"
    path.write_text("words", encoding="utf-8")
    choose_file(monkeypatch, path)
    qtbot.mouseClick(writer.part("add_picture"), LEFT)
    assert "“notes.txt” is no PNG" in writer.part("message_bar").text
    choose_file(monkeypatch, tmp_path / "gone.png")
    qtbot.mouseClick(writer.part("add_picture"), LEFT)
    assert "cannot be read" in writer.part("message_bar").text


def test_a_picture_for_a_post_without_words_asks_for_words_first(
    writer, qtbot, monkeypatch, tmp_path
):
    path = tmp_path / "loaf.png"
    path.write_bytes(a_picture())
    choose_file(monkeypatch, path)
    writer.panel.new_post(GERMANY, QUIET_DAY)
    writer.part("add_picture").click()
    assert "Write a few words first" in writer.part("message_bar").text


def choose_file(monkeypatch, path: Path):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
