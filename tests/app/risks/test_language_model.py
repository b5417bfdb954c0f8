"""The model that tells languages apart."""

import pytest

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


def test_what_is_cut_short_is_not_used(packed, tmp_path):
    unpack(tmp_path / "model")
    for file in (tmp_path / "model").iterdir():
        file.write_bytes(file.read_bytes()[:-1])
    assert language_model(tmp_path / "model").rank(TEXTS[0]) == packed.rank(TEXTS[0])


def test_unpacked_once_more_it_is_whole_and_alone(tmp_path):
    for _time in range(2):
        unpack(tmp_path / "model")
    assert [file.name for file in tmp_path.iterdir()] == ["model"]
    assert isinstance(language_model(tmp_path / "model").tk_nextmove, memoryview)


def test_it_lies_with_the_parts_of_the_program_by_its_release():
    assert unpacked_model().name.startswith("py3langid-0.4")
