"""Runs the core's tests as if Qt were not installed: python tests/without_qt.py [pytest args]."""

import sys

import pytest

for name in ("PySide6", "shiboken6"):
    sys.modules[name] = None  # an import of it now fails as it does where Qt is absent
if __name__ == "__main__":  # a process that a test starts loads this page again
    sys.exit(pytest.main(["-c", "headless.ini", "-p", "no:pytest-qt", "tests/app", *sys.argv[1:]]))
