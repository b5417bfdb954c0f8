"""The door to Countersign: prepares what it needs, then opens it, tests it or passes a word on.

    python3 run.py              opens the window; without a screen it does the main job on a sample
    python3 run.py FILE         opens a calendar: a file whose name ends in .countersign
    python3 run.py test …       runs the tests (… goes to pytest)
    python3 run.py check        runs all that CI runs
    python3 run.py build        packs the program for people without Python, and tries it out
    python3 run.py bench …      measures how fast it is here (… goes to tests.bench)
    python3 run.py WORD …       runs a word of the command line: python -m app WORD …

Needs nothing but Python 3.11 or newer. Everything it installs goes into `.venv` beside it, except
Qt's system libraries on Debian and Ubuntu, which it installs when it is root and names otherwise.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
VENV = ROOT / ".venv"
STAMP = VENV / "installed-lock.sha256"
PACKED = ROOT / "dist" / "Countersign"

OLDEST_PYTHON = (3, 11)
CUT_OFF = 1
NOT_READY = 2
ROOM_FOR_TESTS = 2 * 2**30
SUFFIX = ".countersign"
TOUR = "countersign-tour"
UNSEEN = ("offscreen", "minimal")
CORE = "tests of the core, without Qt"
TESTS = {
    CORE: ["-c", "headless.ini", "tests/app"],
    "tests of the window and of the whole": ["--ignore=tests/app"],
}
"""Each test runs once: those of the core as on a computer that has no Qt."""
ABROAD = "screens and journeys from right to left, in a language that nobody speaks"
ABROAD_TESTS = ["tests/ui/test_every_screen.py", "tests/journeys", "tests/dnd"]

# Each library that Qt opens, and the Debian package that holds it (found on a bare Debian 12).
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
SCREEN_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
PACKING_PROGRAMS = {"objdump": "binutils"}


class NotReadyError(Exception):
    """Countersign cannot start here yet; the message says why and what to do."""


def main(words: list[str]) -> int:
    """Do what the words ask and return the exit code."""
    speak_on_any_terminal()
    try:
        refuse_an_old_python()
        code = do(words)
        sys.stdout.flush()
    except NotReadyError as problem:
        print(problem, file=sys.stderr)
        return NOT_READY
    except BrokenPipeError:  # nobody reads on, as behind “| head”
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CUT_OFF
    return code


def do(words: list[str]) -> int:
    """Open the window, do a word of this file, or pass the word on to the command line."""
    if not words:
        return open_window() if there_is_a_screen() else take_tour()
    if words[0].endswith(SUFFIX):
        refuse_a_missing_screen()
        return open_window(words)
    passing_on = {"test": run_tests, "bench": run_bench}
    if words[0] in passing_on:
        return passing_on[words[0]](words[1:])
    own = {"check": run_checks, "build": build}
    if words[0] not in own:
        return run_word(words)
    return own[words[0]]() if words[1:] == [] else explain(words)


def explain(words: list[str]) -> int:
    """Say what the words of this file do, instead of doing one that takes a minute or more."""
    if words[1] not in {"-h", "--help"}:
        raise NotReadyError(
            f"“python3 run.py {words[0]}” takes nothing more; “python3 run.py {words[0]} --help” "
            "explains it."
        )
    print((__doc__ or "").strip())
    return 0


def open_window(words: list[str] | None = None) -> int:
    """Open Countersign on a calendar: on the last one, or on the sample at the first start."""
    prepare(libraries={**QT_LIBRARIES, **SCREEN_LIBRARIES})
    return run_module("ui", *(words or []))


def take_tour() -> int:
    """Do the main job on a sample without a window, paint the window, and say where all lies."""
    print("There is no screen here: the main job is done on a sample, without a window.")
    prepare(libraries=QT_LIBRARIES)
    folder = new_folder(TOUR)
    code = run_module("app", "tour", str(folder))
    if code != 0:
        return code
    calendar, picture = folder / f"sample{SUFFIX}", folder / "window.png"
    paint = ["--screenshot", str(picture), str(calendar)]
    quietly([venv_python(), "-m", "ui", *paint], otherwise="The window could not be painted.")
    meanings = {
        calendar.name: "the calendar",
        picture.name: "the window, as it was painted just now",
    }
    print(f"\nAll of it lies in {folder}:")
    for name in sorted(made.name for made in folder.iterdir()):
        meaning = meanings.get(name, "what left, and the manifest that proves it")
        print(f"    {name:44}  {meaning}")
    print("\nTo open the window, run this where there is a screen (over SSH: “ssh -X”):")
    print(f'    python3 run.py "{calendar}"')
    return 0


def new_folder(name: str) -> Path:
    """Return a new folder where the person stands, else where temporary files belong."""
    for number in range(1, 1000):
        folder = Path.cwd() / (name if number == 1 else f"{name}-{number}")
        try:
            folder.mkdir()
        except FileExistsError:
            continue
        except OSError:
            break
        return folder
    return Path(tempfile.mkdtemp(prefix=f"{name}-"))


def run_tests(arguments: list[str]) -> int:
    """Run the tests: all of them, or what the arguments ask of pytest."""
    prepare(libraries=QT_LIBRARIES)
    if arguments:
        return run([venv_python(), "-m", "pytest", *arguments], cwd=ROOT)
    return sum_up([run_check(name, pytest_on_all_cores(*words)) for name, words in TESTS.items()])


def pytest_on_all_cores(*words: str) -> list[str]:
    """Return the command that runs tests side by side."""
    return [venv_python(), "-m", "pytest", "-q", "-n", "auto", *words]


def run_bench(arguments: list[str]) -> int:
    """Measure the program on this machine; the arguments go to tests.bench."""
    prepare(libraries=QT_LIBRARIES)
    return run([venv_python(), "-m", "tests.bench", *arguments], cwd=ROOT)


def run_word(words: list[str]) -> int:
    """Run a word of the command line, which needs no Qt."""
    prepare(libraries={})
    return run_module("app", *words)


def run_checks() -> int:
    """Run every check in order, also after one has failed, and sum them up."""
    prepare(libraries=QT_LIBRARIES)
    python = venv_python()
    perfect = "app/domain/*,app/risks/*"
    measuring = ["--cov", "--cov-report="]  # the core alone: it takes half as long again
    tests = {name: [*words, *(measuring if name == CORE else [])] for name, words in TESTS.items()}
    checks = {
        "format": [python, "-m", "ruff", "format", "--check", "."],
        "lint": [python, "-m", "ruff", "check", "."],
        "types": [python, "-m", "mypy"],
        "layers": [venv_program("lint-imports")],
        **{name: pytest_on_all_cores(*words) for name, words in tests.items()},
        "coverage of the core": [python, "-m", "coverage", "report", "--fail-under=98"],
        "coverage of domain and risks": [
            *(python, "-m", "coverage", "report", f"--include={perfect}", "--fail-under=100")
        ],
        ABROAD: pytest_on_all_cores(*ABROAD_TESTS),
    }
    results = [run_check(name, command) for name, command in checks.items()]
    return sum_up(results)


def run_check(name: str, command: list[str]) -> tuple[str, bool, float]:
    """Run one check without a screen; return its name, whether it passed, and its seconds."""
    print(f"\n== {name}", flush=True)
    started = time.monotonic()
    own = {"COUNTERSIGN_TESTS": "abroad"} if name == ABROAD else {}
    code = run(command, cwd=ROOT, QT_QPA_PLATFORM="offscreen", **memory_for_files(), **own)
    return name, code == 0, time.monotonic() - started


def memory_for_files() -> dict[str, str]:
    """Return the setting that keeps the tests' files in memory, where there is room for them."""
    memory = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of its own in it
    if memory.is_dir() and shutil.disk_usage(memory).free > ROOM_FOR_TESTS:
        return {"TMPDIR": str(memory)}
    return {}


