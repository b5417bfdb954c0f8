"""A folder against its manifest: every difference is found and named."""

import json
import os

import pytest

from app.errors import MissingError
from app.exchange.manifest import MANIFEST_NAME, digest
from app.exchange.verification import (
    FindingKind,
    export_of,
    has_manifest,
    verify_folder,
)
from tests.app.exchange.builders import EXPORT, folder_files, row, spring_rows

TABLE = "spring_DE_instagram_solvane-de_01.csv"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "export"
    made.mkdir()
    for name, data in folder_files(*spring_rows()).items():
        (made / name).write_bytes(data)
    return made


def found(folder, **options):
    return [(one.kind, one.file, one.row) for one in verify_folder(folder, **options)]


def rewrite(folder, change):
    path = folder / MANIFEST_NAME
    manifest = json.loads(path.read_bytes())
    change(manifest)
    path.write_text(json.dumps(manifest), encoding="utf-8")


def test_an_untouched_folder_has_no_findings(folder):
    assert found(folder) == []
    assert found(folder, manifest_sha256=digest((folder / MANIFEST_NAME).read_bytes())) == []


def test_a_changed_word_is_found_in_its_row(folder):
    table = folder / TABLE
    table.write_bytes(table.read_bytes().replace(b"nur heute", b"nur morgen"))
    assert found(folder) == [
        (FindingKind.CHANGED, TABLE, 0),
        (FindingKind.ROW, TABLE, 2),
    ]
    assert "DE-0001 is not as it was approved" in verify_folder(folder)[1].sentence


def test_a_row_added_or_taken_out_is_found(folder):
    table = folder / TABLE
    table.write_bytes(table.read_bytes() + b'"Hallo","","","2030-05-16 09:00"\r\n')
    assert found(folder)[1:] == [(FindingKind.ROW, TABLE, 4)]
    lines = table.read_bytes().split(b"\r\n")
    table.write_bytes(b"\r\n".join(lines[:2]) + b"\r\n")
    assert found(folder)[1:] == [(FindingKind.ROW, TABLE, 3)]
    assert "DE-0002 is missing" in verify_folder(folder)[1].sentence


def test_other_quotes_around_the_same_words_change_the_file_but_no_row(folder):
    table = folder / TABLE
    table.write_bytes(table.read_bytes().replace(b'"sale"', b"sale"))
    assert found(folder) == [(FindingKind.CHANGED, TABLE, 0)]


@pytest.mark.parametrize("data", [b"\xff\xfe\xff", b'"never closed'])
def test_a_table_that_is_none_any_more_is_said_so(folder, data):
    (folder / TABLE).write_bytes(data)
    assert found(folder) == [(FindingKind.CHANGED, TABLE, 0), (FindingKind.ROW, TABLE, 0)]


def test_missing_and_extra_files_are_found(folder):
    (folder / TABLE).rename(folder / "renamed.csv")
    assert found(folder) == [
        (FindingKind.MISSING, TABLE, 0),
        (FindingKind.EXTRA, "renamed.csv", 0),
    ]


def test_what_file_browsers_leave_behind_is_no_finding(folder):
    (folder / ".DS_Store").write_bytes(b"x")
    (folder / "Thumbs.db").write_bytes(b"x")
    assert found(folder) == []


def test_a_changed_hand_over_sheet_is_found(folder):
    (folder / "hand-over.html").write_bytes(b"<p>Upload everything</p>")
    assert found(folder) == [(FindingKind.CHANGED, "hand-over.html", 0)]


def test_a_manifest_changed_together_with_its_file_is_found_by_the_calendars_digest(folder):
    recorded = digest((folder / MANIFEST_NAME).read_bytes())
    for name, data in folder_files(row(3)).items():
        (folder / name).write_bytes(data)
    assert found(folder) == []
    assert found(folder, manifest_sha256=recorded) == [(FindingKind.MANIFEST, MANIFEST_NAME, 0)]


def test_a_manifest_that_contradicts_itself_is_found(folder):
    rewrite(folder, lambda manifest: manifest["rows"].pop())
    assert found(folder) == [(FindingKind.MANIFEST, MANIFEST_NAME, 0), (FindingKind.ROW, TABLE, 3)]


def test_a_folder_without_a_manifest_is_no_export(folder):
    (folder / MANIFEST_NAME).unlink()
    assert found(folder) == [(FindingKind.MANIFEST, MANIFEST_NAME, 0)]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"[]",
        b"{}",
        b'{"format": "countersign-manifest", "version": 99}',
        b'{"format": "countersign-manifest", "version": 1, "calendar": 3}',
        b"[" * 100_000,
    ],
)
def test_what_is_no_manifest_is_one_sentence(folder, data):
    (folder / MANIFEST_NAME).write_bytes(data)
    (finding,) = verify_folder(folder)
    assert finding.kind is FindingKind.MANIFEST
    assert "export again" in finding.sentence


@pytest.mark.parametrize("number", ["Infinity", "NaN", "1e999", "null", "[]"])
def test_a_number_that_is_none_makes_a_manifest_unreadable(folder, number):
    path = folder / MANIFEST_NAME
    data = path.read_text("utf-8")
    path.write_text(data.replace('"first_row": 2', f'"first_row": {number}'), "utf-8")
    assert found(folder) == [(FindingKind.MANIFEST, MANIFEST_NAME, 0)]


@pytest.mark.parametrize(
    "name", ["../outside.csv", "/etc/passwd", "..\\outside.csv", "", "a\0b", "\ud800"]
)
def test_a_manifest_cannot_name_a_file_outside_its_folder(folder, name):
    rewrite(folder, lambda manifest: manifest["files"][0].update(name=name))
    assert found(folder) == [(FindingKind.MANIFEST, MANIFEST_NAME, 0)]


def test_a_folder_that_does_not_exist_is_said_so(tmp_path):
    with pytest.raises(MissingError, match="There is no folder"):
        verify_folder(tmp_path / "nowhere")


def test_a_folder_tells_which_export_it_is(folder, tmp_path):
    assert export_of(folder) == EXPORT
    assert export_of(tmp_path) == ""


def test_a_folder_has_the_manifest_of_the_ledger_or_not(folder, tmp_path):
    recorded = digest((folder / MANIFEST_NAME).read_bytes())
    assert has_manifest(folder, manifest_sha256=recorded)
    assert not has_manifest(folder, manifest_sha256=digest(b""))
    assert not has_manifest(tmp_path, manifest_sha256=recorded)


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_file_whose_name_is_no_text_is_named_all_the_same(folder):
    (folder / os.fsdecode(b"m\xffre.csv")).write_bytes(b"x")
    (finding,) = verify_folder(folder)
    assert finding.sentence.startswith("m?re.csv is no part")
