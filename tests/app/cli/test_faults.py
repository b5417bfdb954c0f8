"""Where a fault is kept."""

import platformdirs
import pytest

from app.cli.faults import keep_fault


@pytest.mark.expects_log("A fault of the program")
def test_the_log_holds_the_details_and_the_sentence_names_it():
    def broken():
        raise ValueError("the reason")

    with pytest.raises(ValueError, match="the reason") as fault:
        broken()
    said = keep_fault(fault.value)
    file = platformdirs.user_log_path("Countersign") / "countersign.log"
    assert str(file) in said
    assert "the reason" in file.read_text("utf-8")
    assert "Traceback" in file.read_text("utf-8")


def test_a_log_that_cannot_be_written_is_no_second_fault(monkeypatch):
    def refused(*_arguments, **_keywords):
        raise PermissionError

    monkeypatch.setattr(platformdirs, "user_log_path", refused)
    assert "no details could be kept" in keep_fault(ValueError("the reason"))
