"""Posts in JSON and TOML as rows."""

import json

import pytest

from app.domain.medium import Medium
from app.errors import InvalidInputError
from app.exchange.limits import MOST_CHARACTERS, MOST_ROWS
from app.exchange.records import read_records

POST = {"id": "a", "market": "DE", "text": "Brot"}


def written(tmp_path, text, name="posts.json"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def texts(records):
    return [[cell.text for cell in row.cells] for row in records.sheet.rows]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("json", json.dumps([POST])),
        ("json", json.dumps({"meta": {"n": 1}, "posts": [POST]})),
        ("json", json.dumps({"incident": [POST], "sources": [{"a": 1}, {"b": 2}], "case": [POST]})),
        ("json", json.dumps(POST)),
        ("json", json.dumps(POST) + "\n\n" + json.dumps({"id": "b"})),
        ("jsonl", json.dumps(POST) + "\n"),
        ("toml", '[meta]\nn = 1\n[[post]]\nid = "a"\nmarket = "DE"\ntext = "Brot"'),
        ("json", "\ufeff" + json.dumps([POST])),
        ("json", json.dumps([POST]).encode("utf-16")),
    ],
)
def test_the_list_of_posts_is_found(kind, text, tmp_path):
    rows = texts(read_records(written(tmp_path, text), kind))
    assert rows[:2] == [["id", "market", "text"], ["a", "DE", "Brot"]]


def test_values_become_the_texts_that_they_mean(tmp_path):
    text = (
        "[[post]]\nid = 7\nlocal = 2026-11-09T10:30:00+01:00\nday = 2026-11-09\nat = 10:30:00\n"
        "ratio = 0.5\nhard = true\nmarket = ['DE', 'AT']\n"
    )
    header, row = texts(read_records(written(tmp_path, text), "toml"))
    assert dict(zip(header, row, strict=True)) == {
        "id": "7",
        "local": "2026-11-09T10:30:00+01:00",
        "day": "2026-11-09",
        "at": "10:30:00",
        "ratio": "0.5",
        "hard": "true",
        "market": "DE\nAT",
    }


def test_pictures_keep_their_alt_texts(tmp_path):
    post = {"media": [{"url": "https://a.de/a.jpg", "alt": "A loaf"}, "https://a.de/b.jpg", None]}
    records = read_records(written(tmp_path, json.dumps([post, {"media": {"src": "c"}}])), "json")
    assert records.media == {
        1: (Medium("https://a.de/a.jpg", alt="A loaf"),),
        2: (Medium("c"),),
    }
    assert texts(records)[1] == ["https://a.de/a.jpg\nhttps://a.de/b.jpg"]


def test_what_is_no_text_is_wrong_in_its_post_only(tmp_path):
    found = [POST, "text", {"text": {"en": "Bread"}}]
    records = read_records(written(tmp_path, json.dumps(found)), "json")
    assert len(records.sheet.rows) == 4
    assert set(records.wrong) == {2, 3}
    assert records.wrong[3][0] == "text"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("json", '[{"text": ' + "[" * 600 + '"a"' + "]" * 600 + "}]"),
        ("toml", "[[post]]\ntext = 0x" + "f" * 10_000),
    ],
)
def test_a_value_that_is_no_text_at_all_is_wrong_in_its_post_only(kind, text, tmp_path):
    assert read_records(written(tmp_path, text), kind).wrong[1][0] == "text"


def test_a_line_of_json_lines_may_hold_line_ends_of_other_alphabets(tmp_path):
    text = "\r\n".join(json.dumps({"text": f"a{end}b"}, ensure_ascii=False) for end in "\u2028\x85")
    rows = texts(read_records(written(tmp_path, text), "jsonl"))
    assert rows == [["text"], ["a\u2028b"], ["a\x85b"]]


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("json", "{", "cannot be read as JSON"),
        ("json", '{"a": 1}\n{"b"', "line 2 cannot be read as JSON"),
        ("jsonl", '{"a": 1}\nnonsense', "line 2 cannot be read as JSON"),
        ("json", "[" * 100_000, "holds no list of posts"),
        ("json", "3", "holds no list of posts"),
        ("json", "[]", "holds no list of posts"),
        ("json", '{"posts": []}', "holds no list of posts"),
        ("toml", "[meta]\nn = 1", "holds no list of posts"),
        ("toml", "[[post]\n", "cannot be read as TOML"),
        ("json", b"\xff\x00\xd8", "cannot be read as text"),
        ("json", json.dumps([{"text": "a" * (MOST_CHARACTERS + 1)}]), "row 1, column text"),
        ("json", json.dumps([{"a": 1}] * (MOST_ROWS + 1)), "more than 20,000 rows"),
        ("json", json.dumps([{f"k{n}": 1 for n in range(501)}]), "more than 500 columns"),
        ("json", '[{"id": 1' + "0" * 5000 + "}]", "cannot be read as JSON"),
        ("json", '[{"text": "a", "text": "b"}]', "the field “text” stands twice in one post"),
        ("json", '{\n"text": "a",\n"text": "b"\n}', "the field “text” stands twice in one post"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(kind, text, said, tmp_path):
    with pytest.raises(InvalidInputError, match=said):
        read_records(written(tmp_path, text), kind)


def test_a_file_that_is_not_there_or_no_file_says_so(tmp_path):
    with pytest.raises(InvalidInputError, match="There is no file"):
        read_records(tmp_path / "gone.json", "json")
    with pytest.raises(InvalidInputError, match="cannot be opened"):
        read_records(tmp_path, "json")


def test_a_file_that_is_too_large_is_not_even_read(tmp_path):
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(26_000_000)
    with pytest.raises(InvalidInputError, match="larger than 25 MB"):
        read_records(path, "json")
