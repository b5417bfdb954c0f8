"""The flags of one post in several places as one list."""

from app.commands.flag_merging import merged, of_the_whole
from app.domain.flag import Flag, Severity
from app.domain.market import Market, MarketId


def flag(key="channel.length:text", severity=Severity.CAUTION, why="Why.", **more):
    rule = key.partition(":")[0]
    return Flag(rule, severity, key, "m", more.pop("headline", "Headline"), why, **more)


def market(name):
    return Market(MarketId(name), name, name, name, (), "UTC")


def test_each_risk_stands_once_in_its_worst_state():
    mild, bad = flag(severity=Severity.NOTE), flag(severity=Severity.BLOCKED, why="Too long.")
    other = flag("day.solemn:x", Severity.STOP)
    assert merged([mild, other, bad]) == (bad, other)
    assert merged([bad, mild]) == (bad,)
    assert merged([bad, bad]) == (bad,)


def test_of_equal_severity_every_reason_is_kept():
    (both,) = merged([flag(why="X takes 280.", evidence=("1",)), flag(why="Threads takes 500.")])
    assert both.why == "X takes 280. Threads takes 500."
    assert both.evidence == ("1",)


def test_the_members_that_raise_a_flag_are_named():
    day = flag("day.solemn:x", Severity.STOP)
    (whole,) = of_the_whole([(market("Austria"), day), (market("Germany"), day)], is_wide=False)
    assert whole.severity is Severity.STOP
    assert whole.why == "Why. It is kept in Austria, Germany."


def test_many_members_are_counted():
    day = flag("day.holiday:x", Severity.NOTE)
    names = [market(f"M{number}") for number in range(8)]
    (whole,) = of_the_whole([(one, day) for one in names], is_wide=False)
    assert whole.why == "Why. It is kept in M0, M1, M2, M3, M4, M5 and 2 more countries."


def test_holidays_of_one_name_are_one_note():
    days = [
        (market("Austria"), flag("day.holiday:at-christmas", Severity.NOTE, headline="Christmas")),
        (market("Germany"), flag("day.holiday:de-christmas", Severity.NOTE, headline="Christmas")),
    ]
    assert len(of_the_whole(days, is_wide=False)) == 1


def test_in_a_wide_group_a_day_counts_one_step_lower_and_notes_are_left_out():
    days = [
        (market("Germany"), flag("day.solemn:x", Severity.STOP)),
        (market("France"), flag("day.solemn:y", Severity.CAUTION)),
        (market("Spain"), flag("day.holiday:z", Severity.NOTE)),
    ]
    found = of_the_whole(days, is_wide=True)
    assert [one.severity for one in found] == [Severity.CAUTION, Severity.NOTE]
    assert found[0].way_out == "A reviewer may tick it."
