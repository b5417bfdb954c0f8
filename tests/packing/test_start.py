"""The door of the packed program."""

import io
import os
import runpy
import sys
import types

import pytest

import app.cli
import ui.main
from packing import start


@pytest.fixture
def opened(monkeypatch):
    """Collect what is opened with which words, instead of opening it."""
    seen = []
    monkeypatch.setattr(app.cli, "main", lambda words: seen.append(("word", words)) or 1)
    monkeypatch.setattr(ui.main, "main", lambda words: seen.append(("window", words)) or 0)
    return seen


@pytest.mark.parametrize(
    "words", [["verify", "plan.countersign"], ["approve"], ["no-such-word"], ["--help"]]
)
def test_a_word_goes_to_the_command_line(words, opened):
    assert start.main(words) == 1
    assert opened == [("word", words)]


@pytest.mark.parametrize(
    "words", [[], ["plan.countersign"], ["/plans/autumn"], ["--smoke", "out.png"], ["C:\\Plan"]]
)
def test_all_else_goes_to_the_window(words, opened):
    assert start.main(words) == 0
    assert opened == [("window", words)]


@pytest.fixture
def missing(monkeypatch):
    """Let the window fail to load with these words."""

    def fails(words):
        def look_up(_name):
            raise ImportError(words)

        window = types.ModuleType("ui.main")
        window.__getattr__ = look_up
        monkeypatch.setitem(sys.modules, "ui.main", window)

    return fails


def test_without_a_library_of_the_system_it_says_which_and_how_to_get_it(missing, capsys):
    missing("libGL.so.1: cannot open shared object file")
    assert start.main([]) == 2
    said = capsys.readouterr().err
    assert "libGL.so.1" in said
    assert "sudo apt-get install libgl1" in said


def test_a_module_that_was_not_packed_is_no_matter_of_the_system(missing):
    missing("No module named 'ui.theme'")
    with pytest.raises(ImportError, match=r"ui\.theme"):
        start.main([])


def test_programs_that_open_something_for_us_find_their_own_libraries(monkeypatch):
    monkeypatch.setenv("LD_LIBRARY_PATH", "/packed/_internal")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/opt/lib")
    start.keep_libraries_to_ourselves()
    assert os.environ["LD_LIBRARY_PATH"] == "/opt/lib"
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ
    start.keep_libraries_to_ourselves()
    assert "LD_LIBRARY_PATH" not in os.environ


def test_without_a_terminal_what_is_said_goes_nowhere_and_nothing_fails(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    start.write_somewhere()
    for stream in (sys.stdout, sys.stderr):
        assert stream.write("Nobody reads this.\n")
        stream.close()


def test_a_terminal_that_lacks_a_character_shows_another(monkeypatch):
    bytes_written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(bytes_written, encoding="ascii"))
    start.write_somewhere()
    sys.stdout.write("Müller\n")
    sys.stdout.flush()
    assert bytes_written.getvalue() == b"M?ller\n"


def test_a_process_beside_the_program_does_its_work_and_opens_no_second_window(monkeypatch, opened):
    monkeypatch.setattr("multiprocessing.freeze_support", lambda: sys.exit(7))
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(start.__file__, run_name="__main__")
    assert ended.value.code == 7
    assert opened == []
