from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QDialog, QPushButton

from app.commands.people import save_person
from app.commands.posts import put_in_tray
from app.domain.person import NOBODY, Person, PersonId, Role
from tests.builders.calendars import FRANCE, LENA, MARC, NORA, NOW, act_as, approve_as
from ui.talk.asked import able_reviewers, due_text


def button(table, name):
    return table.panel.findChild(QPushButton, name)


def choices(table, name):
    return [one.text() for one in button(table, name).menu().actions() if one.text()]


def choose(table, name, words):
    (action,) = [one for one in button(table, name).menu().actions() if words in one.text()]
    action.trigger()


@pytest.mark.in_english
def test_at_first_anybody_who_reads_it_is_asked_at_the_usual_moment(table):
    assert button(table, "asked_who").text() == "Asked: Any reviewer who reads German"
    assert button(table, "asked_by_when").text().endswith("· usual")


@pytest.mark.in_english
def test_a_planner_asks_a_reviewer_by_a_moment(table):
    choose(table, "asked_who", "Marc")
    choose(table, "asked_by_when", "In 2 hours")
    assert table.talk.assignment.assignee == MARC
    assert table.talk.assignment.decide_by == NOW + timedelta(hours=2)
    assert button(table, "asked_who").text() == "Asked: Marc Fournier"
    choose(table, "asked_who", "Any reviewer")
    choose(table, "asked_by_when", "usual")
    assert table.talk.assignment == replace(table.talk.assignment, assignee=NOBODY, decide_by=None)


@pytest.mark.in_english
def test_another_moment_is_asked_for(table):
    choose(table, "asked_by_when", "Another moment")
    (dialog,) = table.panel.findChildren(QDialog)
    dialog.findChild(QPushButton, "moment_accept").click()
    assert table.talk.assignment.decide_by == table.talk.decide_by


@pytest.mark.in_english
def test_overdue_is_said_until_it_is_decided(table):
    late = table.talk.decide_by + timedelta(hours=1)
    assert due_text(table.view, late).endswith("· overdue")
    approve_as(table.session, table.reader, table.post_id)
    assert "overdue" not in due_text(table.view, late)


@pytest.mark.in_english
def test_without_a_date_there_is_no_usual_moment(table):
    put_in_tray(table.session, post_ids=[table.post_id])
    assert due_text(table.view, NOW) == "Decide by: no date yet"


@pytest.mark.in_english
def test_who_reads_it_stands_first_and_authors_are_left_out(table):
    act_as(table.session, NORA)
    people = (
        Person(PersonId("kim"), "Kim", Role.REVIEWER, ("ko",)),
        Person(PersonId("ada"), "Ada", Role.REVIEWER, ("de",), (FRANCE,)),
        Person(LENA, "Lena Brandt", Role.REVIEWER, ("de",)),
    )
    for person in people:
        save_person(table.session, person=person)
    able = able_reviewers(table.view, table.reader.calendar())
    assert [person.name for person in able] == [
        "Marc Fournier",
        "Nora Haddad",
        "Olga Owner",
        "Ada",
        "Kim",
    ]
    table.show()
    assert "Kim · does not read German" in choices(table, "asked_who")


def test_nobody_asks_before_they_have_said_who_they_are(table):
    table.operations.become(None)
    assert not button(table, "asked_who").isEnabled()
    assert button(table, "asked_who").toolTip()
