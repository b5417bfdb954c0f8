"""What the settings said after a change."""

from dataclasses import replace

import pytest

from app.domain.person import Role
from app.domain.policy import Policy
from app.storage.audit import head
from app.storage.newest_rows import rows_since, still_say_so
from app.storage.people import all_people, save_person
from app.storage.policy import save_policy


@pytest.fixture
def ana(engine):
    return next(one for one in all_people(engine) if one.id == "ana")


def test_only_what_was_written_since_a_place_is_told_and_once_for_each_key(desk, engine, ana):
    save_policy(engine, desk.stamp("olga"), Policy(2), "So")
    place = head(engine).seq
    for role in (Role.REVIEWER, Role.OWNER):
        save_person(engine, desk.stamp("olga"), replace(ana, role=role))
    (row,) = rows_since(engine, place)
    assert (row.table, row.key) == ("person_version", ("ana",))
    assert "owner" in row.said


def test_it_still_says_so_until_the_newest_row_says_something_else(desk, engine, ana):
    place = head(engine).seq
    save_person(engine, desk.stamp("olga"), replace(ana, role=Role.REVIEWER))
    rows = rows_since(engine, place)
    assert still_say_so(engine, rows)
    save_person(engine, desk.stamp("olga"), ana)
    assert not still_say_so(engine, rows)
    save_person(engine, desk.stamp("olga"), replace(ana, role=Role.REVIEWER))
    assert still_say_so(engine, rows), "somebody went there and back"


def test_another_reason_for_the_same_is_no_other_word(desk, engine):
    place = head(engine).seq
    save_policy(engine, desk.stamp("olga"), Policy(2), "So")
    rows = rows_since(engine, place)
    save_policy(engine, desk.stamp("olga"), Policy(2), "For another reason")
    assert still_say_so(engine, rows)
    save_policy(engine, desk.stamp("olga"), Policy(3), "So")
    assert not still_say_so(engine, rows)


def test_nothing_written_says_nothing(engine):
    assert rows_since(engine, head(engine).seq) == ()
    assert still_say_so(engine, ())
