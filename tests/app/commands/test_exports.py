"""Exports: only what another person approved as it is, and what a crash leaves behind."""

import csv
import errno
import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from app.commands import exports
from app.commands.decisions import withdraw
from app.commands.exports import confirm_taken_out, export_posts
from app.commands.holds import place_hold
from app.commands.posts import back_to_draft, edit_post
from app.commands.recovery import recover_exports
from app.commands.verifying import findings_of
from app.commands.views import Stage
from app.domain.hold import Scope
from app.domain.post import Content, Post, PostId
from app.errors import BusyError, InvalidInputError, RefusedError
from app.exchange import folder as export_folder
from app.exchange.manifest import digest
from app.storage import audit
from app.storage import exports as ledger
from app.storage.calendar import note_knowledge
from tests.builders.calendars import (
    BREAD,
    DE_INSTAGRAM,
    FR_FACEBOOK,
    FRANCE,
    GERMANY,
    NORA,
    NOW,
    QUIET_DAY,
    act_as,
    approve_as,
    ready_post,
)
from tests.builders.moves import move_posts

PAIN = "Notre pain de seigle au levain sort du four ce matin, venez le goûter."


def export(session, folder, now=NOW, **changes):
    session.clock = lambda: now
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


def test_a_draft_is_told_one_thing_to_do(session, reader):
    back_to_draft(session, post_ids=[ready_post(session)])
    (draft,) = reader.preview_export(
        preset="buffer", first=QUIET_DAY, last=QUIET_DAY, market_ids=[GERMANY], now=NOW
    )
    assert draft.reasons == ("It is still a draft: mark it as ready for review.",)


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


def test_the_ledger_holds_the_manifest_that_was_meant_whatever_the_disk_says(
    session, approved, tmp_path, monkeypatch
):
    stage = export_folder.stage

    def forged(*arguments, **facts):
        staged = stage(*arguments, **facts)
        (staged.part / "manifest.json").write_bytes(b"{}")
        return staged

    monkeypatch.setattr(export_folder, "stage", forged)
    outcome = export(session, tmp_path).outcome
    (record,) = ledger.exports(session.engine)
    assert record.manifest_sha != digest(b"{}")
    assert findings_of(tmp_path / outcome.folder, calendar=session.engine.path)


def test_a_finished_export_is_remembered_no_longer(session, approved, tmp_path):
    export(session, tmp_path)
    assert ledger.unfinished(session.engine) == ()


def test_an_export_that_failed_is_remembered_no_longer(session, tmp_path):
    ready_post(session)
    with pytest.raises(RefusedError, match="Nothing may leave"):
        export(session, tmp_path)
    assert ledger.unfinished(session.engine) == ()


def test_an_export_that_cannot_get_its_name_is_kept_and_says_so(
    session, approved, tmp_path, monkeypatch
):
    def refuse(path, new):
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(RefusedError, match="will be finished") as refused:
        export(session, tmp_path)
    (part,) = tmp_path.glob("*.part")
    assert str(part) in str(refused.value)
    assert "choose another" not in str(refused.value)
    monkeypatch.undo()
    (said,) = recover_exports(session)
    assert said.startswith("An interrupted export was finished")
    assert texts_in(tmp_path) == [BREAD]


def test_a_slow_calendar_does_not_fail_an_export_that_is_done(
    session, approved, tmp_path, monkeypatch
):
    def busy(*_arguments):
        raise BusyError

    monkeypatch.setattr(exports.exports, "drop_unfinished", busy)
    export(session, tmp_path)
    monkeypatch.undo()
    assert recover_exports(session) == ()
    assert ledger.unfinished(session.engine) == ()
    (hand_over,) = ledger.hand_overs_of(session.engine, [approved])[approved]
    assert not hand_over.is_closed


def test_a_clock_that_is_behind_exports_nothing(session, approved, tmp_path):
    with pytest.raises(RefusedError, match=r"The clock of this computer is wrong: .* set the"):
        export(session, tmp_path, now=NOW - timedelta(minutes=11))
    assert list(tmp_path.glob("*Countersign*")) == []
    export(session, tmp_path, now=NOW - timedelta(minutes=9))


def test_a_newer_countersign_that_comes_meanwhile_keeps_this_one_from_exporting(
    session, approved, tmp_path
):
    with session.writing() as stamp:
        note_knowledge(session.engine, stamp, knowledge="999.abc", rules="1.abc")
    with pytest.raises(RefusedError, match="newer Countersign"):
        export(session, tmp_path)
    assert list(tmp_path.glob("*Countersign*")) == []


def test_whether_this_program_is_new_enough_is_asked_under_the_lock(
    session, approved, tmp_path, monkeypatch
):
    asked = []
    check = exports.check_not_older

    def watched(engine, knowledge):
        asked.append(engine.connection.in_transaction)
        check(engine, knowledge)

    monkeypatch.setattr(exports, "check_not_older", watched)
    export(session, tmp_path)
    assert asked == [True]


@pytest.mark.parametrize("day", [datetime(1, 1, 1, 0, 10), datetime(9999, 12, 31, 23, 30)])
def test_a_post_at_the_end_of_time_stays_in_and_stops_nothing(session, approved, tmp_path, day):
    content = Content(GERMANY, DE_INSTAGRAM, "de", "Europe/Berlin", local=day, text=BREAD)
    far = Post(PostId("far"), number=0, content=content)
    session.write("Create", [far], [far])
    outcome = export(session, tmp_path, first=date.min, last=date.max).outcome
    assert (outcome.post_count, outcome.left_in) == (1, 1)


def test_a_confirmed_post_is_free_to_leave_again(session, reader, approved, tmp_path):
    export(session, tmp_path)
    changes = confirm_taken_out(session, post_id=approved, reason=" Deleted in Buffer ")
    assert changes.posts == {approved}
    assert reader.cards_of([approved])[0].hand_over is None
    (closed,) = session.engine.read("SELECT reason FROM hand_over_closed")
    assert closed == {"reason": "Deleted in Buffer"}
    export(session, tmp_path, now=NOW + timedelta(minutes=1))


def test_a_confirmation_wants_a_word_and_a_post_that_is_queued(session, approved, tmp_path):
    with pytest.raises(RefusedError, match="not queued anywhere"):
        confirm_taken_out(session, post_id=approved, reason="Deleted")
    export(session, tmp_path)
    with pytest.raises(InvalidInputError, match="Write where and how"):
        confirm_taken_out(session, post_id=approved, reason=" ")


def test_a_sample_marks_all_that_it_exports(session, approved, tmp_path, monkeypatch):
    facts = exports.calendar.calendar_facts(session.engine)
    monkeypatch.setattr(
        exports.calendar, "calendar_facts", lambda _engine: replace(facts, is_sample=True)
    )
    outcome = export(session, tmp_path).outcome
    assert "SAMPLE" in outcome.folder
    assert all("SAMPLE" in name for name in outcome.files)
