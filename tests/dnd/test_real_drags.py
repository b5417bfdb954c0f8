"""Real drags need the `minimal` platform; one process has one platform, so they get their own."""

import os
import subprocess
import sys

from tests.architecture.project import ROOT


def test_real_drags_do_what_they_promise():
    command = [
        *(sys.executable, "-m", "pytest", "tests/dnd/real_drags.py"),
        *("-q", "-p", "no:cacheprovider", "--no-cov"),
    ]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "minimal"},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "skipped" not in done.stdout, done.stdout
