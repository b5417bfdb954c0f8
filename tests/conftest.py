"""What holds for every test: one language and zone, a home of its own, and a silent log."""

import logging
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.update(LC_ALL="C.UTF-8", LANG="C.UTF-8", TZ="UTC")
os.environ.pop("LANGUAGE", None)
if hasattr(time, "tzset"):
    time.tzset()

settings.register_profile(
    "countersign",
    max_examples=50,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("countersign")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers",
        "expects_log(text): a record at WARNING or above that holds this text is wanted",
    )
    config.addinivalue_line("markers", "in_english: its subject is the English sentence itself")
    config.addinivalue_line("markers", "left_to_right: its subject is what stands left and right")


@pytest.fixture(autouse=True)
def a_home_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the settings, data or cache of the person who runs it."""
    home = tmp_path.with_name(f"{tmp_path.name}-home")
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))


@pytest.fixture(autouse=True)
def a_silent_log(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    """A record at WARNING or above fails the test; one that `expects_log` names must come."""
    yield
    expected = [marker.args[0] for marker in request.node.iter_markers("expects_log")]
    loud = [
        record.getMessage()
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING
    ]
    unexpected = [text for text in loud if not any(part in text for part in expected)]
    missing = [part for part in expected if not any(part in text for text in loud)]
    assert not unexpected, f"logged unexpectedly: {unexpected}"
    assert not missing, f"expected in the log, but absent: {missing}"
