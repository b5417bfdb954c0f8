"""What a person types before a word or an option."""

import sys

from app.calling import called, called_with_options


def test_from_its_sources_it_is_called_by_the_door_or_by_its_package():
    assert called() == "python3 run.py"
    assert called_with_options() == "python -m ui"


def test_packed_it_is_called_by_its_own_name(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/Countersign/Countersign")
    assert called() == called_with_options() == "Countersign"
