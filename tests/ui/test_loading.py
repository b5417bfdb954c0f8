"""What is loaded with the window costs no more than it must."""

import gc
import linecache
import sys

import pytest

from ui import loading
from ui.loading import SEARCHES_AFTER, load_fast


@pytest.fixture
def as_it_was():
    thresholds = gc.get_threshold()
    yield
    gc.set_threshold(*thresholds)


@pytest.mark.usefixtures("as_it_was")
def test_python_searches_rarely_for_rubbish():
    load_fast()
    assert gc.get_threshold() == SEARCHES_AFTER


@pytest.mark.usefixtures("as_it_was")
def test_the_source_of_a_module_is_not_read_when_it_is_loaded(tmp_path, monkeypatch):
    (tmp_path / "loaded_later_on.py").write_text("WORDS = 'only its code is wanted'\n")
    monkeypatch.syspath_prepend(tmp_path)
    load_fast()
    __import__("loaded_later_on")
    sys.modules.pop("loaded_later_on")
    assert not [name for name in linecache.cache if name.endswith("loaded_later_on.py")]


@pytest.mark.usefixtures("as_it_was")
def test_a_pyside_that_reads_no_sources_is_left_as_it_is(monkeypatch):
    monkeypatch.setattr(loading, "_FEATURES", "no.such.module")
    load_fast()
    assert "no.such.module" not in sys.modules
