"""What waits for the answer of one person."""

from app.commands.comments import add_comment, resolve_comment
from app.commands.for_me import NoticeKind
from app.commands.suggestions import suggest_edit
from tests.builders.calendars import LENA, MARC, NORA, act_as, ready_post


def test_comments_that_name_me_and_edits_suggested_to_me_wait_newest_first(session, reader):
    post_id = ready_post(session)
    act_as(session, NORA)
    add_comment(session, post_id=post_id, text="@Lena Brandt, is it warm?")
    act_as(session, MARC)
    suggest_edit(
        session, post_id=post_id, base_revision=2, fields={"text": "Kurz."}, note="Shorter"
    )
    waiting = reader.for_me(LENA)
    assert {(one.kind, one.name, one.who, one.words) for one in waiting} == {
        (NoticeKind.SUGGESTION, "DE-0001", MARC, "Shorter"),
        (NoticeKind.COMMENT, "DE-0001", NORA, "@Lena Brandt, is it warm?"),
    }
    assert reader.for_me(MARC) == ()


def test_what_is_answered_or_resolved_waits_no_longer(session, reader):
    answered, resolved = ready_post(session), ready_post(session)
    act_as(session, MARC)
    for post_id in (answered, resolved):
        add_comment(session, post_id=post_id, text="@Lena Brandt?")
    (said,) = reader.post(resolved).talk.comments
    resolve_comment(session, post_id=resolved, comment_id=said.id)
    act_as(session, LENA)
    add_comment(session, post_id=answered, text="Yes.")
    assert reader.for_me(LENA) == ()
