"""What the program knows beside the calendar."""

from tests.builders.calendars import knowledge
from tests.builders.domain import GERMANY, INSTAGRAM, hold


def test_facts_bring_days_networks_and_holds_together():
    facts = knowledge().facts(GERMANY, INSTAGRAM, (hold(),))
    assert facts.network is not None
    assert facts.holds == (hold(),)


def test_the_version_is_that_of_the_day_knowledge():
    assert knowledge().version == knowledge().days.version


def test_warming_up_twice_is_no_harm():
    knowledge().warm_up()
    knowledge().warm_up()
