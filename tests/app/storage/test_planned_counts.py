"""How many posts are still to come, counted once and followed from there on."""

from collections import deque
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.storage import planned, planned_counts, posts
from app.storage.audit import head
from tests.app.storage.ground import FR, MONDAY, NOW, SPRING, desk_in_memory


@pytest.fixture(autouse=True)
def small_slices(monkeypatch):
    """So that a few posts already stand in several slices, and nothing is known of them."""
    monkeypatch.setattr(planned, "SLICE", 2)
    planned_counts._KNOWN.clear()  # noqa: SLF001


def anew(engine, now=NOW):
    """Return what is counted where nothing was counted before."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(planned_counts, "_KNOWN", deque())
        return planned_counts.counted(engine, now)


@pytest.fixture
def whole(monkeypatch):
    """How often all posts were looked at."""
    look, times = planned_counts._anew, []  # noqa: SLF001
    monkeypatch.setattr(planned_counts, "_anew", lambda *given: times.append(1) or look(*given))
    return times


def test_what_is_to_come_is_counted_by_channel_and_campaign(engine, plan):
    assert planned_counts.counted(engine, NOW) == {
        ("de-ig", ""): 1,
        ("fr-ig", ""): 2,
        ("de-ig", "spring"): 4,
    }


def test_nothing_to_come_counts_nothing(engine):
    assert not planned_counts.counted(engine, NOW)


steps = st.lists(
    st.tuples(
        st.sampled_from(["create", "move", "cancel", "campaign", "wait"]),
        st.integers(0, 9),
        st.sampled_from([None, *range(-2, 9)]),
    ),
    max_size=12,
)


@given(steps)
def test_what_is_followed_is_what_is_counted_anew(team_file, steps):
    with desk_in_memory(team_file) as desk:
        now, made = NOW, []
        for what, which, days in steps:
            local = None if days is None else now.replace(tzinfo=None) + timedelta(days=days)
            if what == "create" or not made:
                made.append(desk.create(local=local, **(FR if which % 2 else SPRING)).id)
            elif what == "wait":
                now += timedelta(days=which)
            else:
                (post,) = posts.by_ids(desk.engine, [made[which % len(made)]])
                changes = {"move": {"local": local}, "cancel": {"cancelled": not post.cancelled}}
                desk.edit("ana", post, **changes.get(what, {"campaign": str(which)}))
            if which % 3:  # of what is done in between several changes are followed at once
                assert planned_counts.counted(desk.engine, now) == anew(desk.engine, now)
        assert planned_counts.counted(desk.engine, now) == anew(desk.engine, now)


def test_only_what_has_changed_is_looked_at_again_unless_that_is_much(
    desk, engine, plan, whole, monkeypatch
):
    planned_counts.counted(engine, NOW)
    desk.edit("ana", plan[2], campaign="autumn")
    desk.edit("ana", plan[3], local=None)
    assert planned_counts.counted(engine, NOW)["de-ig", "autumn"] == 1
    assert whole == [1]
    monkeypatch.setattr(planned_counts, "MOST_FOLLOWED", 1)
    for post in posts.by_ids(engine, [plan[2].id, plan[3].id]):
        desk.edit("ana", post, campaign="winter")
    assert planned_counts.counted(engine, NOW)["de-ig", "winter"] == 2
    assert whole == [1, 1]


def test_an_earlier_day_and_another_calendar_are_counted_anew(desk, engine, plan, whole, team_file):
    planned_counts.counted(engine, NOW)
    earlier = NOW - timedelta(days=3)
    assert planned_counts.counted(engine, earlier) == anew(engine, earlier)
    with desk_in_memory(team_file) as other:
        other.create(local=MONDAY)
        assert planned_counts.counted(other.engine, NOW) == anew(other.engine, NOW)


def test_what_was_counted_while_somebody_wrote_is_not_kept(desk, engine, plan, monkeypatch):
    look = planned_counts._anew  # noqa: SLF001

    def looking(*given):
        found = look(*given)
        desk.create(local=MONDAY)
        return found

    monkeypatch.setattr(planned_counts, "_anew", looking)
    planned_counts.counted(engine, NOW)
    assert head(engine) not in [one.head for one in planned_counts._KNOWN]  # noqa: SLF001
    monkeypatch.undo()
    assert planned_counts.counted(engine, NOW) == anew(engine, NOW)
