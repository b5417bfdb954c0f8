"""run.py is a door that anyone can open: it prepares once, speaks plainly, and passes words on."""

import ast
import base64
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

import run

DOOR = Path(run.__file__)
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="Linux only")


# --- plain Python -----------------------------------------------------------------------------


def test_python_3_8_can_still_read_it():
    ast.parse(DOOR.read_text(encoding="utf-8"), feature_version=(3, 8))


def test_it_needs_the_standard_library_only():
    imports = {
        alias.name
        for node in ast.walk(ast.parse(DOOR.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in (node.names if isinstance(node, ast.Import) else [ast.alias(node.module)])
    }
    assert {name.partition(".")[0] for name in imports} <= sys.stdlib_module_names


def test_an_output_that_nobody_reads_on_ends_without_a_traceback():
    door = subprocess.Popen(
        [sys.executable, "run.py", "build", "--help"],
        cwd=run.ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": ""},
    )
    assert door.stdout is not None
    door.stdout.close()
    _nothing, said = door.communicate(timeout=60)
    assert said == b""
    assert door.returncode == run.CUT_OFF


def test_an_old_python_gets_one_clear_sentence(monkeypatch, capsys):
    monkeypatch.setattr(run, "OLDEST_PYTHON", (sys.version_info.major, 99))
    assert run.main([]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "needs Python 3.11 or newer" in said


# --- screen and system packages ---------------------------------------------------------------


@pytest.fixture
def started(monkeypatch):
    """Collect what would be started after preparation, instead of starting it."""
    collected = []
    monkeypatch.setattr(run, "prepare", lambda **_: None)
    monkeypatch.setattr(run, "run", lambda command, **_: collected.append(command) or 0)
    return collected


SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.fixture(params=["", "offscreen", "minimal:x"])
def no_screen(request, monkeypatch):
    """Nobody would see a window: there is no screen, or Qt is told to paint where nobody looks."""
    for name in SCREENS:
        monkeypatch.delenv(name, raising=False)
    if request.param:
        monkeypatch.setenv("DISPLAY", ":0")
        monkeypatch.setenv("QT_QPA_PLATFORM", request.param)


@ON_LINUX
def test_without_a_screen_no_word_takes_the_tour_and_says_where_all_of_it_lies(
    no_screen, monkeypatch, capsys, started, tmp_path
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(run, "quietly", lambda command, **_: started.append(command))
    (tmp_path / "countersign-tour").mkdir()
    assert run.main([]) == 0
    folder = tmp_path / "countersign-tour-2"
    picture, calendar = folder / "window.png", folder / "sample.countersign"
    assert [command[-3:] for command in started] == [
        ["app", "tour", str(folder)],
        ["--screenshot", str(picture), str(calendar)],
    ]
    said = capsys.readouterr().out
    assert f"All of it lies in {folder}:" in said
    assert said.endswith(f'    python3 run.py "{calendar}"\n')


@ON_LINUX
def test_a_tour_that_fails_paints_no_window(no_screen, monkeypatch, tmp_path, capsys, started):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(run, "run", lambda command, **_: started.append(command) or 3)
    assert run.main([]) == 3
    assert len(started) == 1
    assert "All of it lies" not in capsys.readouterr().out


def test_where_one_may_not_write_the_tour_goes_where_temporary_files_belong(monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setattr(run.Path, "cwd", lambda: tmp_path / "file")
    monkeypatch.setattr(run.tempfile, "tempdir", str(tmp_path))
    folder = run.new_folder("tour")
    assert folder.parent == tmp_path
    assert not list(folder.iterdir())


@ON_LINUX
def test_a_calendar_is_not_opened_where_nobody_would_see_it(no_screen, capsys, started):
    assert run.main(["plan.countersign"]) == 2
    assert "no screen" in capsys.readouterr().err
    assert not started


@pytest.mark.parametrize("words", [[], ["plan.countersign"]])
@pytest.mark.parametrize("name", SCREENS)
def test_with_a_screen_the_window_opens(name, words, monkeypatch, started):
    for other in SCREENS:
        monkeypatch.delenv(other, raising=False)
    monkeypatch.setenv(name, "something")
    assert run.main(words) == 0
    assert started == [[run.venv_python(), "-P", "-m", "ui", *words]]


@ON_LINUX
def test_the_tour_does_the_main_job_as_one_command(tmp_path):
    if run.missing_packages(run.QT_LIBRARIES) or not is_prepared():
        pytest.skip("the first start would install what is missing here")
    done = subprocess.run(
        [sys.executable, DOOR],
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if name not in SCREENS},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    folder = tmp_path / "countersign-tour"
    exported, calendar, picture = sorted(folder.iterdir())
    assert exported.name.startswith("SAMPLE ")
    assert (exported / "manifest.json").is_file()
    assert calendar.name == "sample.countersign"
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert "a flag that a reviewer must answer" in done.stdout
    assert "Verified: calendar and export are as they were written." in done.stdout
    assert "Traceback" not in done.stderr


def is_prepared() -> bool:
    return (
        run.venv_fits()
        and run.installed_lock() == hashlib.sha256(run.LOCK.read_bytes()).hexdigest()
    )


@pytest.fixture
def apt(monkeypatch, tmp_path):
    """Put an apt-get first in the path that writes down what it is asked; return its notes."""
    notes = tmp_path / "asked"
    program = tmp_path / "bin" / "apt-get"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\necho "$@" >> {notes}\necho no such package\nexit ${{APT:-0}}\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(run, "can_open", lambda library: library != "libGL.so.1")
    return notes


@ON_LINUX
def test_as_root_only_the_missing_packages_are_installed(apt, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    run.install_system_packages(run.missing_packages(run.QT_LIBRARIES))
    assert apt.read_text().splitlines() == [
        "update",
        "install --yes --no-install-recommends libgl1",
    ]


@ON_LINUX
def test_without_root_it_prints_the_one_command_and_stops(apt, monkeypatch, capsys):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert run.main(["test"]) == 2
    said = capsys.readouterr().err
    assert "sudo apt-get install --yes --no-install-recommends libgl1\n" in said
    assert not apt.exists()


@ON_LINUX
def test_when_apt_fails_it_says_what_apt_said(apt, monkeypatch, capsys):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setenv("APT", "100")
    assert run.main(["test"]) == 2
    said = capsys.readouterr().err
    assert "Try it by hand" in said
    assert "no such package" in said


@ON_LINUX
def test_without_apt_it_names_what_is_missing(apt, monkeypatch, capsys):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert run.main(["test"]) == 2
    assert "libgl1" in capsys.readouterr().err
    assert not apt.exists()


@ON_LINUX
def test_a_python_without_ensurepip_asks_for_its_venv_package(monkeypatch):
    monkeypatch.setattr(run.importlib.util, "find_spec", lambda _: None)
    version = "{}.{}".format(*sys.version_info)
    assert run.missing_packages({}) == [f"python{version}-venv"]


@ON_LINUX
def test_a_library_that_is_there_is_not_asked_for():
    assert run.can_open("libc.so.6")
    assert not run.can_open("libnowhere.so.9")


# --- the whole way, with a lock of one tiny part ----------------------------------------------


@dataclass(frozen=True)
class House:
    """A copy of run.py with its own packages and a lock that names one tiny wheel."""

    root: Path

    def lock(self, version: str, *, sha256: str | None = None) -> None:
        wheel = self.wheel(version)
        found = hashlib.sha256(wheel.read_bytes()).hexdigest()
        line = f"./{wheel.name} --hash=sha256:{sha256 or found}\n"
        (self.root / "requirements.lock").write_text(line)

    def wheel(self, version: str) -> Path:
        info = f"part-{version}.dist-info"
        files = {
            "pytest.py": "import os, sys\nprint('tested', *sys.argv[1:], 'in', os.getcwd())\n",
            "part.py": f"version = {version!r}\n",
            f"{info}/METADATA": f"Metadata-Version: 2.1\nName: part\nVersion: {version}\n",
            f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        }
        record = "".join(f"{name},sha256={digest(text)},\n" for name, text in files.items())
        wheel = self.root / f"part-{version}-py3-none-any.whl"
        with zipfile.ZipFile(wheel, "w") as packed:
            for name, text in {**files, f"{info}/RECORD": record}.items():
                packed.writestr(name, text)
        return wheel

    def run(self, *words: str, cwd: Path | None = None) -> subprocess.CompletedProcess:
        return subprocess.run(
            [sys.executable, self.root / "run.py", *words],
            cwd=cwd or self.root,
            check=False,
            capture_output=True,
            text=True,
        )


def digest(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    root = tmp_path_factory.mktemp("a house with spaces")
    shutil.copy(DOOR, root)
    (root / "app" / "risks").mkdir(parents=True)
    (root / "app" / "risks" / "language_model.py").write_text(
        "import sys, part\nopen(sys.prefix + '/model of ' + part.version, 'w').close()\n"
    )
    (root / "app" / "__main__.py").write_text(
        "import os, sys, part\n"
        "print('app', *sys.argv[1:], 'of', part.version, 'in', os.getcwd())\n"
        "sys.exit(7)\n"
    )
    house = House(root)
    house.lock("1.0")
    return house


def test_the_first_start_prepares_and_the_second_goes_straight_on(house):
    house.lock("1.0")
    shutil.rmtree(house.root / ".venv", ignore_errors=True)
    first, second = house.run("plan", "--days", "3"), house.run("plan")
    assert first.stdout.startswith("Preparing Countersign (once, about a minute)…\nReady after ")
    assert first.stdout.endswith(f"app plan --days 3 of 1.0 in {house.root}\n")
    assert second.stdout == f"app plan of 1.0 in {house.root}\n"
    assert first.stderr == second.stderr == ""
    assert first.returncode == second.returncode == 7


def test_a_changed_lock_is_installed_at_the_next_start(house):
    house.lock("1.0")
    house.run("plan")
    house.lock("2.0")
    after = house.run("plan")
    assert "parts have changed" in after.stdout
    assert "app plan of 2.0" in after.stdout
    assert (house.root / ".venv" / "model of 2.0").exists()
    assert house.run("plan").stdout.startswith("app plan of 2.0")


def test_a_part_with_another_hash_is_refused_with_the_way_out_and_mended_later(house):
    house.lock("3.0", sha256="0" * 64)
    refused = house.run("plan")
    assert refused.returncode == 2
    assert "could not be installed: check the internet connection" in refused.stderr
    assert "HASH" in refused.stderr.upper()
    assert "Traceback" not in refused.stderr
    assert "app" not in refused.stdout
    house.lock("3.0")
    assert "app plan of 3.0" in house.run("plan").stdout


def test_the_words_run_where_the_person_stands(house, tmp_path):
    assert house.run("plan", cwd=tmp_path).stdout.endswith(f"in {tmp_path}\n")


def test_the_tests_run_at_the_projects_root(house, tmp_path):
    if run.missing_packages(run.QT_LIBRARIES):
        pytest.skip("Qt's system libraries are missing here")
    tested = house.run("test", "-k", "drag", cwd=tmp_path)
    assert tested.stdout.endswith(f"tested -k drag in {house.root}\n")
    assert tested.returncode == 0


def test_the_bench_gets_its_words_at_the_projects_root(monkeypatch):
    asked = []
    monkeypatch.setattr(run, "prepare", lambda **_: None)
    monkeypatch.setattr(run, "run", lambda command, *, cwd: asked.append((command, cwd)) or 0)
    assert run.main(["bench", "--only", "start"]) == 0
    assert asked == [([run.venv_python(), "-m", "tests.bench", "--only", "start"], run.ROOT)]


# --- the packed program -----------------------------------------------------------------------


@pytest.fixture
def packed(monkeypatch, tmp_path, started):
    """Let packing make a folder of two files of 1 MB instead of the program."""
    folder = tmp_path / "dist" / "Countersign"
    monkeypatch.setattr(run, "PACKED", folder)

    def pack(command, **_):
        started.append(command)
        folder.mkdir(parents=True)
        for name in ("Countersign", "library.so"):
            (folder / name).write_bytes(bytes(1_000_000))

    monkeypatch.setattr(run, "quietly", pack)
    return folder


def test_build_packs_tries_out_what_was_packed_and_says_what_to_do_with_it(packed, started, capsys):
    assert run.main(["build"]) == 0
    packing, trying = started
    assert packing[1:] == ["-m", "PyInstaller", "--noconfirm", "build.spec"]
    assert trying == [run.packed_program(), "--smoke", str(packed.with_name("smoke.png"))]
    said = capsys.readouterr().out
    assert f"Packed in 0 seconds: {packed}, 2 MB." in said
    assert said.endswith(f"Give away the folder {packed} as a whole; start Countersign in it.\n")


@pytest.mark.parametrize("word", ["build", "check"])
def test_a_long_job_that_is_asked_what_it_does_says_it_and_does_nothing(word, started, capsys):
    assert run.main([word, "--help"]) == 0
    assert f"python3 run.py {word} " in capsys.readouterr().out
    assert run.main([word, "--fast"]) == 2
    assert "takes nothing more" in capsys.readouterr().err
    assert started == []


def test_what_does_not_work_is_not_given_away(packed, monkeypatch, capsys):
    monkeypatch.setattr(run, "run", lambda *_, **__: 1)
    assert run.main(["build"]) == 1
    said = capsys.readouterr()
    assert "Give away" not in said.out
    assert "Do not give it away" in said.err


@ON_LINUX
def test_packing_asks_for_the_program_that_it_needs(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert run.missing_packages({}, run.PACKING_PROGRAMS) == ["binutils"]


@pytest.mark.parametrize(("prefix", "asks"), [("/usr", True), ("/opt/python", False)])
def test_packing_asks_for_the_library_of_debians_own_python(prefix, asks, monkeypatch):
    monkeypatch.setattr(sys, "base_prefix", prefix)
    version = "{}.{}".format(*sys.version_info)
    wanted = run.packing_libraries()
    assert (wanted.get(f"libpython{version}.so.1.0") == f"libpython{version}") is asks
    assert wanted.keys() >= {*run.QT_LIBRARIES, *run.SCREEN_LIBRARIES}


# --- the check --------------------------------------------------------------------------------


def test_the_check_goes_on_after_a_failure_and_fails_in_the_end(monkeypatch, capsys):
    started = []

    def one_fails(command, **environment):
        started.append((command, environment))
        return 1 if "mypy" in command else 0

    monkeypatch.setattr(run, "prepare", lambda **_: None)
    monkeypatch.setattr(run, "run", one_fails)
    assert run.main(["check"]) == 1
    said = capsys.readouterr().out
    assert "FAILED     0.0 s  types\n" in said
    assert said.count("passed   ") == len(started) - 1
    assert said.endswith("Not all passed in 0.0 minutes.\n")
    assert all(environment["QT_QPA_PLATFORM"] == "offscreen" for _, environment in started)
    languages = [environment.get("COUNTERSIGN_TESTS", "at home") for _, environment in started]
    assert languages == [*["at home"] * (len(started) - 1), "abroad"]
    measured = [command for command, _ in started if "--cov" in command]
    assert [command[-4:-2] for command in measured] == [["headless.ini", "tests/app"]]


def test_the_check_passes_when_all_passes(monkeypatch, started):
    assert run.main(["check"]) == 0
    assert len(started) == 9
