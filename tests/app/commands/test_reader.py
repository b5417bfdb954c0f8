"""What screens may ask."""

from contextlib import closing
from datetime import date, time, timedelta

import pytest

from app.commands.duty import save_duty
from app.commands.exports import export_posts
from app.commands.people import choose_person, save_person
from app.commands.posts import cancel_posts, create_post
from app.commands.session import Session
from app.domain.duty import DutyId, Week
from app.domain.flag import Severity
from app.domain.person import Person, Role
from app.errors import RefusedError
from app.storage.engine import Engine
from tests.builders.calendars import (
    BREAD,
    DE_INSTAGRAM,
    DE_PUSH,
    FR_INSTAGRAM,
    FRANCE,
    GERMANY,
    LENA,
    MARC,
    NORA,
    POGROM_DAY,
    QUIET_DAY,
    act_as,
    approve_as,
    only,
    ready_post,
)
from tests.builders.moves import move_posts


def test_a_span_shows_each_post_of_its_days_once(session, reader):
    first, last = ready_post(session), ready_post(session, day=QUIET_DAY + timedelta(days=7))
    ready_post(session, day=QUIET_DAY + timedelta(days=8))
    cards = reader.cards(QUIET_DAY, QUIET_DAY + timedelta(days=7))
    assert [card.id for card in cards] == [first, last]


def test_a_cell_shows_the_posts_of_its_market_and_day(session, reader):
    here = ready_post(session)
    ready_post(session, channel=FR_INSTAGRAM)
    (german,) = reader.cards_of_markets([GERMANY], QUIET_DAY, QUIET_DAY)
    assert german.id == here
    assert reader.cards_of_markets([], QUIET_DAY, QUIET_DAY) == ()
    (card,) = reader.cards_in([(GERMANY, QUIET_DAY), (GERMANY, POGROM_DAY), (GERMANY, None)])
    assert (card,) == reader.cards_of([here])


def test_the_tray_shows_what_has_no_date(session, reader):
    tray = only(create_post(session, channel_id=DE_INSTAGRAM, local=None, text=BREAD))
    assert [card.id for card in reader.tray()] == [tray]


def test_a_post_is_found_by_its_short_name(session, reader):
    post_id = ready_post(session)
    assert reader.find_post("de-0001") == post_id
    assert reader.find_post("DE-9999") is None
    assert reader.find_post("bread") is None


def test_days_know_the_ninth_of_november_in_germany_only(reader):
    knowledge = reader.days(POGROM_DAY, POGROM_DAY)
    (first, *_rest) = knowledge.cells[GERMANY, POGROM_DAY]
    assert (first.id, first.severity) == ("de-reichspogromnacht", Severity.STOP)
    assert (FRANCE, POGROM_DAY) not in knowledge.cells


def test_hovering_says_what_a_day_would_do_and_changes_nothing(session, reader):
    post_id = ready_post(session)
    flags = reader.hover_flags(post_id, GERMANY, POGROM_DAY)
    assert flags[0].severity is Severity.STOP
    assert reader.hover_flags(post_id, FRANCE, POGROM_DAY) == ()
    assert reader.cards_of([post_id])[0].day == QUIET_DAY


def test_the_queue_is_by_risk_then_time_and_own_work_comes_last(session, reader):
    later = ready_post(session, day=QUIET_DAY + timedelta(days=7))
    sooner = ready_post(session)
    risky = ready_post(session, day=POGROM_DAY)
    act_as(session, MARC)
    own = ready_post(session, day=POGROM_DAY)
    act_as(session, LENA)
    approve_as(session, reader, ready_post(session, text=BREAD + " Bis gleich!"))
    marc = reader.calendar().person(MARC)
    assert [one.card.id for one in reader.review_queue(marc)] == [risky, sooner, later, own]


def test_a_reviewer_of_one_market_sees_that_market(session, reader):
    german = ready_post(session)
    ready_post(session, channel=FR_INSTAGRAM, text="Notre pain de seigle sort du four ce matin.")
    act_as(session, NORA)
    save_person(session, person=Person(MARC, "Marc", Role.REVIEWER, ("de",), (GERMANY,)))
    marc = reader.calendar().person(MARC)
    assert [one.card.id for one in reader.review_queue(marc)] == [german]


def test_another_connections_changes_are_noticed_once(session, reader):
    reader.has_changed()
    ready_post(session)
    assert reader.has_changed()
    assert not reader.has_changed()


