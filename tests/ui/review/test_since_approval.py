from dataclasses import replace
from datetime import datetime

import pytest

from app.commands.views import Stage
from app.domain.gate import Reason, Refusal
from tests.builders import ui_b
from ui.review.since_approval import why_it_ended

pytestmark = pytest.mark.in_english


def ended(approved, *later, review=()):
    present = later[-1] if later else approved
    view = ui_b.a_view(present, stage=Stage.ENDED)
    return replace(
        view,
        versions=(approved, *later),
        approved_version=approved if later else None,
        card=replace(view.card, review=review),
    )


def test_a_move_is_told_with_both_days_and_who_moved_it():
    approved = ui_b.a_post()
    moved = approved.changed(revision=2, local=datetime(2027, 11, 10, 10, 0))
    told = why_it_ended(ended(approved, moved), ui_b.calendar())
    assert told == ("Moved from Tue 9 Nov to Wed 10 Nov by Lena Brandt",)


def test_each_later_version_that_goes_out_differently_is_told():
    approved = ui_b.a_post()
    noted = approved.changed(revision=2, notes="Ask the shop")
    written = noted.changed(revision=3, text="Anders", editor=ui_b.NORA_PERSON.id)
    told = why_it_ended(ended(approved, noted, written), ui_b.calendar())
    assert told == ("Changed text by Nora Haddad",)


def test_a_risk_that_came_later_is_told_as_the_reason():
    view = ended(ui_b.a_post(), review=(Refusal(Reason.UNSEEN, "Solemn day"),))
    (told,) = why_it_ended(view, ui_b.calendar())
    assert "“Solemn day”" in told


def test_where_no_approval_has_ended_nothing_is_told():
    assert why_it_ended(ui_b.a_view(), ui_b.calendar()) == ()
