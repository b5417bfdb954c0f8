"""Posts of a file on their own."""

import json
from datetime import UTC, date, datetime, time

import pytest
from openpyxl import Workbook

from app.domain.medium import Medium
from app.errors import InvalidInputError
from app.exchange.loose_posts import read_loose_posts

TODAY = date(2026, 6, 1)
HEADER = "id,market,channel,local,text"


def read(tmp_path, text, name="posts.csv", *, month_first=False, **options):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_loose_posts(path, month_first=lambda _markets: month_first, today=TODAY, **options)


def one(tmp_path, text, **options):
    (post,) = read(tmp_path, text, **options).posts
    return post


def test_a_sheet_that_a_program_wrote_is_read_by_its_names(tmp_path):
    post = one(tmp_path, f"{HEADER},language\n7,DE,IG Story,2026-11-09T10:30:59,Brot,Deutsch\n")
    assert (post.id, post.market, post.channel, post.language) == ("7", "DE", "IG Story", "de")
    assert (post.moment.day, post.moment.clock) == (date(2026, 11, 9), time(10, 30))
    assert post.wording.text == "Brot"
    assert (post.place, post.error) == ("Row 2", "")


def test_a_planners_sheet_is_read_by_what_its_columns_are_called(tmp_path):
    text = (
        "Plan für November\n\nLand;Plattform;Datum;Uhrzeit;Aufhänger;Text;Notizen\n"
        "DE;IG;09.11.2026;10:30;Hört her;Brot;x\n"
    )
    plan = read(tmp_path, text)
    (post,) = plan.posts
    assert post.id == "4"
    assert post.wording.text == "Hört her\n\nBrot"
    assert (post.moment.day, post.moment.clock) == (date(2026, 11, 9), time(10, 30))
    assert plan.notes == ("Not looked at: Notizen.",)


def test_a_workbook_is_read_too(tmp_path):
    book = Workbook()
    book.active.append(HEADER.split(","))
    book.active.append([1, "DE", "X", datetime(2026, 11, 9, 10, 30), "Brot"])
    book.create_sheet("Notes")["A1"] = "x"
    path = tmp_path / "plan.xlsx"
    book.save(path)
    plan = read_loose_posts(path, month_first=lambda _markets: False, today=TODAY)
    assert plan.posts[0].moment.clock == time(10, 30)
    assert "the file also has: Notes" in plan.notes[0]


def test_an_offset_makes_it_a_moment_and_a_day_alone_has_no_time(tmp_path):
    rows = (f"{n},DE,X,{local},Brot" for n, local in enumerate(MOMENTS))
    posts = read(tmp_path, "\n".join((HEADER, *rows))).posts
    assert [(p.moment.instant or p.moment.day, p.moment.clock) for p in posts] == [
        (datetime(2026, 11, 9, 9, 30, tzinfo=UTC), None),
        (datetime(2026, 11, 9, 9, 30, tzinfo=UTC), None),
        (date(2026, 11, 9), None),
        (None, None),
    ]


MOMENTS = ("2026-11-09T10:30+01:00", "2026-11-09 09:30Z", "2026-11-09", "")


def test_date_and_time_may_stand_apart(tmp_path):
    post = one(tmp_path, "market,channel,date,time,text\nDE,X,2026-11-09,9h30,Brot\n")
    assert (post.moment.day, post.moment.clock) == (date(2026, 11, 9), time(9, 30))


@pytest.mark.parametrize(
    ("written", "month_first", "day"),
    [
        ("05/06/2026", False, date(2026, 6, 5)),
        ("05/06/2026", True, date(2026, 5, 6)),
        ("13/06/2026", True, date(2026, 6, 13)),
    ],
)
def test_the_order_of_day_and_month_is_guessed_for_the_whole_file(
    tmp_path, written, month_first, day
):
    plan = read(tmp_path, f"{HEADER}\n1,US,X,{written},Bread\n", month_first=month_first)
    assert plan.posts[0].moment.day == day
    assert bool(plan.notes) is (day.day <= 12)


