"""Why somebody may not change what reviewers and owners keep."""

from dataclasses import replace

import pytest

from app.domain.person import Role
from tests.builders.calendars import NORA
from tests.builders.ui_c import calendar_of
from ui.settings.reviewers_only import why_not_by

pytestmark = pytest.mark.in_english


def test_reviewers_and_owners_may(path):
    me = calendar_of(path).person(NORA)
    assert why_not_by(me) == ""
    assert why_not_by(replace(me, role=Role.REVIEWER)) == ""


def test_others_are_told_who_may(path):
    me = replace(calendar_of(path).person(NORA), role=Role.PLANNER)
    assert "you are Nora Haddad, planner" in why_not_by(me)
    assert "Choose who you are" in why_not_by(None)