def sum_up(results: list[tuple[str, bool, float]]) -> int:
    """Print a line per check and the minutes of them all; return 0 if all passed, else 1."""
    print()
    for name, passed, seconds in results:
        print(f"{'passed' if passed else 'FAILED'}  {seconds:6.1f} s  {name}")
    minutes = sum(seconds for _, _, seconds in results) / 60
    all_passed = all(passed for _, passed, _ in results)
    print(f"{'All passed' if all_passed else 'Not all passed'} in {minutes:.1f} minutes.")
    return 0 if all_passed else 1


def build() -> int:
    """Pack the program into a folder, try out what was packed, and say what to do with it."""
    prepare(libraries=packing_libraries(), programs=PACKING_PROGRAMS)
    started = time.monotonic()
    print("Packing Countersign (about a minute)…", flush=True)
    quietly(
        [venv_python(), "-m", "PyInstaller", "--noconfirm", "build.spec"],
        otherwise="Countersign could not be packed.",
    )
    seconds = time.monotonic() - started
    print(f"Packed in {seconds:.0f} seconds: {PACKED}, {megabytes(PACKED)} MB.\n", flush=True)
    picture = PACKED.with_name("smoke.png")
    code = run([packed_program(), "--smoke", str(picture)], cwd=None)
    if code != 0:
        print("Do not give it away: mend what failed, then build again.", file=sys.stderr)
        return 1
    print(f"The window as it was painted: {picture}\n")
    print(f"Give away the folder {PACKED} as a whole; start Countersign in it.")
    return 0


