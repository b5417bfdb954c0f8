"""Every module has its test at the same place under tests/, and every such test its module."""

from pathlib import Path

from tests.architecture.project import ROOT, SOURCE_FOLDERS, shown, sources

# Module -> why it needs no test file of its own.
WITHOUT_TESTS = {
    "app/__main__.py": "one line; tests/app/cli/test_program.py starts it",
    "ui/__main__.py": "one line; tests/ui/test_main.py starts it",
    "packing/hooks/hook-PySide6.QtGui.py": "PyInstaller runs it; what it does is is_wanted",
}
# Test file -> why it stands for no single module.
WITHOUT_MODULE: dict[str, str] = {
    "tests/app/commands/test_import_bad_input.py": "every kind of bad sheet in one table",
    "tests/app/risks/test_keys_and_marks.py": "keys and marks of all rules on all cases",
    "tests/app/risks/test_measured.py": "all rules against all cases; exam.py measures them",
    "tests/app/cli/test_bad_input.py": "every kind of bad input against every word",
    "tests/app/storage/test_bypass.py": "raw SQL against all triggers at once",
    "tests/app/storage/test_gate_agreement.py": "gate and triggers against one table of cases",
    "tests/app/test_growth.py": "what every question and every save reads of a long plan",
    "tests/ui/review/test_review_waits.py": "the whole review, while posts are still being read",
    "tests/ui/test_every_screen.py": "all screens at once, in a language that nobody speaks",
    "tests/packing/test_spec.py": "build.spec, which is no module",
}


def mirror_of(module: Path) -> str:
    return shown(ROOT / "tests" / module.relative_to(ROOT).with_name(f"test_{module.name}"))


def module_of(test_file: Path) -> str:
    inside = test_file.relative_to(ROOT / "tests")
    return inside.with_name(inside.name.removeprefix("test_")).as_posix()


def modules() -> list[Path]:
    return [path for path in sources(*SOURCE_FOLDERS) if path.name != "__init__.py"]


def mirrored_tests() -> list[Path]:
    mirrored = sources(*(f"tests/{folder}" for folder in SOURCE_FOLDERS))
    return [path for path in mirrored if path.name.startswith("test_")]


def test_every_module_has_its_test_file():
    wanted = [mirror_of(path) for path in modules() if shown(path) not in WITHOUT_TESTS]
    assert not [name for name in wanted if not (ROOT / name).exists()]


def test_every_test_file_has_its_module():
    stray = [path for path in mirrored_tests() if not (ROOT / module_of(path)).exists()]
    assert {shown(path) for path in stray} == set(WITHOUT_MODULE)


def test_no_exception_outlives_its_reason():
    needed = {shown(path) for path in modules() if not (ROOT / mirror_of(path)).exists()}
    assert set(WITHOUT_TESTS) <= needed
