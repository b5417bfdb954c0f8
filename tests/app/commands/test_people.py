"""Who I am, and who is in the team."""

import pytest

from app.commands.people import choose_person, in_the_name_of, save_person
from app.domain.person import Person, PersonId, Role
from app.errors import InvalidInputError, MissingError, RefusedError
from app.storage import people
from tests.builders.calendars import LENA, MARC, NORA, act_as

NEW = Person(PersonId("yuki"), "Yuki Sato", Role.REVIEWER, ("ja",))


def test_who_i_am_is_somebody_of_the_team(session):
    choose_person(session, person_id=MARC)
    assert session.actor().name == "Marc Fournier"
    with pytest.raises(MissingError, match="choose another"):
        choose_person(session, person_id=PersonId("nobody"))


def test_a_command_in_the_name_of_one_person_is_carried_out_for_nobody_else(session):
    nora = next(one for one in people.all_people(session.engine) if one.id == NORA)
    add = in_the_name_of(nora, lambda later: save_person(later, person=NEW))
    with pytest.raises(RefusedError, match="Nora Haddad does not sit here any more"):
        add(session)
    act_as(session, NORA)
    assert add(session).label == "Add Yuki Sato"


def test_an_owner_adds_people(session, reader):
    act_as(session, NORA)
    save_person(session, person=NEW)
    assert reader.calendar().person(NEW.id) == NEW


@pytest.mark.parametrize("by", [LENA, MARC])
def test_nobody_else_adds_people_or_raises_themselves(session, by):
    act_as(session, by)
    with pytest.raises(RefusedError, match="Only an owner"):
        save_person(session, person=Person(by, "Me", Role.OWNER))


def test_a_name_stands_for_one_person(session):
    act_as(session, NORA)
    with pytest.raises(InvalidInputError, match="add a second name"):
        save_person(session, person=Person(PersonId("m2"), "marc fournier ", Role.PLANNER))
    with pytest.raises(InvalidInputError, match="name"):
        save_person(session, person=Person(PersonId("m2"), " ", Role.PLANNER))


def test_a_calendar_always_keeps_an_owner(session, reader):
    act_as(session, NORA)
    others = [p for p in reader.calendar().people if p.role is Role.OWNER and p.id != NORA]
    for owner in others:
        save_person(session, person=Person(owner.id, owner.name, Role.PLANNER))
    with pytest.raises(RefusedError, match="needs an owner"):
        save_person(session, person=Person(NORA, "Nora Haddad", Role.REVIEWER))
