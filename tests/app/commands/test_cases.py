"""What the gate looks at, gathered from the calendar."""

from app.commands import cases
from app.commands.cases import approved_ids, gather
from app.commands.posts import duplicate_posts, edit_post
from app.commands.setting import Setting
from app.domain.flag import Severity
from app.domain.gate import refusals
from app.storage import posts
from tests.builders.calendars import LENA, MARC, NOW, approve_as, knowledge, only, ready_post
from tests.builders.domain import TEXT_CARRIER, flag


def test_a_case_holds_all_that_was_said_and_done(session, reader):
    post_id = ready_post(session)
    approve_as(session, reader, post_id)
    (post,) = posts.by_ids(session.engine, [post_id])
    (case,) = gather(
        session.engine,
        Setting.of(session.engine),
        knowledge(),
        [post],
        {},
        carrier=TEXT_CARRIER,
        now=NOW,
    )
    assert [edit.person for edit in case.edits] == [LENA, LENA]
    assert [decision.reviewer for decision in case.decisions] == [MARC]
    assert refusals(case) == ()


def test_who_edited_an_undecided_post_is_read_only_when_asked(session):
    copy = only(duplicate_posts(session, post_ids=[ready_post(session)]))
    found = posts.by_ids(session.engine, [copy])
    setting = Setting.of(session.engine)
    (quick,) = gather(session.engine, setting, knowledge(), found, {}, now=NOW)
    (whole,) = gather(session.engine, setting, knowledge(), found, {}, now=NOW, with_edits=True)
    assert (quick.edits, quick.inherited) == ((), frozenset())
    assert ([edit.person for edit in whole.edits], whole.inherited) == ([LENA], {LENA})


def test_only_versions_that_stand_approved_are_named(session, reader):
    first, second = ready_post(session), ready_post(session, text="Noch ungelesen, aber fertig.")
    approve_as(session, reader, first)
    found = posts.by_ids(session.engine, [first, second])
    assert approved_ids(session.engine, knowledge(), found) == {first}
    edit_post(session, post_id=first, base_revision=found[0].revision, changes={"text": "Neu"})
    found = posts.by_ids(session.engine, [first, second])
    assert approved_ids(session.engine, knowledge(), found) == set()


def test_stored_flags_tell_what_stands_approved_and_only_others_are_worked_out(
    session, reader, monkeypatch
):
    first, second = ready_post(session), ready_post(session, text="Auch fertig und freigegeben.")
    for post_id in (first, second):
        approve_as(session, reader, post_id)
    found = posts.by_ids(session.engine, [first, second])
    worked_out = []

    def present(_engine, _setting, _knowledge, some):
        worked_out.extend(post.id for post in some)
        return dict.fromkeys((post.id for post in some), ())

    monkeypatch.setattr(cases, "present_flags", present)
    unanswered = {first: (flag(severity=Severity.CAUTION),)}
    assert approved_ids(session.engine, knowledge(), found, unanswered) == {second}
    assert worked_out == [second]