def test_what_this_window_wrote_is_no_news_and_what_came_between_is(session, reader, path):
    reader.has_changed()
    session.take_written()
    ready_post(session)
    for events in session.take_written():
        reader.take_as_seen(events)
    assert not reader.has_changed()
    with closing(Session.open(path, session.knowledge, origin="elsewhere")) as other:
        choose_person(other, person_id=NORA)
        ready_post(other)
    ready_post(session)
    for events in session.take_written():
        reader.take_as_seen(events)
    assert reader.has_changed()
    assert not reader.has_changed()


def test_what_others_write_after_a_command_is_news_too(session, reader):
    reader.has_changed()
    session.take_written()
    ready_post(session)
    own = session.take_written()
    ready_post(session)
    for events in own:
        reader.take_as_seen(events)
    assert reader.has_changed()


def test_before_anything_was_looked_at_all_counts_as_seen(session, reader):
    ready_post(session)
    reader.take_as_seen(None)
    assert not reader.has_changed()


def test_another_reader_sees_the_same(session, reader):
    ready_post(session)
    again = reader.again()
    assert again.cards(QUIET_DAY, QUIET_DAY) == reader.cards(QUIET_DAY, QUIET_DAY)
    again.close()


def test_a_reader_never_writes(reader):
    engine: Engine = reader.engine
    assert engine.is_read_only
    with pytest.raises(Exception, match=r"read"), engine.write():
        engine.run("DELETE FROM view_setting")


def test_the_presets_say_how_sure_their_facts_are(reader):
    (buffer,) = [one for one in reader.presets() if one.name == "buffer"]
    assert buffer.confidence
    assert buffer.facts_date <= date(2026, 12, 31)


def test_an_export_of_push_is_not_what_buffer_does(session, reader, tmp_path):
    approve_as(session, reader, ready_post(session, channel=DE_PUSH))
    with pytest.raises(RefusedError):
        export_posts(
            session,
            preset="buffer",
            first=QUIET_DAY,
            last=QUIET_DAY,
            market_ids=[GERMANY],
            folder=tmp_path,
        )


def test_a_moved_post_is_read_as_it_stands_now(session, reader):
    post_id = ready_post(session)
    move_posts(session, post_ids=[post_id], to_day=POGROM_DAY)
    assert reader.cards(QUIET_DAY, QUIET_DAY) == ()
    assert reader.cards(POGROM_DAY, POGROM_DAY)[0].id == post_id


def test_the_last_day_is_that_of_the_latest_post(session, reader):
    assert reader.last_day() is None
    last = ready_post(session, day=QUIET_DAY)
    ready_post(session, day=POGROM_DAY)
    assert reader.last_day() == QUIET_DAY
    cancel_posts(session, post_ids=[last])
    assert reader.last_day() == POGROM_DAY


def test_the_nearest_day_with_posts_is_one_to_come_else_the_last_before(session, reader):
    assert reader.nearest_day(QUIET_DAY, QUIET_DAY) is None
    post_id = ready_post(session, day=POGROM_DAY)
    assert reader.nearest_day(QUIET_DAY, QUIET_DAY) == POGROM_DAY
    later = QUIET_DAY + timedelta(days=30)
    ready_post(session, day=later)
    assert reader.nearest_day(QUIET_DAY, QUIET_DAY) == later
    assert reader.nearest_day(QUIET_DAY, later) == POGROM_DAY
    cancel_posts(session, post_ids=[post_id])
    assert reader.nearest_day(QUIET_DAY, later) is None


def test_flags_before_a_drop_are_those_of_the_hour_that_is_aimed_at(session, reader):
    post_id = ready_post(session)

    def at(*clock):
        return {flag.rule for flag in reader.hover_flags(post_id, GERMANY, QUIET_DAY, *clock)}

    assert any(rule.startswith("timing.") for rule in at(time(3)) - at())


def test_the_hours_of_a_day_are_known_for_each_market(reader):
    hours = reader.hours(QUIET_DAY)
    assert set(hours) == {GERMANY, FRANCE}
    assert hours[GERMANY].unattended is None


def test_times_without_anybody_on_duty_come_with_the_days(session, reader):
    assert reader.days(QUIET_DAY, QUIET_DAY).gaps == {}
    act_as(session, MARC)
    week = Week(DutyId("w"), LENA, GERMANY, time(9), time(18), "Europe/Berlin")
    save_duty(session, duty=[week])
    gaps = reader.days(QUIET_DAY, QUIET_DAY).gaps
    assert gaps == {(GERMANY, QUIET_DAY): "Nobody 08:00–09:00, 18:00–20:00"}
