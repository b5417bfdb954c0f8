"""Exports: only what another person approved as it is, and what a crash leaves behind."""

import csv
import json
from dataclasses import replace
from datetime import timedelta

import pytest

from app.commands import exports
from app.commands.decisions import withdraw
from app.commands.exports import export_posts, recover_exports
from app.commands.holds import place_hold
from app.commands.people import choose_person
from app.commands.posts import edit_post, move_posts
from app.commands.verifying import findings_of
from app.commands.views import Stage
from app.domain.hold import Scope
from app.errors import InvalidInputError, RefusedError
from app.exchange import folder as export_folder
from app.storage import audit
from app.storage import exports as ledger
from tests.builders.calendars import (
    BREAD,
    FR_FACEBOOK,
    FRANCE,
    GERMANY,
    MARC,
    NORA,
    NOW,
    QUIET_DAY,
    act_as,
    approve_as,
    ready_post,
)

PAIN = "Notre pain de seigle au levain sort du four ce matin, venez le goûter."


@pytest.fixture
def approved(session, reader):
    post_id = ready_post(session)
    approve_as(session, reader, post_id)
    return post_id


def export(session, folder, **changes):
    request = {
        "preset": "buffer",
        "first": QUIET_DAY,
        "last": QUIET_DAY + timedelta(days=7),
        "market_ids": [GERMANY, FRANCE],
        "folder": folder,
    } | changes
    return export_posts(session, **request)


def texts_in(folder):
    return [
        row["Text"]
        for path in sorted(folder.rglob("*.csv"))
        for row in csv.DictReader(path.read_text("utf-8-sig").splitlines())
    ]


def test_the_files_hold_exactly_the_approved_posts(session, reader, approved, tmp_path):
    ready_post(session, text=BREAD + " Ungelesen!")
    french = ready_post(session, text=PAIN, channel=FR_FACEBOOK)
    approve_as(session, reader, french)
    outcome = export(session, tmp_path).outcome
    assert sorted(texts_in(tmp_path)) == sorted([BREAD, PAIN])
    assert (outcome.post_count, outcome.left_in, len(outcome.files)) == (2, 1, 2)


def test_the_preview_says_the_same_as_the_export(session, reader, approved, tmp_path):
    unread = ready_post(session, text=BREAD + " Ungelesen!")
    preview = reader.preview_export(
        preset="buffer", first=QUIET_DAY, last=QUIET_DAY, market_ids=[GERMANY], now=NOW
    )
    assert {one.card.id: one.leaves for one in preview} == {approved: True, unread: False}
    (stays,) = [one for one in preview if not one.leaves]
    assert stays.reasons == ("Nobody has approved it yet: open it in Review.",)


