"""The model that tells languages apart."""

import os
import runpy

import pytest

from app.risks import language_model as module
from app.risks.language_model import language_model, unpack, unpacked_model
from tests.app.risks.builders import data

TEXTS = [case["text"] for case in data("language_posts", "post")]


@pytest.fixture(scope="module")
def packed(tmp_path_factory):
    """The model as py3langid loads it."""
    return language_model(tmp_path_factory.mktemp("nothing"))


def test_unpacked_it_judges_every_text_as_it_does_packed(packed, tmp_path):
    unpack(tmp_path / "model")
    unpacked = language_model(tmp_path / "model")
    assert isinstance(unpacked.tk_nextmove, memoryview)
    assert unpacked.labels == packed.labels
    assert [unpacked.rank(text) for text in TEXTS] == [packed.rank(text) for text in TEXTS]


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: whole[:-1],
        lambda whole: whole[:64],
        lambda _whole: b"",
        lambda whole: bytes(len(whole)),
        lambda whole: whole.replace(b"{'descr", b"{((((((", 1),
    ],
    ids=["cut short", "a beginning", "empty", "zeros", "garbled"],
)
def test_what_is_not_whole_is_not_used(packed, tmp_path, damage):
    unpack(tmp_path / "model")
    for file in (tmp_path / "model").iterdir():
        file.write_bytes(damage(file.read_bytes()))
    assert language_model(tmp_path / "model").rank(TEXTS[0]) == packed.rank(TEXTS[0])


def test_what_could_not_be_unpacked_leaves_nothing(tmp_path, monkeypatch):
    def is_full(_handle):
        raise OSError("No space left on device")

    monkeypatch.setattr(os, "fsync", is_full)
    with pytest.raises(OSError, match="No space left"):
        unpack(tmp_path / "model")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="there are no such rights")
def test_whoever_may_enter_other_folders_may_read_it(tmp_path):
    (tmp_path / "other").mkdir()
    unpack(tmp_path / "model")
    assert (tmp_path / "model").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_unpacked_once_more_it_is_whole_and_alone(tmp_path):
    for _time in range(2):
        unpack(tmp_path / "model")
    assert [file.name for file in tmp_path.iterdir()] == ["model"]
    assert isinstance(language_model(tmp_path / "model").tk_nextmove, memoryview)


def test_it_lies_with_the_parts_of_the_program_by_its_release():
    assert unpacked_model().name.startswith("py3langid-0.4")


def test_run_as_a_program_it_unpacks_to_where_the_program_looks(tmp_path, monkeypatch):
    monkeypatch.setattr("sys.prefix", str(tmp_path))
    runpy.run_path(module.__file__, run_name="__main__")
    assert isinstance(language_model(unpacked_model()).tk_nextmove, memoryview)