def packing_libraries() -> dict[str, str]:
    """Return the libraries that are packed, also those that only a screen needs."""
    libraries = {**QT_LIBRARIES, **SCREEN_LIBRARIES}
    if sys.base_prefix == "/usr":  # Debian's Python is in one piece; packing needs its library
        version = "{}.{}".format(*sys.version_info)
        libraries[f"libpython{version}.so.1.0"] = f"libpython{version}"
    return libraries


def packed_program() -> str:
    """Return the path of the packed program, of the one with a console where there are two."""
    return str(PACKED / ("countersign-cli.exe" if os.name == "nt" else PACKED.name))


def megabytes(folder: Path) -> int:
    """Return how much room the files of a folder take; links take none."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return round(sum(path.stat().st_size for path in files) / 1e6)


# --- what must be there first -----------------------------------------------------------------


def refuse_an_old_python() -> None:
    """Raise NotReadyError below the oldest Python that will do."""
    if sys.version_info[:2] < OLDEST_PYTHON:
        found = "{}.{}".format(*sys.version_info)
        raise NotReadyError(
            f"Countersign needs Python 3.11 or newer, and this is Python {found}: "
            "install a newer one and start run.py with it, for example: python3.12 run.py"
        )


def there_is_a_screen() -> bool:
    """Say whether anybody would see a window; on a Linux without a screen Qt aborts."""
    if sys.platform != "linux":
        return True
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if chosen:
        return not chosen.startswith(UNSEEN)
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def refuse_a_missing_screen() -> None:
    """Raise NotReadyError where nobody would see the window."""
    if not there_is_a_screen():
        raise NotReadyError(
            "There is no screen here to open the window on: start Countersign in a desktop "
            "session, or over SSH with “ssh -X”. “python3 run.py --help” tells what needs none."
        )


def prepare(*, libraries: dict[str, str], programs: dict[str, str] | None = None) -> None:
    """Install what is missing: the system's packages, the virtual environment, the locked parts."""
    install_system_packages(missing_packages(libraries, programs))
    fingerprint = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if venv_fits() and installed_lock() == fingerprint:
        return
    started = time.monotonic()
    if installed_lock() is None or not venv_fits():
        print("Preparing Countersign (once, about a minute)…", flush=True)
        make_venv()
    else:
        print("Countersign's parts have changed: installing the new ones…", flush=True)
    install_locked_parts()
    STAMP.write_text(fingerprint, encoding="ascii")
    print(f"Ready after {time.monotonic() - started:.0f} seconds.", flush=True)


def missing_packages(
    libraries: dict[str, str], programs: dict[str, str] | None = None
) -> list[str]:
    """Return the system packages, by their Debian names, that this Linux still lacks."""
    if sys.platform != "linux":
        return []
    packages = [package for library, package in libraries.items() if not can_open(library)]
    for program, package in (programs or {}).items():
        if shutil.which(program) is None:
            packages.append(package)
    if importlib.util.find_spec("ensurepip") is None:
        packages.append("python{}.{}-venv".format(*sys.version_info))
    return packages


