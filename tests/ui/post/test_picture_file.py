import pytest

from app.errors import InvalidInputError
from tests.ui.direct import a_picture
from ui.post import picture_file
from ui.post.picture_file import read_picture


def test_a_picture_comes_with_its_bytes_name_and_size(tmp_path, qapp):
    path = tmp_path / "loaf.png"
    path.write_bytes(a_picture(64, 48))
    picture = read_picture(path)
    assert (picture.name, picture.width, picture.height) == ("loaf.png", 64, 48)
    assert picture.data == path.read_bytes()


@pytest.mark.in_english
def test_a_file_that_is_gone_is_named(tmp_path):
    with pytest.raises(InvalidInputError, match=r"“gone\.png” cannot be read"):
        read_picture(tmp_path / "gone.png")


@pytest.mark.in_english
def test_a_file_that_is_too_large_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(picture_file, "LARGEST", 10)
    path = tmp_path / "huge.png"
    path.write_bytes(bytes(11))
    with pytest.raises(InvalidInputError, match="larger than 20 MB: save it smaller"):
        read_picture(path)


def test_what_is_no_picture_has_no_size(tmp_path, qapp):
    path = tmp_path / "notes.txt"
    path.write_text("words", encoding="utf-8")
    assert (read_picture(path).width, read_picture(path).height) == (0, 0)
