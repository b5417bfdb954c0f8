"""The two commands of the README are the two that work, and CI runs the check and nothing else."""

import os

from tests.architecture.project import ROOT


def test_the_readme_names_the_two_commands():
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    commands = {line.strip(" `").partition("#")[0].strip() for line in lines}
    assert {"python3 run.py", "python3 run.py test"} <= commands


def test_ci_runs_exactly_the_check():
    script = ROOT / ".ci" / "run"
    lines = script.read_text(encoding="utf-8").splitlines()
    started = [line.strip() for line in lines if "python" in line]
    assert started == ["python3 run.py check"]
    assert os.name == "nt" or os.access(script, os.X_OK)
