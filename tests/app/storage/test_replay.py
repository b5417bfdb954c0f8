"""What was decided and handed over in the past is asked again."""

from contextlib import contextmanager
from dataclasses import replace

import pytest

from app.domain.canonical import canonical_json
from app.domain.decision import Verdict
from app.domain.suggestion import Answer
from app.storage import replay
from app.storage.audit import head, record
from app.storage.replay import wrong_answers, wrong_decisions, wrong_hand_overs, wrong_settings
from app.storage.verification import verify
from tests.app.storage.ground import DIGEST

AT = "2026-11-01T12:00:00.000Z"


@contextmanager
def without(engine, trigger):
    """Let something in that the guard of the file would refuse, then put the guard back."""
    engine.connection.set_authorizer(None)
    (row,) = engine.read("SELECT sql FROM sqlite_master WHERE name = :name", name=trigger)
    engine.connection.execute(f"DROP TRIGGER {trigger}")
    yield
    engine.connection.execute(row["sql"])


def approve(desk, post, who, **changes):
    row = {
        "post_id": post.id,
        "revision": post.revision,
        "fingerprint": post.fingerprint,
        "verdict": "approve",
        "reviewer": who,
        "at": AT,
        "note": "",
        "seen": "[]",
        "remembrance": 0,
        "shown": "[]",
        "required": 1,
        "knowledge": "",
        "rules": "",
    }
    record(desk.engine, desk.stamp(who), "approve", "decision", row | changes)


def test_what_the_guards_let_through_is_right(desk, engine, monkeypatch):
    monkeypatch.setattr(replay, "_SLICE", 2)
    for _ in range(5):
        post = desk.create()
        desk.decide("eva", post, Verdict.REFUSE)
        desk.decide("ben", post)
        desk.decide("eva", post)
        desk.export(post, name=f"export of {post.id}")
    assert list(wrong_decisions(engine)) == []
    assert list(wrong_hand_overs(engine)) == []


def test_an_approval_of_ones_own_work_shows(desk, engine):
    post = desk.create("ben")
    with without(engine, "decision_made"):
        approve(desk, post, "ben")
    assert list(wrong_decisions(engine)) == [f"decision:{post.id}@1"]


def test_an_approval_of_what_one_had_suggested_shows(desk, engine):
    post = desk.take_over("ana", desk.suggest("ben", desk.create(), text="By Ben"))
    with without(engine, "decision_suggested"):
        approve(desk, post, "ben")
    assert list(wrong_decisions(engine)) == [f"decision:{post.id}@2"]


def test_an_answer_that_was_not_ones_own_to_give_shows(desk, engine):
    post, other, third = desk.create(), desk.create(), desk.create()
    right = desk.suggest("ben", post, text="By Ben")
    desk.take_over("ana", right)
    own, taken = (desk.suggest("ben", one, text="By Ben") for one in (other, third))
    with without(engine, "suggestion_answered"):
        desk.take_over("ben", own)
        desk.answer("ana", taken, Answer.WITHDRAW)
    wrong = [f"suggestion_answer:{one.id}" for one in (own, taken)]
    assert list(wrong_answers(engine)) == wrong
    assert [finding.subject for finding in verify(engine)] == wrong


def test_an_acceptance_of_what_was_never_suggested_shows(desk, engine):
    post = desk.create()
    made = desk.suggest("ben", post, text="By Ben")
    desk.answer("ana", made, Answer.ACCEPT, revision=desk.edit("ana", post, text="By Ana").revision)
    assert list(wrong_answers(engine)) == [f"suggestion_answer:{made.id}"]


def test_an_answer_to_a_suggestion_for_another_post_shows(desk, engine):
    made = desk.suggest("ben", desk.create(), text="By Ben")
    with without(engine, "suggestion_answered"):
        desk.answer("ana", replace(made, post=desk.create().id), Answer.DECLINE)
    assert list(wrong_answers(engine)) == [f"suggestion_answer:{made.id}"]


def test_an_approval_of_another_content_shows(desk, engine):
    post = desk.create()
    with without(engine, "decision_made"):
        approve(desk, post, "ben", fingerprint=DIGEST)
    assert list(wrong_decisions(engine)) == [f"decision:{post.id}@1"]


@pytest.mark.parametrize("who", ["ana", "ghost"])
def test_a_decision_by_somebody_who_could_not_review_shows(desk, engine, who):
    post = desk.create()
    with without(engine, "decision_recorded"):
        approve(desk, post, who, verdict="refuse")
    assert list(wrong_decisions(engine)) == [f"decision:{post.id}@1"]


def hand_over(desk, post, export_id, decisions):
    row = {
        "export_id": export_id,
        "post_id": post.id,
        "revision": 1,
        "fingerprint": post.fingerprint,
        "decisions": canonical_json(decisions),
        "file": "x.csv",
        "file_row": 1,
        "instant": "2031-01-01T00:00:00.000Z",
    }
    record(desk.engine, desk.stamp("ana"), "hand over", "export_item", row)


@pytest.mark.parametrize("decisions", [[], [1], [1, 2, 3]])
def test_a_hand_over_that_names_no_approval_shows(desk, engine, decisions):
    post = desk.approved()
    export_id = desk.export()
    hand_over(desk, post, export_id, decisions)
    assert list(wrong_hand_overs(engine)) == [f"export_item:{export_id}@{post.id}"]


def test_a_hand_over_on_an_approval_that_a_no_had_ended_shows(desk, engine):
    post = desk.create()
    ended = desk.decide("ben", post)
    desk.decide("eva", post, Verdict.REFUSE)
    export_id = desk.export()
    with without(engine, "export_item_gate"):
        hand_over(desk, post, export_id, [ended.seq])
    assert list(wrong_hand_overs(engine)) == [f"export_item:{export_id}@{post.id}"]


def test_a_hand_over_on_fewer_approvals_than_were_asked_shows(desk, engine):
    post = desk.create()
    approve(desk, post, "ben", required=2)
    export_id = desk.export()
    with without(engine, "export_item_gate"):
        hand_over(desk, post, export_id, [head(engine).seq - 1])
    assert list(wrong_hand_overs(engine)) == [f"export_item:{export_id}@{post.id}"]


def test_settings_by_those_who_may_are_right(desk, engine):
    day = {"observance": "de-day", "market": "", "is_off": 1, "reason": "So"}
    record(engine, desk.stamp("ben"), "switch off", "day_switch", day)
    record(engine, desk.stamp("olga"), "save", "severity_rule", LOWERED)
    assert list(wrong_settings(engine)) == []


LOWERED = {"rule": "day", "market": "", "severity": "note", "reason": "So"}


@pytest.mark.parametrize(
    ("who", "table", "row"),
    [
        ("ana", "day_switch", {"observance": "de-day", "market": "", "is_off": 1, "reason": "So"}),
        ("ben", "severity_rule", LOWERED),
        ("ghost", "home_version", {"country": "DE", "reason": "So"}),
    ],
)
def test_a_setting_by_somebody_who_could_not_change_it_shows(desk, engine, who, table, row):
    with without(engine, f"{table}_recorded"):
        record(engine, desk.stamp(who), "save", table, row)
    (found,) = wrong_settings(engine)
    assert found.startswith(f"{table}:")
    assert found in {finding.subject for finding in verify(engine)}
