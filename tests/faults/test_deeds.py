"""Whatever people do one after the other, no screen shows a tick that the gate does not see."""

import random
from contextlib import closing, suppress
from datetime import timedelta

import pytest

from app.commands import decisions, holds, posts, suggestions
from app.commands.alike import edit_alike
from app.commands.cards import cards_of
from app.commands.cases import gather
from app.commands.flags import present_flags
from app.commands.reader import Reader
from app.commands.repeating import repeat_post
from app.commands.session import Session
from app.commands.setting import Setting
from app.domain.gate import review_refusals, sound_approvals
from app.domain.hold import Scope
from app.domain.post import PostId
from app.errors import AppError
from app.storage import posts as kept
from app.storage.audit import verify
from tests.builders.calendars import (
    BREAD,
    DE_INSTAGRAM,
    DE_PUSH,
    FR_INSTAGRAM,
    LENA,
    MARC,
    NORA,
    NOW,
    POGROM_DAY,
    QUIET_DAY,
    act_as,
    approve_as,
    reader_of,
    ready_post,
    team_session,
)
from tests.builders.moves import adapt_posts, move_posts
from tests.builders.stored import all_post_ids
from tests.faults.scale import times

TEXTS = (BREAD, "Zehn Brote warten heute auf euch.", "Jetzt kaufen und 20 % sparen!")
DAYS = (QUIET_DAY, QUIET_DAY + timedelta(days=1), POGROM_DAY)
MOST_POSTS = 10


class Team:
    """People who do one thing after the other, as chance has it."""

    def __init__(self, session: Session, reader: Reader, seed: int) -> None:
        self.session, self.reader = session, reader
        self.chance = random.Random(seed)
        self.deeds = [
            *(self.edit, self.alike, self.move, self.ready, self.cancel, self.bring_back),
            *(self.adapt, self.repeat, self.suggest, self.answer, self.restore, self.restore),
            *(self.undo, self.redo, self.approve, self.approve, self.refuse, self.hold, self.lift),
        ]

    def ids(self) -> list[PostId]:
        return all_post_ids(self.session.engine)

    def any_post(self):
        return kept.by_ids(self.session.engine, [self.chance.choice(self.ids())])[0]

    def text(self) -> dict[str, str]:
        return {"text": self.chance.choice(TEXTS)}

    def act(self) -> None:
        if self.chance.random() < 0.4:
            act_as(self.session, self.chance.choice((LENA, MARC, NORA)))
        with suppress(AppError):
            self.chance.choice(self.deeds)(self.any_post())

    def edit(self, post):
        facts = {"base_revision": post.revision, "changes": self.text()}
        posts.edit_post(self.session, post_id=post.id, **facts)

    def alike(self, post):
        others = {one.card.id: one.card.revision for one in self.reader.alike(post.id, {"text"})}
        facts = {"base_revision": post.revision, "changes": self.text(), "others": others}
        edit_alike(self.session, post_id=post.id, **facts)

    def move(self, post):
        move_posts(self.session, post_ids=[post.id], to_day=self.chance.choice(DAYS))

    def ready(self, _post):
        posts.mark_ready(self.session, post_ids=self.ids())

    def cancel(self, post):
        posts.cancel_posts(self.session, post_ids=[post.id])

    def bring_back(self, _post):
        posts.bring_back_posts(self.session, post_ids=self.ids())

    def adapt(self, post):
        channel = self.chance.choice((DE_PUSH, FR_INSTAGRAM))
        if len(self.ids()) < MOST_POSTS:
            adapt_posts(self.session, post_ids=[post.id], to=channel)

    def repeat(self, post):
        if len(self.ids()) < MOST_POSTS:
            repeat_post(self.session, post_id=post.id, days=DAYS[1:2])

    def suggest(self, post):
        facts = {"base_revision": post.revision, "fields": self.text()}
        suggestions.suggest_edit(self.session, post_id=post.id, **facts)

    def answer(self, post):
        for one in self.reader.post(post.id).talk.suggestions:
            suggestions.accept_suggestion(self.session, post_id=post.id, suggestion_id=one.id)

    def restore(self, post):
        older = self.chance.randint(1, post.revision)
        facts = {"base_revision": post.revision, "revision": older}
        posts.restore_version(self.session, post_id=post.id, **facts)

    def undo(self, _post):
        self.session.undo()

    def redo(self, _post):
        self.session.redo()

    def approve(self, _post):
        reviewer = self.chance.choice((MARC, NORA))
        for post_id in self.ids():
            with suppress(AppError):
                approve_as(self.session, self.reader, post_id, by=reviewer)

    def refuse(self, post):
        facts = {"fingerprint": post.fingerprint, "note": "No"}
        decisions.refuse(self.session, post_id=post.id, **facts)

    def hold(self, _post):
        holds.place_hold(self.session, scope=Scope.CHANNEL, target=DE_INSTAGRAM, reason="Storm")

    def lift(self, _post):
        for one in Setting.of(self.session.engine).holds:
            if one.is_active:
                holds.lift_hold(self.session, hold_id=one.id, reason="Over")


def wrote_it(engine, case, approval):
    """Tell whether the giver brought in the words that nobody else has ever approved."""
    words, versions = case.post.content.text, kept.versions(engine, case.post.id)
    before = [one for one in versions if one.seq < approval.seq]
    told = [""] + [one.content.text for one in before]
    writers = {
        one.editor
        for one, last in zip(before, told, strict=False)
        if last != words == one.content.text
    }
    same = {one.fingerprint for one in versions if one.content.text == words}
    others = {d.reviewer for d in case.decisions if d.is_approval and d.fingerprint in same}
    return approval.reviewer in writers and others == {approval.reviewer}


@pytest.mark.parametrize("seed", range(times(2, 60)))
def test_no_card_is_ticked_that_the_gate_refuses_and_nobody_approved_their_own_words(
    tmp_path, seed
):
    path = tmp_path / "team.countersign"
    with closing(team_session(path)) as session, closing(reader_of(path)) as reader:
        ready_post(session), ready_post(session, text=TEXTS[1])
        team, engine, ticks = Team(session, reader, seed), session.engine, 0
        team.approve(None)
        for number in range(40):
            if number:
                team.act()
            setting, found = Setting.of(engine), kept.by_ids(engine, team.ids())
            flags = present_flags(engine, setting, session.knowledge, found)
            cases = gather(engine, setting, session.knowledge, found, flags, now=NOW)
            cards = cards_of(engine, session.knowledge, found, NOW)
            for case, card in zip(cases, cards, strict=True):
                is_approved = case.post.ready and not any(review_refusals(case))
                assert card.is_approved == is_approved
                ticks += card.is_approved
                assert not any(wrote_it(engine, case, one) for one in sound_approvals(case))
        assert ticks
        assert verify(engine) == ()
