"""The team."""

from dataclasses import replace

import pytest

from app.domain.person import Person, PersonId, Role
from app.errors import RefusedError
from app.storage import people
from app.storage.sqlite import create_calendar
from tests.app.storage.ground import OWNER, PLANNER, REVIEWERS


def test_everybody_comes_back_in_the_order_in_which_they_came(engine):
    assert people.all_people(engine) == (OWNER, PLANNER, *REVIEWERS)


def test_a_change_is_a_new_version_and_the_earlier_one_stays(desk, engine):
    promoted = replace(PLANNER, role=Role.REVIEWER, login="ana.b")
    people.save_person(engine, desk.stamp("olga"), promoted)
    assert people.all_people(engine) == (OWNER, promoted, *REVIEWERS)
    known = [person for _seq, person in people.all_versions(engine) if person.id == PLANNER.id]
    assert known == [PLANNER, promoted]


def test_only_an_owner_changes_people(desk, engine):
    for who in ("ana", "ben", "ghost"):
        with pytest.raises(RefusedError, match="Only an owner"):
            people.save_person(engine, desk.stamp(who), replace(PLANNER, role=Role.OWNER))


def test_the_first_person_of_a_calendar_is_an_owner(tmp_path, desk):
    engine = create_calendar(tmp_path / "new.countersign", name="New")
    with pytest.raises(RefusedError, match="must be an owner"):
        people.save_person(engine, desk.stamp("ana"), PLANNER)
    people.save_person(engine, desk.stamp("olga"), OWNER)
    with pytest.raises(RefusedError, match="Only an owner"):
        people.save_person(engine, desk.stamp("ana"), PLANNER)
    engine.close()


def test_the_last_owner_stays(desk, engine):
    for change in ({"role": Role.REVIEWER}, {"is_active": False}):
        with pytest.raises(RefusedError, match="needs an owner"):
            people.save_person(engine, desk.stamp("olga"), replace(OWNER, **change))
    people.save_person(engine, desk.stamp("olga"), Person(PersonId("max"), "Max", Role.OWNER))
    people.save_person(engine, desk.stamp("olga"), replace(OWNER, is_active=False))
    with pytest.raises(RefusedError):
        people.save_person(engine, desk.stamp("olga"), OWNER)
