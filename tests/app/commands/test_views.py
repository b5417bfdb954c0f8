"""Plain values for screens."""

from app.commands.cards import card_of
from app.commands.views import Candidate
from app.domain.flag import Severity
from tests.builders.domain import case, flag, post


def card(**facts):
    one = case(**facts)
    return card_of(one, {one.post.id: one.flags})


def test_a_tick_is_shown_only_where_the_approval_stands_and_the_post_is_ready():
    assert card().is_approved
    assert not card(decisions=()).is_approved
    assert not card(post=post(ready=False)).is_approved


def test_the_severity_of_a_card_is_that_of_its_worst_flag():
    assert card().severity is None
    flags = (flag(Severity.STOP), flag(Severity.NOTE, "n"))
    assert card(flags=flags).severity is Severity.STOP


def test_a_card_knows_its_cell():
    assert card().cell == ("m-de", post().content.day)
    assert card(post=post(local=None)).cell == ("m-de", None)


def test_a_candidate_leaves_only_without_a_reason_against_it():
    assert Candidate(card(), ()).leaves
    assert not Candidate(card(), ("Nobody has approved it yet.",)).leaves