def test_a_mix_of_orders_is_told_and_can_be_decided(tmp_path):
    text = f"{HEADER}\n1,US,X,13/06/2026,a\n2,US,X,06/13/2026,b\n3,US,X,05/06/2026,c\n"
    posts = read(tmp_path, text).posts
    assert [bool(post.error) for post in posts] == [False, False, True]
    assert posts[2].error.startswith("Row 4, local: “05/06/2026” can be read with the day or")
    decided = read(tmp_path, text, day_first=True).posts
    assert decided[2].moment.day == date(2026, 6, 5)
    assert "“06/13/2026” is no date" in decided[1].error


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("1,,X,2026-11-09,Brot", "Row 2, market: the market is missing."),
        ("1,DE,X,2026-02-30,Brot", "Row 2, local: “2026-02-30” is no date and time that exists"),
        ("1,DE,X,2026-11-09T25:00,Brot", "Row 2, local: “2026-11-09T25:00” is no date"),
        ("1,DE,X,1066-10-14,Brot", "Row 2, local: “1066-10-14” is no date"),
        ("1,DE,X,soon-ish,Brot", "Row 2, local: “soon-ish” is no date"),
        ("1,DE,X,2026-11-09,Brot,more", "Row 2: there are more cells than columns."),
        ("1,DE,X,#REF!,Brot", "Row 2, local: the cell shows the error #REF!"),
    ],
)
def test_a_row_that_cannot_be_read_names_row_and_field(tmp_path, row, said):
    post = one(tmp_path, f"{HEADER}\n{row}\n")
    assert post.error.startswith(said)
    assert post.error.endswith(".")
    assert post.id == "1"


def test_a_post_of_a_program_is_called_post(tmp_path):
    found = [
        {"id": "a", "market": "DE", "channel": "X", "local": "x", "text": "Brot", "language": "qq"},
        {"id": "b", "market": "DE", "channel": "X", "text": ["no", "harm"], "language": "de"},
        {"id": "c", "market": {"code": "DE"}, "channel": "X", "text": "Brot", "language": "qq"},
        {"id": "d", "market": "DE", "channel": "X", "text": "Brot", "language": "qq"},
        "nothing",
    ]
    posts = read(tmp_path, json.dumps(found), name="posts.json").posts
    assert [post.id for post in posts] == ["a", "b", "c", "d", "5"]
    assert [post.error.partition(":")[0] for post in posts] == [
        "Post 1, local",
        "",
        "Post 3, market",
        "Post 4, language",
        "Post 5",
    ]


def test_pictures_are_addresses_or_names_with_their_alt_texts(tmp_path):
    post = one(
        tmp_path,
        f'{HEADER},media,alt\n1,DE,X,,Brot,"https://a.de/a,b.jpg, https://a.de/b.jpg\nc.png","A|B|C"\n',
    )
    assert post.media == (
        Medium("https://a.de/a,b.jpg", alt="A"),
        Medium("https://a.de/b.jpg", alt="B"),
        Medium("", alt="C"),
    )
    found = [
        {
            "market": "DE",
            "channel": "X",
            "text": "",
            "media": [{"url": "https://a.de/a", "alt": "A"}],
        }
    ]
    (post,) = read(tmp_path, json.dumps(found), name="posts.json").posts
    assert post.media == (Medium("https://a.de/a", alt="A"),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id,channel,local,text\n1,X,,Brot\n", "no column or field “market”"),
        ("id,market,local\n1,DE,\n", "no column or field “channel”, “text”"),
        (f"{HEADER}\n", "holds no posts"),
        ("", "is empty"),
    ],
)
def test_a_file_that_lacks_what_is_needed_says_what(tmp_path, text, said):
    with pytest.raises(InvalidInputError, match=said):
        read(tmp_path, text)


def test_a_market_for_all_needs_no_column(tmp_path):
    post = one(tmp_path, "id,channel,text\n1,X,Brot\n", has_market=True)
    assert (post.market, post.error) == ("", "")


def test_the_name_of_the_file_can_be_overruled(tmp_path):
    text = json.dumps([{"market": "DE", "channel": "X", "text": "Brot"}])
    assert one(tmp_path, text, name="posts.txt", kind="json").market == "DE"
