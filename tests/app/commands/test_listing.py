"""Posts as a list shows them."""

from datetime import time

from app.commands.assignments import assign_review
from app.commands.posts import edit_post, put_in_tray
from app.domain.person import NOBODY
from tests.builders.calendars import FRANCE, GERMANY, MARC, POGROM_DAY, QUIET_DAY, ready_post


def test_a_list_says_labels_and_who_is_asked_to_decide(session, reader):
    asked, other = (
        ready_post(session),
        ready_post(session, "Tee", clock=time(12), labels=("Winter", "Sale")),
    )
    assign_review(session, post_id=asked, assignee=MARC)
    first, second = reader.listed(QUIET_DAY, QUIET_DAY)
    assert (first.card.id, first.reviewer, first.labels) == (asked, MARC, ())
    assert (second.card.id, second.reviewer, second.labels) == (other, NOBODY, ("Winter", "Sale"))


def test_a_list_holds_the_cards_of_its_days_and_no_other(session, reader):
    shown, tray = ready_post(session), ready_post(session, "Tee")
    ready_post(session, day=POGROM_DAY)
    put_in_tray(session, post_ids=[tray])
    assert [one.card for one in reader.listed(QUIET_DAY, QUIET_DAY)] == list(
        reader.cards_of([shown])
    )


def test_some_cells_are_read_alone(session, reader):
    post = ready_post(session)
    view = reader.post(post)
    edit_post(session, post_id=post, base_revision=view.post.revision, changes={"labels": ("New",)})
    (found,) = reader.listed_in([(GERMANY, QUIET_DAY), (FRANCE, QUIET_DAY)])
    assert found.labels == ("New",)
