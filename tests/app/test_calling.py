"""What a person types before a word or an option."""

import sys

import pytest

from app.calling import OneSentenceParser, called, called_with_options
from app.errors import InvalidInputError


def test_from_its_sources_it_is_called_by_the_door_or_by_its_package():
    assert called() == "python3 run.py"
    assert called_with_options() == "python -m ui"


def test_packed_it_is_called_by_its_own_name(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/Countersign/Countersign")
    assert called() == called_with_options() == "Countersign"


def test_what_is_not_understood_is_one_sentence_with_the_way_to_the_help():
    with pytest.raises(InvalidInputError) as problem:
        OneSentenceParser(prog="python3 run.py").parse_args(["--moon"])
    assert str(problem.value) == (
        "That was not understood: unrecognized arguments: --moon "
        "(“python3 run.py --help” explains it)."
    )
