"""A row that is no longer in a sheet is mentioned, and nothing happens to its post."""

from datetime import timedelta

import pytest

from app.commands.gone_rows import about_gone
from app.commands.imports import import_rows, preview_import
from app.commands.posts import cancel_posts
from app.storage import posts
from tests.builders.calendars import NOW, QUIET_DAY
from tests.builders.sheets import HEADER, workbook

TEXTS = (
    "Frisch aus dem Ofen: unser Roggenbrot mit Sauerteig.",
    "Kürbisbrötchen gibt es nur im Herbst.",
    "Wir suchen eine Bäckerin für die Nachtschicht.",
    "Zwiebelkuchen mit Federweißer am Wochenende.",
)


def row(number, text=None):
    day = QUIET_DAY + timedelta(days=number)
    return day, "10:30", "DE", "Instagram", text or TEXTS[number], ""


ROWS = tuple(row(number) for number in range(4))


@pytest.fixture
def bring(session, reader, tmp_path):
    def brought(*rows):
        preview = preview_import(reader, workbook(tmp_path / "plan.xlsx", [HEADER, *rows]))
        if preview.new_rows:
            import_rows(session, preview=preview)
        return [note for note in preview.notes if "came with this plan before" in note]

    return brought


def test_a_row_that_is_gone_is_mentioned_by_the_name_and_day_of_its_post(session, bring):
    assert bring(*ROWS) == []
    (note,) = bring(ROWS[0], ROWS[1], ROWS[3])
    assert note.startswith("1 post came with this plan before")
    assert "DE-0003 (" in note
    assert all(not post.cancelled for post in posts.between(session.engine, QUIET_DAY, FAR))


def test_the_last_row_of_a_plan_can_be_gone_too(bring):
    bring(*ROWS)
    (note,) = bring(*ROWS[:2])
    assert note.startswith("2 posts came with this plan before")


def test_a_post_that_is_cancelled_here_is_not_missed(session, bring):
    bring(*ROWS)
    gone = posts.between(session.engine, QUIET_DAY, FAR)[3]
    cancel_posts(session, post_ids=[gone.id])
    assert bring(*ROWS[:3]) == []


def test_weeks_that_are_over_in_the_plan_are_not_missed(bring):
    bring(*ROWS)
    assert bring(*ROWS[2:]) == []


def test_another_plan_misses_nothing(session, bring):
    bring(*ROWS[:2])
    session.clock = lambda: NOW + timedelta(minutes=1)
    assert bring(row(2), row(3)) == []
    assert bring(*ROWS[:2]) == [], "what another sheet brought is none of its business"


def test_a_row_that_stays_out_may_be_the_one_that_is_missed(bring):
    bring(*ROWS)
    (note,) = bring(*ROWS[:3], ("31.02.2027", *ROWS[3][1:]))
    assert note.endswith("Rows that stay out may be among them.")


def test_of_many_the_first_are_named(session, bring):
    bring(*ROWS)
    many = posts.between(session.engine, QUIET_DAY, FAR) * 5
    (note,) = about_gone(session.engine, many, some_stay_out=False)
    assert note.startswith("20 posts came")
    assert " and 8 more. They stay" in note


FAR = QUIET_DAY + timedelta(days=60)
