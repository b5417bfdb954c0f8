"""What an owner decides about approvals and about how grave the rules' findings are."""

import pytest

from app.commands.policy import choose_severities, save_policy
from app.commands.setting import Setting
from app.domain.flag import Severity
from app.domain.market import MarketId
from app.domain.policy import Policy
from app.domain.severity_rule import EVERY_MARKET
from app.errors import InvalidInputError, MissingError, RefusedError
from tests.builders.calendars import (
    FRANCE,
    GERMANY,
    LENA,
    MARC,
    NORA,
    POGROM_DAY,
    act_as,
    approve_as,
    ready_post,
)

REASON = "We have talked about it"
EVERYWHERE = {EVERY_MARKET: Severity.NOTE}


def flags_of(reader, post_id):
    return {flag.rule: flag.severity for flag in reader.post(post_id).flags}


def is_approved(reader, post_id):
    return reader.post(post_id).card.is_approved


@pytest.mark.parametrize("by", [LENA, MARC])
def test_only_an_owner_changes_the_policy(session, by):
    act_as(session, by)
    with pytest.raises(RefusedError, match="Only an owner"):
        save_policy(session, policy=Policy(2), reason=REASON)
    with pytest.raises(RefusedError, match="Only an owner"):
        choose_severities(session, rule="timing", choices=EVERYWHERE, reason=REASON)


@pytest.mark.parametrize(
    ("policy", "reason"), [(Policy(2), "so"), (Policy(4), REASON), (Policy(0), REASON)]
)
def test_one_to_three_people_approve_a_stop_and_the_reason_is_kept(session, policy, reason):
    act_as(session, NORA)
    with pytest.raises(InvalidInputError):
        save_policy(session, policy=policy, reason=reason)
    save_policy(session, policy=Policy(3), reason=REASON)
    assert Setting.of(session.engine).policy == Policy(3)


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"reason": "ok"}, InvalidInputError),
        ({"rule": "timing.tea"}, MissingError),
        ({"rule": "hold"}, RefusedError),
        ({"rule": "hold.active"}, RefusedError),
        ({"choices": {EVERY_MARKET: Severity.BLOCKED}}, InvalidInputError),
        ({"choices": {MarketId("Atlantis"): Severity.NOTE}}, MissingError),
    ],
)
def test_a_severity_that_cannot_be_is_refused(session, changes, error):
    act_as(session, NORA)
    usual = {"rule": "timing", "choices": EVERYWHERE, "reason": REASON}
    with pytest.raises(error):
        choose_severities(session, **{**usual, **changes})
    assert Setting.of(session.engine).team.severities == ()


def choose(session, severity, market=GERMANY):
    act_as(session, NORA)
    choose_severities(session, rule="day.solemn", choices={market: severity}, reason=REASON)


def test_a_choice_reaches_the_flags_of_its_market_and_can_be_taken_back(session, reader):
    post_id = ready_post(session, day=POGROM_DAY)
    choose(session, Severity.CAUTION)
    assert flags_of(reader, post_id)["day.solemn"] is Severity.CAUTION
    choose(session, Severity.NOTE, FRANCE)
    assert flags_of(reader, post_id)["day.solemn"] is Severity.CAUTION
    choose(session, None)
    assert flags_of(reader, post_id)["day.solemn"] is Severity.STOP


def test_lowering_voids_no_approval_and_raising_ends_those_that_have_not_seen_it(session, reader):
    post_id = ready_post(session, day=POGROM_DAY)
    approve_as(session, reader, post_id)
    choose(session, Severity.CAUTION)
    assert is_approved(reader, post_id)
    approve_as(session, reader, post_id)
    choose(session, None)
    assert not is_approved(reader, post_id)
    choose(session, Severity.CAUTION)
    assert is_approved(reader, post_id)
