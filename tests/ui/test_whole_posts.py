"""Posts are read beside the window, and what is outdated is never handed out."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest

from app.commands import posts
from app.commands.comments import add_comment
from app.commands.decisions import ask_for_changes
from app.commands.reader import Reader
from app.commands.session import Session
from app.domain.post import PostId
from tests.builders import calendars
from tests.builders.calendars import MARC, QUIET_DAY, ready_post
from tests.ui.direct import LaterJobs
from ui.whole_posts import KEEPS, WholePost, WholePosts


@dataclass
class Clock:
    now: datetime = calendars.NOW

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Desk:
    session: Session
    posts: WholePosts
    jobs: LaterJobs
    clock: Clock
    reader: Reader
    first: PostId
    second: PostId
    came: list[WholePost] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        return [one.view.post.content.text for one in self.came]

    def edit(self, post_id: PostId, text: str):
        present = self.reader.post(post_id).post
        return posts.edit_post(
            self.session,
            post_id=post_id,
            base_revision=present.revision,
            changes={"text": text},
        )

    def send_back(self, post_id: PostId):
        calendars.act_as(self.session, MARC)
        fingerprint = self.reader.post(post_id).post.fingerprint
        self.session.take_written()
        changes = ask_for_changes(
            self.session, post_id=post_id, fingerprint=fingerprint, note="Shorter"
        )
        return changes.written_as(self.session.take_written())


@pytest.fixture
def desk(tmp_path, qtbot):
    path = tmp_path / "team.countersign"
    session = calendars.team_session(path)
    first = ready_post(session, "Eins.")
    second = ready_post(session, "Zwei Brote.", QUIET_DAY + timedelta(days=5))
    clock, jobs = Clock(), LaterJobs()
    reader = Reader.open(path, calendars.knowledge(), clock=clock)
    whole = WholePosts(reader, jobs)
    made = Desk(session, whole, jobs, clock, reader, first, second)
    whole.came.connect(made.came.append)
    whole.refused.connect(made.refused.append)
    yield made
    reader.close()
    session.close()


def test_a_post_is_read_by_a_job_and_then_told(desk):
    desk.posts.ask(desk.first)
    assert (desk.posts.asked, desk.came) == (desk.first, [])
    desk.jobs.do_all()
    assert (desk.posts.asked, desk.texts) == (None, ["Eins."])


def test_what_was_read_ahead_is_there_at_once(desk):
    desk.posts.read_ahead([desk.first, desk.second])
    desk.jobs.do_all()
    assert desk.came == []
    desk.posts.ask(desk.second)
    assert desk.texts == ["Zwei Brote."]
    assert desk.jobs.waiting == []


def test_asking_for_what_is_just_read_ahead_reads_it_once(desk):
    desk.posts.read_ahead([desk.second])
    desk.posts.ask(desk.second)
    assert len(desk.jobs.waiting) == 1
    desk.jobs.do_all()
    assert desk.texts == ["Zwei Brote."]


def test_what_somebody_has_changed_since_is_never_told(desk):
    desk.posts.read_ahead([desk.first])
    desk.jobs.do_all()
    desk.edit(desk.first, "Anders.")
    desk.posts.ask(desk.first)
    assert desk.came == []
    desk.jobs.do_all()
    assert desk.texts == ["Anders."]


def test_what_is_changed_while_it_is_read_is_read_again(desk):
    desk.posts.ask(desk.first)
    (job,) = desk.jobs.waiting
    result = job._work(type("P", (), {"check": lambda _self: None})())  # noqa: SLF001
    desk.edit(desk.first, "Anders.")
    desk.jobs.waiting.clear()
    job._done(result)  # noqa: SLF001 - it comes home after the change
    assert desk.came == []
    desk.jobs.do_all()
    assert desk.texts == ["Anders."]


def test_a_decision_on_another_post_leaves_it_good(desk):
    desk.posts.read_ahead([desk.second])
    desk.jobs.do_all()
    desk.posts.follow(desk.send_back(desk.first))
    desk.posts.ask(desk.second)
    assert desk.texts == ["Zwei Brote."]


def test_a_decision_on_itself_does_not(desk):
    desk.posts.read_ahead([desk.first])
    desk.jobs.do_all()
    desk.posts.follow(desk.send_back(desk.first))
    desk.posts.ask(desk.first)
    assert desk.came == []


def test_a_decision_counts_for_nothing_where_somebody_else_saved_too(desk):
    desk.posts.read_ahead([desk.second])
    desk.jobs.do_all()
    add_comment(desk.session, post_id=desk.second, text="Wait")
    desk.posts.follow(desk.send_back(desk.first))
    desk.posts.ask(desk.second)
    assert desk.came == []


def test_a_command_whose_events_are_unknown_outdates_it(desk):
    desk.posts.read_ahead([desk.second])
    desk.jobs.do_all()
    desk.posts.follow(desk.edit(desk.first, "Anders."))
    desk.posts.ask(desk.second)
    assert desk.came == []


def test_time_that_passes_outdates_it(desk):
    desk.posts.read_ahead([desk.first])
    desk.jobs.do_all()
    desk.clock.now += KEEPS + timedelta(seconds=1)
    desk.posts.ask(desk.first)
    assert desk.came == []


def test_a_post_that_has_changed_is_read_though_it_was_read_ahead(desk):
    desk.posts.read_ahead([desk.first])
    desk.jobs.do_all()
    desk.posts.read_again(desk.first)
    assert desk.came == []
    desk.jobs.do_all()
    assert desk.texts == ["Eins."]


def test_only_the_newest_question_is_answered(desk):
    desk.posts.ask(desk.first)
    desk.posts.ask(desk.second)
    desk.jobs.do_all()
    assert desk.texts == ["Zwei Brote."]


def test_what_cannot_be_read_is_told_only_to_whoever_asked(desk):
    desk.posts.read_ahead(["nowhere", desk.first])
    desk.jobs.do_all()
    assert desk.refused == []
    desk.posts.ask("nowhere")
    desk.jobs.do_all()
    assert len(desk.refused) == 1
    assert desk.posts.asked is None


def test_after_forgetting_nothing_comes(desk):
    desk.posts.read_ahead([desk.second])
    desk.jobs.do_all()
    desk.posts.ask(desk.first)
    desk.posts.forget()
    desk.jobs.do_all()
    desk.posts.ask(desk.second)
    assert desk.came == []


@pytest.mark.parametrize("is_asked", [True, False])
def test_only_what_nobody_waits_for_lets_the_window_go_first(desk, is_asked):
    (desk.posts.ask if is_asked else lambda one: desk.posts.read_ahead([one]))(desk.first)
    (job,) = desk.jobs.waiting
    breaths = []
    progress = SimpleNamespace(check=lambda: None, take_a_breath=lambda: breaths.append(1))
    job._work(progress)  # noqa: SLF001
    assert bool(breaths) is not is_asked
