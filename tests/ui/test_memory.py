"""Memory that nobody uses any more goes back to the system."""

from types import SimpleNamespace

import pytest

from ui import memory


@pytest.fixture
def asked(monkeypatch):
    """Collect what the C library is asked for."""
    found = []
    library = SimpleNamespace(
        mallopt=lambda *words: found.append(("mallopt", *words)),
        malloc_trim=lambda *words: found.append(("malloc_trim", *words)),
    )
    monkeypatch.setattr(memory.ctypes, "CDLL", lambda _name: library)
    return found


def test_threads_share_their_memory_and_what_is_freed_is_given_back(asked, monkeypatch):
    monkeypatch.setattr(memory.sys, "platform", "linux")
    memory.share_memory()
    memory.give_back()
    assert asked == [("mallopt", -8, 2), ("malloc_trim", 0)]


def test_elsewhere_nothing_is_asked(asked, monkeypatch):
    monkeypatch.setattr(memory.sys, "platform", "win32")
    memory.share_memory()
    memory.give_back()
    assert asked == []


def test_another_c_library_is_left_alone(monkeypatch):
    monkeypatch.setattr(memory.sys, "platform", "linux")
    monkeypatch.setattr(memory.ctypes, "CDLL", lambda _name: SimpleNamespace())
    memory.share_memory()
    memory.give_back()
