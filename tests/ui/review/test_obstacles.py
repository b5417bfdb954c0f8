from dataclasses import replace

import pytest

from app.domain.flag import Severity
from tests.builders import ui_b
from tests.builders.domain import hold
from ui.review.obstacles import obstacle

pytestmark = pytest.mark.in_english

MARC = ui_b.MARC_PERSON


def test_a_reviewer_who_did_not_write_it_meets_no_obstacle():
    assert obstacle(ui_b.a_view(), MARC) == ""


def test_the_author_is_told_why_the_box_is_shut():
    view = ui_b.a_view(ui_b.a_post().changed(editor=MARC.id))
    assert obstacle(view, MARC) == "You wrote this version: another reviewer must approve it."


def test_who_wrote_an_earlier_version_is_told_so():
    view = replace(ui_b.a_view(), authors=frozenset({MARC.id}))
    assert "You wrote a part" in obstacle(view, MARC)


def test_a_planner_is_told_who_approves():
    assert "only reviewers and owners" in obstacle(ui_b.a_view(), ui_b.LENA_PERSON)


def test_without_a_person_the_way_to_choose_one_is_told():
    assert "Choose who you are" in obstacle(ui_b.a_view(), None)


def test_who_has_approved_waits_for_the_other():
    view = replace(ui_b.a_view(), approvals_so_far=(MARC.id,), approvers_needed=2)
    assert "another reviewer must approve it too" in obstacle(view, MARC)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"cancelled": True}, "cancelled"),
        ({"ready": False}, "still a draft"),
        ({"local": None}, "no date yet"),
    ],
)
def test_a_post_that_cannot_be_approved_says_what_comes_first(changes, words):
    view = ui_b.a_view(ui_b.a_post().changed(**changes))
    assert words in obstacle(view, MARC)


def test_what_is_blocked_names_what_must_be_mended():
    flag = ui_b.a_flag(Severity.BLOCKED, "channel.length", headline="Too long for X")
    assert obstacle(ui_b.a_view(flags=(flag,)), MARC) == "Must be mended first: Too long for X."


def test_a_hold_names_its_reason():
    view = replace(ui_b.a_view(), holds=(hold(),))
    assert "Wait for news" in obstacle(view, MARC)
