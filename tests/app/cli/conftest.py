"""One small calendar for all words, made once; each test works on a copy of it."""

import shutil
from collections.abc import Callable
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from app.cli.program import main
from app.commands.knowledge import Knowledge
from tests.builders.calendars import (
    DE_PUSH,
    FR_FACEBOOK,
    NOW,
    POGROM_DAY,
    QUIET_DAY,
    approve_as,
    knowledge,
    reader_of,
    ready_post,
    team_session,
)
from tests.builders.words import PAIN, Said


@pytest.fixture(scope="session")
def team(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "team.countersign"
    session = team_session(path)
    reader = reader_of(path)
    approved = ready_post(session)
    ready_post(session, text="Am Samstag öffnen wir schon um sieben. Ungelesen!", clock=time(9))
    ready_post(session, text="Gönn dir heute etwas!", day=POGROM_DAY, channel=DE_PUSH)
    french = ready_post(session, text=PAIN, day=QUIET_DAY + timedelta(days=1), channel=FR_FACEBOOK)
    for post_id in (approved, french):
        approve_as(session, reader, post_id)
    reader.close()
    session.close()
    return path


@pytest.fixture
def path(team: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(team, tmp_path / "team.countersign"))


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Said]:
    loaded = knowledge()
    monkeypatch.setattr(Knowledge, "load", lambda: loaded)  # once for all tests
    monkeypatch.setenv("COLUMNS", "100")  # wherever the tests run

    def said(*words: object, now: datetime = NOW) -> Said:
        capsys.readouterr()
        code = main([str(word) for word in words], clock=lambda: now)
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return said