def can_open(library: str) -> bool:
    """Say whether the system finds this library, by opening it as Qt will."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_system_packages(packages: list[str]) -> None:
    """Install the packages with apt when we are root, else raise NotReadyError with the command."""
    if not packages:
        return
    wanted = " ".join(packages)
    if shutil.which("apt-get") is None:
        raise NotReadyError(
            "Countersign needs system libraries that are missing here: install what your system "
            f"calls {wanted} (these are Debian's names), then run the same command again."
        )
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    by_hand = f"sudo apt-get update && sudo {' '.join(install)}"
    if os.geteuid() != 0:
        raise NotReadyError(
            "Countersign needs system packages that are missing here. Run this, then the same "
            f"command again:\n    {by_hand}"
        )
    print(f"Installing system packages (once): {wanted}", flush=True)
    way_out = f"The system packages could not be installed. Try it by hand:\n    {by_hand}"
    quietly(["apt-get", "update"], otherwise=way_out)
    quietly(install, otherwise=way_out)


# --- the virtual environment ------------------------------------------------------------------


def venv_python() -> str:
    """Return the path of the virtual environment's Python."""
    return venv_program("python")


def venv_program(name: str) -> str:
    """Return the path of a program of the virtual environment."""
    folder = VENV / ("Scripts" if os.name == "nt" else "bin")
    return str(folder / (f"{name}.exe" if os.name == "nt" else name))


def venv_fits() -> bool:
    """Say whether the virtual environment stands and is of the Python that runs this."""
    try:
        settings = (VENV / "pyvenv.cfg").read_text(encoding="utf-8")
    except OSError:
        return False
    ours = "version = {}.{}.".format(*sys.version_info)
    return ours in settings and Path(venv_python()).exists()


def installed_lock() -> str | None:
    """Return the sha256 of the lock that was installed last and to its end, or None."""
    try:
        return STAMP.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return None


def make_venv() -> None:
    """Make the virtual environment, anew if it is of another Python."""
    if Path(sys.prefix).resolve() == VENV:
        return  # its own Python runs this: it stands
    anew = [] if venv_fits() else ["--clear"]
    quietly(
        [sys.executable, "-m", "venv", *anew, str(VENV)],
        otherwise=f"The folder {VENV} could not be made: check that you may write there and that "
        "the disk has about 1 GB free, then run the same command again.",
    )


def install_locked_parts() -> None:
    """Install exactly what the lock names, wheels only, each checked against its hash."""
    STAMP.unlink(missing_ok=True)
    pip = [venv_python(), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    # the lock is whole: an older pip that resolves “name[extra]” anew takes a release without hash
    exactly = ["--only-binary=:all:", "--no-deps", "--require-hashes"]
    quietly(
        [*pip, "install", "--quiet", *exactly, "-r", str(LOCK)],
        otherwise="Countersign's parts could not be installed: check the internet connection (or "
        "its proxy) and that the disk has about 1 GB free, then run the same command again.",
    )
    quietly(
        [venv_python(), "-m", "app.risks.language_model"],
        otherwise="The model that tells languages apart could not be unpacked: check that the disk "
        "has about 1 GB free, then run the same command again.",
    )


# --- running things ---------------------------------------------------------------------------


def run_module(name: str, *arguments: str) -> int:
    """Run a package of this project from wherever the person stands; return its exit code."""
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    return run([venv_python(), "-P", "-m", name, *arguments], cwd=None, PYTHONPATH=path)


def run(command: list[str], *, cwd: Path | None, **environment: str) -> int:
    """Run a command with more environment; return its exit code, also after Ctrl-C."""
    with subprocess.Popen(command, cwd=cwd, env={**os.environ, **environment}) as child:
        while True:
            try:
                code = child.wait()
            except KeyboardInterrupt:  # the child has heard it too and says how it ends
                continue
            return code if code >= 0 else 128 - code


def quietly(command: list[str], *, otherwise: str) -> None:
    """Run a command without a word; if it fails, raise NotReadyError with its last lines."""
    try:
        done = subprocess.run(
            command, cwd=ROOT, text=True, errors="replace", check=False, capture_output=True
        )
    except OSError as problem:
        raise NotReadyError(f"{otherwise}\n    {problem}") from problem
    if done.returncode != 0:
        last_lines = (done.stdout + done.stderr).strip().splitlines()[-12:]
        raise NotReadyError("\n    ".join([otherwise, *last_lines]))


def speak_on_any_terminal() -> None:
    """Let a terminal that lacks a character show another one instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
