"""What a linter cannot say about modules: their names, their imports, and who may show a box."""

import ast
import re
import sys

import pytest

from tests.architecture.project import (
    ROOT,
    SOURCE_FOLDERS,
    imported_modules,
    settings,
    shown,
    sources,
)

REFUSED_NAMES = {"util", "utils", "helper", "helpers", "common", "manager", "base", "misc"}
CORE = (*sources("app/domain"), ROOT / "app" / "wording.py", ROOT / "app" / "errors.py")
THE_ONE_WHO_SHOWS_ERRORS = "ui/errors.py"
THE_ONE_WITH_THE_WORDS = "app/wording.py"


@pytest.mark.parametrize("path", sources(*SOURCE_FOLDERS, "tests"), ids=shown)
def test_a_module_is_named_after_its_subject(path):
    inside = path.relative_to(ROOT).with_suffix("")
    words = {word for part in inside.parts for word in part.split("_")}
    assert not words & REFUSED_NAMES, "name it after what it holds"


@pytest.mark.parametrize("path", CORE, ids=shown)
def test_domain_wording_and_errors_need_the_standard_library_only(path):
    packages = {name.partition(".")[0] for name in imported_modules(path)}
    assert packages - {"app"} <= sys.stdlib_module_names


@pytest.mark.parametrize("path", sources(*SOURCE_FOLDERS), ids=shown)
def test_words_come_from_one_place(path):
    assert shown(path) == THE_ONE_WITH_THE_WORDS or "gettext" not in imported_modules(path)


@pytest.mark.parametrize("path", sources(*SOURCE_FOLDERS), ids=shown)
def test_no_text_is_looked_up_before_the_language_is_known(path):
    assert not list(_texts_at_import(ast.parse(path.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("path", sources("ui"), ids=shown)
def test_only_one_place_opens_a_message_box(path):
    opens = re.search(r"\b(QMessageBox|QErrorMessage)\b", path.read_text(encoding="utf-8"))
    assert shown(path) == THE_ONE_WHO_SHOWS_ERRORS or not opens


def test_every_path_in_ruffs_settings_exists():
    lint = settings()["tool"]["ruff"]["lint"]
    unknown = [name for name in lint["per-file-ignores"] if not list(ROOT.glob(name))]
    assert not unknown


def _texts_at_import(node):
    """Yield the calls of `_` and `ngettext` that run when the module is loaded."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.Call) and isinstance(child.func, ast.Name):
            yield from [child.func.id] if child.func.id in {"_", "ngettext"} else []
        yield from _texts_at_import(child)
