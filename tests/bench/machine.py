"""Where it was measured: the machine, the versions, and the commit."""

import os
import platform
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_MEGABYTE = 2**20


def facts() -> dict[str, str]:
    """Return what figures mean nothing without, each with its name."""
    return {
        "measured": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        "commit": _commit(),
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "memory": _memory(),
        "system": platform.platform(terse=True),
        "load before": _load(),
        "Python": platform.python_version(),
        "Qt": f"PySide6 {version('PySide6-Essentials')}, platform {_screen()}",
        "SQLite": sqlite3.sqlite_version,
    }


def resident_megabytes() -> float | None:
    """Return the memory that this process holds now; nothing where the system does not tell."""
    pages = _read("/proc/self/statm").split()
    return int(pages[1]) * os.sysconf("SC_PAGE_SIZE") / _MEGABYTE if pages else None


def forget_peak() -> None:
    """Let the peak of memory begin anew."""
    try:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    except OSError:
        return


def peak_megabytes() -> float | None:
    """Return the most memory that this process held since the peak was forgotten."""
    lines = _read("/proc/self/status").splitlines()
    found = [line.split()[1] for line in lines if line.startswith("VmHWM:")]
    return int(found[0]) / 1024 if found else None


def _commit() -> str:
    def git(*words: str) -> str:
        command = ["git", *words]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    try:
        changed = " with changes" if git("status", "--porcelain", "-uno") else ""
        return f"{git('rev-parse', '--short=12', 'HEAD') or 'unknown'}{changed}"
    except OSError:
        return "unknown"


def _processor() -> str:
    lines = _read("/proc/cpuinfo").splitlines()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def _memory() -> str:
    lines = _read("/proc/meminfo").splitlines()
    found = [line.split()[1] for line in lines if line.startswith("MemTotal:")]
    return f"{int(found[0]) / _MEGABYTE:.0f} GB" if found else "unknown"


def _load() -> str:
    if not hasattr(os, "getloadavg"):
        return "unknown"
    return f"{os.getloadavg()[0]:.1f} processes"


def _screen() -> str:
    usual = "offscreen" if sys.platform == "linux" else "of the system"
    return os.environ.get("QT_QPA_PLATFORM", usual).partition(":")[0]


def _read(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
