"""Under which version the flags of a post are stored."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from app.commands.days import save_days
from app.commands.flag_versions import besides, versions_of, with_names
from app.commands.setting import Setting
from app.domain.duty import DutyId, Roster, Shift
from app.domain.flag import Severity
from app.domain.observance import Tone
from app.domain.team_day import TeamDay
from app.risks.fact_versions import facts_version, version_of_day
from app.storage import posts
from tests.builders.calendars import (
    FR_INSTAGRAM,
    GERMANY,
    LENA,
    MARC,
    QUIET_DAY,
    act_as,
    knowledge,
    ready_post,
)

ZONE = "Europe/Berlin"
FIRE = TeamDay("team-fire", "The fire", "fixed 11-16", Tone.MOURNING, Severity.STOP, (GERMANY,))


def by_itself(setting, post):
    facts = knowledge().facts(*setting.of_post(post), team=setting.team)
    return version_of_day(facts_version(facts), facts, post.content.day)


def found(session):
    ids = [
        ready_post(session),
        ready_post(session, day=date(2027, 12, 14)),
        ready_post(session, channel=FR_INSTAGRAM),
    ]
    return posts.by_ids(session.engine, ids)


def on_duty(setting):
    day = (datetime.combine(QUIET_DAY, time(8)), datetime.combine(QUIET_DAY, time(20)))
    roster = Roster((Shift(DutyId("s"), LENA, GERMANY, *day, ZONE),))
    return replace(setting, team=replace(setting.team, roster=roster))


@pytest.mark.parametrize("decided", [lambda setting: setting, on_duty])
def test_each_post_has_the_version_of_its_channel_and_day(session, decided):
    written = found(session)
    setting = decided(Setting.of(session.engine))
    versions = versions_of(setting, knowledge(), written)
    assert {post_id: version.plain for post_id, version in versions.items()} == {
        post.id: by_itself(setting, post) for post in written
    }


def test_a_version_tells_of_the_days_ahead_and_of_the_days_that_a_text_names(session):
    act_as(session, MARC)
    before = Setting.of(session.engine)
    save_days(session, days=[FIRE])
    after = Setting.of(session.engine)
    post = found(session)[0].changed(text="Wir denken an The Fire.")
    then, now = (versions_of(setting, knowledge(), [post])[post.id] for setting in (before, after))
    ahead = (date(2028, 11, 16),)
    assert then.of(()) == then.of(ahead)
    assert now.of(()) != now.of(ahead)
    named = with_names(now, after, knowledge(), post)
    assert with_names(then, before, knowledge(), post) == then
    assert len({now.of(()), now.of(ahead), named.of(()), named.of(ahead)}) == 4
    assert {besides(named).of(()), besides(named).of(ahead)}.isdisjoint(
        {named.of(()), named.of(ahead)}
    )
