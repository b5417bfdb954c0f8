"""Each story runs in a process of its own, on a platform where a drag is a drag."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STORIES = sorted((ROOT / "tests" / "journeys" / "stories").glob("*.py"))


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.stem)
def test_the_story_comes_to_its_end(story: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "--no-cov", str(story)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "minimal"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