def test_nothing_approved_writes_nothing(session, tmp_path):
    ready_post(session)
    with pytest.raises(RefusedError, match="Nothing may leave"):
        export(session, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_the_manifest_names_who_approved_and_the_head_before(session, approved, tmp_path):
    head = audit.head(session.engine)
    folder = export(session, tmp_path).outcome.folder
    manifest = json.loads((tmp_path / folder / "manifest.json").read_text("utf-8"))
    assert manifest["audit_head_before"] == head.hash
    (row,) = manifest["rows"]
    assert "Marc Fournier" in json.dumps(row["approvals"])
    assert findings_of(tmp_path / folder) == ()
    (record,) = ledger.exports(session.engine)
    assert record.head_before == head


def test_an_exported_post_stays_in_until_it_was_taken_out_there(
    session, reader, approved, tmp_path
):
    export(session, tmp_path)
    (card,) = reader.cards_of([approved])
    assert card.stage is Stage.QUEUED
    assert card.hand_over is not None
    with pytest.raises(RefusedError, match="Nothing may leave"):
        export(session, tmp_path, now=NOW + timedelta(minutes=1))


def test_a_post_that_moved_after_the_export_says_that_the_old_one_is_queued(
    session, reader, approved, tmp_path
):
    export(session, tmp_path)
    move_posts(session, post_ids=[approved], to_day=QUIET_DAY + timedelta(days=2))
    (card,) = reader.cards_of([approved])
    assert card.hand_over_differs


@pytest.mark.parametrize("change", ["text", "day", "no", "hold", "past"])
def test_what_happens_after_the_approval_keeps_the_post_in(
    session, reader, approved, tmp_path, change
):
    view = reader.post(approved)
    now = NOW
    if change == "text":
        edit_post(
            session,
            post_id=approved,
            base_revision=view.post.revision,
            changes={"text": BREAD + "!"},
        )
    elif change == "day":
        move_posts(session, post_ids=[approved], to_day=QUIET_DAY + timedelta(days=1))
    elif change == "no":
        act_as(session, NORA)
        withdraw(session, post_id=approved, fingerprint=view.post.fingerprint, note="Price")
    elif change == "hold":
        place_hold(session, scope=Scope.EVERYTHING, target="", reason="Accident")
    else:
        now = NOW + timedelta(days=60)
    with pytest.raises(RefusedError, match="Nothing may leave"):
        export(session, tmp_path, now=now)
    assert texts_in(tmp_path) == []


def test_a_field_that_buffer_does_not_carry_keeps_the_post_in(session, reader, tmp_path):
    linked = ready_post(session, link="https://solvane.example/de")
    approve_as(session, reader, linked)
    preview = reader.preview_export(
        preset="buffer", first=QUIET_DAY, last=QUIET_DAY, market_ids=[GERMANY], now=NOW
    )
    assert preview[0].reasons == (
        "This format does not carry the field “link”: empty it, or export in another format.",
    )


def test_a_folder_that_cannot_be_written_records_nothing(session, approved, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("I am no folder")
    with pytest.raises(InvalidInputError):
        export(session, blocked)
    assert ledger.exports(session.engine) == ()


def crash_before(monkeypatch, step):
    def crash(*_arguments, **_facts):
        raise KeyboardInterrupt

    monkeypatch.setattr(export_folder, step, crash)


def test_a_crash_after_the_ledger_is_finished_later(session, approved, tmp_path, monkeypatch):
    crash_before(monkeypatch, "finish")
    with pytest.raises(KeyboardInterrupt):
        export(session, tmp_path)
    monkeypatch.undo()
    (said,) = recover_exports(session)
    assert said.startswith("An interrupted export was finished")
    assert texts_in(tmp_path) == [BREAD]
    assert not list(tmp_path.glob("*.part"))


def edited(session, post_id):
    edit_post(session, post_id=post_id, base_revision=2, changes={"text": "Neu"})


def held(session, _post_id):
    place_hold(session, scope=Scope.EVERYTHING, target="", reason="Accident")


@pytest.mark.parametrize("change", [edited, held])
def test_recovery_asks_the_gate_again(session, approved, tmp_path, monkeypatch, change):
    crash_before(monkeypatch, "finish")
    with pytest.raises(KeyboardInterrupt):
        export(session, tmp_path)
    monkeypatch.undo()
    change(session, approved)
    (said,) = recover_exports(session)
    assert said.startswith("An interrupted export was removed")
    assert texts_in(tmp_path) == []
    (hand_over,) = ledger.hand_overs_of(session.engine, [approved])[approved]
    assert hand_over.is_closed


def test_whoever_acts_next_finishes_what_a_crash_left(session, approved, tmp_path, monkeypatch):
    crash_before(monkeypatch, "finish")
    with pytest.raises(KeyboardInterrupt):
        export(session, tmp_path)
    monkeypatch.undo()
    assert "An interrupted export was finished" in choose_person(session, person_id=MARC).label
    assert texts_in(tmp_path) == [BREAD]


def test_a_crash_before_the_ledger_leaves_nothing(session, approved, tmp_path, monkeypatch):
    monkeypatch.setattr(export_folder, "discard", lambda _staged: None)

    def crash(*_arguments, **_facts):
        raise KeyboardInterrupt

    monkeypatch.setattr(exports.exports, "record_export", crash)
    with pytest.raises(KeyboardInterrupt):
        export(session, tmp_path)
    monkeypatch.undo()
    assert len(list(tmp_path.glob("*.part"))) == 1
    (said,) = recover_exports(session)
    assert "removed" in said
    assert not list(tmp_path.glob("*.part"))


def test_a_sample_marks_all_that_it_exports(session, approved, tmp_path, monkeypatch):
    facts = exports.calendar.calendar_facts(session.engine)
    monkeypatch.setattr(
        exports.calendar, "calendar_facts", lambda _engine: replace(facts, is_sample=True)
    )
    outcome = export(session, tmp_path).outcome
    assert "SAMPLE" in outcome.folder
    assert all("SAMPLE" in name for name in outcome.files)
