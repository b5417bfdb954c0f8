"""build.spec packs all that the program reads and starts, and leaves out what it must not take."""

import re
from importlib.metadata import distribution
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace

import pytest

import packing.licences
from app.days import daybook
from app.risks import rules_version
from tests.architecture.project import ROOT, imported_modules, kept_files, settings, shown, sources

HOMES_OF_HOOKS = ("PyInstaller.hooks", "_pyinstaller_hooks_contrib.stdhooks")
CODE = {".py", ".pyi", ".so", ".pyd", ".typed"}
XCB, VNC = (f"PySide6/Qt/plugins/platforms/libq{name}.so" for name in ("xcb", "vnc"))
BUTTONS, EDITOR = (f"PySide6/Qt/translations/{name}_en.qm" for name in ("qtbase", "linguist"))


class Asked:
    """What build.spec asks PyInstaller for; nothing is packed."""

    def __init__(self, dist: Path) -> None:
        self.analysis: dict = {}
        self.programs: list[dict] = []
        self.collected: set[str] = set()
        given = {
            "SPECPATH": str(ROOT),
            "DISTPATH": str(dist),
            "Analysis": self.analyse,
            "PYZ": lambda modules: modules,
            "EXE": lambda *_parts, **wanted: self.programs.append(wanted) or [],
            "COLLECT": self.collect,
        }
        spec = (ROOT / "build.spec").read_text(encoding="utf-8")
        exec(compile(spec, "build.spec", "exec"), given)  # noqa: S102  it is ours

    def analyse(self, scripts, **wanted):
        self.analysis = {"scripts": scripts, **wanted}
        return SimpleNamespace(
            pure=[],
            scripts=scripts,
            binaries=[(name, f"/elsewhere/{name}", "BINARY") for name in (XCB, VNC)],
            datas=[(name, f"/elsewhere/{name}", "DATA") for name in (BUTTONS, EDITOR)],
        )

    def collect(self, *parts, **_wanted):
        self.collected = {name for part in parts for name, _source, _kind in part}

    @property
    def data(self) -> set[str]:
        """Where each data file will lie in the packed program."""
        return {name for source, folder in self.analysis["datas"] for name in laid(source, folder)}


def laid(source: str, folder: str) -> set[str]:
    path = Path(source)
    if path.is_dir():
        return {(Path(folder) / file.relative_to(path)).as_posix() for file in path.rglob("*")}
    return {(Path(folder) / path.name).as_posix()}


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packing.licences, "write_licences", lambda *_: None)
        return Asked(tmp_path_factory.mktemp("dist"))


def test_it_starts_at_the_door_of_the_packed_program(asked):
    assert asked.analysis["scripts"] == [str(ROOT / "packing" / "start.py")]
    assert asked.programs[0]["name"] == "Countersign"
    assert not asked.programs[0]["console"]


def test_every_file_of_ours_that_is_no_module_lies_where_the_modules_look_for_it(asked):
    read = {shown(path) for path in kept_files() if path.suffix not in CODE}
    ours = {name for name in read if name.startswith(("resources/", "app/", "ui/"))}
    assert {name.split("/")[1] for name in ours} >= {"days", "icons", "presets", "sample", "words"}
    assert "app/storage/schema/tables.sql" in ours
    assert ours <= asked.data


def test_every_module_of_ours_goes_in_also_those_that_are_imported_by_name(asked):
    modules = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in sources("app", "ui")
    }
    assert modules <= set(asked.analysis["hiddenimports"])


def libraries() -> list[str]:
    asked_for = settings()["project"]["dependencies"]
    return sorted({re.match(r"[\w-]+", line)[0] for line in asked_for} - {"PySide6-Essentials"})


def data_of(library: str) -> set[str]:
    """Return a library's files that are no code; what it is tested with is left out."""
    return {
        file.as_posix()
        for file in distribution(library).files
        if not file.parts[0].endswith(".dist-info")
        and file.parts[0] != ".."
        and file.suffix not in {*CODE, ".pyc"}
        and file.name != "py.typed"
        and "tests" not in file.parts
    }


def is_known_to_pyinstaller(library: str) -> bool:
    """Tell whether a hook comes with PyInstaller that takes a library's data along."""
    homes = (find_spec(home).submodule_search_locations[0] for home in HOMES_OF_HOOKS)
    return any((Path(home) / f"hook-{library}.py").exists() for home in homes)


@pytest.mark.parametrize("library", libraries())
def test_the_data_of_every_library_goes_in(library, asked):
    assert is_known_to_pyinstaller(library) or data_of(library) <= asked.data


def test_zones_go_in_though_nobody_imports_them(asked):
    assert "tzdata" in asked.analysis["hiddenimports"]


def test_the_versions_that_knowledge_and_rules_are_made_of_go_in(asked, monkeypatch):
    wanted = []
    for module in (daybook, rules_version):
        monkeypatch.setattr(module, "release_of", lambda name: wanted.append(name) or "1")
    daybook.DayBook.load()
    rules_version._rules_version()  # noqa: SLF001  it is asked for once, when the module is loaded
    assert len(wanted) >= 6
    packed = {name.partition("-")[0] for name in asked.data if ".dist-info/METADATA" in name}
    assert set(wanted) <= packed


def test_nothing_that_we_import_is_left_out(asked):
    imported = {name for path in sources("app", "ui") for name in imported_modules(path)}
    for name in asked.analysis["excludes"]:
        assert not {one for one in imported if f"{one}.".startswith(f"{name}.")}


def test_what_must_stay_out_stays_out(asked):
    assert asked.collected == {XCB, BUTTONS}
