"""What every engine promises, and that no statement asks for what only one of them knows."""

import re
from pathlib import Path

import pytest

import app.storage
from app.storage.engine import Engine
from app.storage.sqlite import Sqlite

STORAGE = Path(app.storage.__file__).parent
OF_ONE_ENGINE = {
    *("sqlite.py", "sqlite_engine.py", "sqlite_errors.py", "migrations.py", "guards.py"),
    *("post_index.py", "letter_index.py"),
}
NOT_PORTABLE = re.compile(
    r"\b(strftime|julianday|json_\w+|ifnull|glob|rowid|INSERT OR|REPLACE INTO|AUTOINCREMENT"
    r"|group_concat|datetime\(|date\(|PRAGMA|printf|REAL)\b",
    re.IGNORECASE,
)


def portable_files():
    modules = [path for path in STORAGE.rglob("*.py") if path.name not in OF_ONE_ENGINE]
    return [*modules, STORAGE / "schema" / "tables.sql"]


def statements(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".sql":
        return [re.sub(r"--.*", "", text)]
    return [
        found
        for found in re.findall(r'"""(.*?)"""|"([^"\n]*)"', text, re.DOTALL)
        for found in found
        if re.search(r"\b(SELECT|INSERT|UPDATE|DELETE)\b", found)
    ]


@pytest.mark.parametrize("path", portable_files(), ids=lambda path: path.stem)
def test_every_statement_runs_on_both_engines(path):
    for statement in statements(path):
        assert not NOT_PORTABLE.search(statement)


def test_there_are_statements_to_look_at():
    assert sum(len(statements(path)) for path in portable_files()) > 30


def test_sqlite_is_an_engine(engine):
    def takes(engine: Engine) -> str:
        return engine.name

    assert isinstance(engine, Sqlite)
    assert takes(engine) == "sqlite"
