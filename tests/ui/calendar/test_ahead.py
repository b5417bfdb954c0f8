from contextlib import closing
from datetime import timedelta

import pytest

from app.commands.post_filter import PostFilter
from app.commands.reader import Reader
from app.errors import BusyError
from app.storage import post_words
from tests.builders import calendars
from tests.builders.calendars import LENA, QUIET_DAY, act_as, ready_post
from tests.builders.moves import move_posts
from ui.calendar import ahead
from ui.calendar.ahead import Ahead, Wish
from ui.calendar.period import Period
from ui.calendar.period_posts import PeriodPosts
from ui.jobs import Jobs

HERE = Period.around(QUIET_DAY, 2)
UNREAD = PeriodPosts.of(HERE, (), is_whole=False)
SEEN = Wish(HERE, frozenset({calendars.GERMANY}))


class Desk:
    """A calendar with one post, read beside."""

    def __init__(self, path) -> None:
        self.session = calendars.team_session(path)
        self.post = ready_post(self.session)
        self.reader = calendars.reader_of(path)
        self.jobs = Jobs()
        self.ahead = Ahead(self.reader, self.jobs)

    def move(self, days: int) -> None:
        act_as(self.session, LENA)
        there = QUIET_DAY + timedelta(days=days)
        move_posts(self.session, post_ids=[self.post], to_day=there)

    def wait_until_tidy(self, qtbot) -> None:
        """Wait for what begins only once the period that came is shown."""
        with qtbot.waitSignal(self.jobs.finished):
            pass

    def close(self) -> None:
        self.ahead.stop()
        self.jobs.close()
        self.reader.close()
        self.session.close()


@pytest.fixture
def desk(tmp_path, qapp):
    with closing(Desk(tmp_path / "team.countersign")) as made:
        yield made


def test_a_period_is_kept_as_the_reader_would_show_it(desk, qtbot):
    assert desk.ahead.posts_of(HERE) is None
    with qtbot.waitSignal(desk.ahead.came) as told:
        desk.ahead.read(HERE)
    posts = desk.ahead.posts_of(HERE)
    assert told.args == [posts]
    assert posts.cards == desk.reader.cards(HERE.first, HERE.last)
    assert [card.id for card in posts.cards] == [desk.post]
    assert desk.ahead.posts_of(HERE.next()) is None


def test_in_a_hurry_it_reads_the_same(desk, qtbot):
    hurried = Ahead(desk.reader, desk.jobs, is_hurried=True)
    with qtbot.waitSignal(hurried.came) as told:
        hurried.read_again(UNREAD)
    hurried.stop()
    assert told.args[0].cards == desk.reader.cards(HERE.first, HERE.last)


def test_a_post_that_is_as_it_was_shown_comes_as_the_very_same(desk, qtbot):
    """The window then sees at once what is new, without comparing ten thousand posts."""
    shown = PeriodPosts.of(HERE, desk.reader.cards(HERE.first, HERE.last))
    with qtbot.waitSignal(desk.ahead.came) as told:
        desk.ahead.read_again(shown)
    (posts,) = told.args
    assert [id(card) for card in posts.cards] == [id(card) for card in shown.cards]
    (cell,) = shown.stacks
    assert posts.stacks[cell] is shown.stacks[cell]


def test_what_is_seen_comes_before_the_rest(desk, qtbot):
    told = []
    desk.ahead.came.connect(told.append)
    desk.ahead.hurry(SEEN, Wish(HERE))
    qtbot.waitUntil(lambda: len(told) == 2)
    assert [posts.is_whole for posts in told] == [False, True]
    assert [card.id for card in told[0].cards] == [desk.post]
    assert desk.ahead.posts_of(HERE) == told[1]


def test_a_glance_is_kept_for_what_it_took_in(desk, qtbot):
    with qtbot.waitSignal(desk.ahead.came) as told:
        desk.ahead.hurry(SEEN)
    assert desk.ahead.posts_of(HERE) is None
    assert desk.ahead.glance_at(HERE, SEEN.markets) == told.args[0]
    assert desk.ahead.glance_at(HERE, SEEN.markets | {calendars.FRANCE}) is None
    assert desk.ahead.glance_at(HERE, frozenset()) is None
    desk.ahead.hurry(Wish(HERE.next()))
    assert desk.ahead.glance_at(HERE, SEEN.markets) is None


def test_a_glance_goes_on_where_it_is_what_is_wished_for_first(desk, qtbot, monkeypatch):
    read = []
    plain = Reader.cards_of_markets
    monkeypatch.setattr(
        Reader, "cards_of_markets", lambda *asked: read.append(asked[2]) or plain(*asked)
    )
    with qtbot.waitSignal(desk.jobs.started):
        desk.ahead.hurry(SEEN)
    told = []
    desk.ahead.came.connect(told.append)
    desk.ahead.hurry(SEEN, Wish(HERE))
    qtbot.waitUntil(lambda: len(told) == 2)
    assert read == [HERE.first]
    assert [posts.is_whole for posts in told] == [False, True]


def test_a_glance_that_cannot_be_had_keeps_nobody_waiting(desk, qtbot, monkeypatch):
    def is_busy(*_asked):
        raise BusyError("Another program is writing.")

    monkeypatch.setattr(Reader, "cards_of_markets", is_busy)
    told = []
    desk.ahead.stayed_out.connect(lambda: told.append("stayed out"))
    with qtbot.waitSignal(desk.ahead.came) as came:
        desk.ahead.hurry(SEEN, Wish(HERE))
    assert came.args[0].is_whole
    assert told == []


def test_what_is_seen_of_an_outdated_calendar_does_not_come(desk, qtbot, monkeypatch):
    plain = Reader.cards_of_markets

    def read_and_let_somebody_move(reader, markets, first, last):
        found = plain(reader, markets, first, last)
        desk.move(1)
        return found

    monkeypatch.setattr(Jobs, "run", run_at_once)
    monkeypatch.setattr(Reader, "cards_of_markets", read_and_let_somebody_move)
    told = []
    desk.ahead.came.connect(told.append)
    desk.ahead.hurry(SEEN, Wish(HERE))
    qtbot.waitUntil(lambda: not desk.ahead.is_reading)
    assert [posts.is_whole for posts in told] == [True]


def test_nothing_is_kept_once_anybody_has_saved(desk, qtbot):
    with qtbot.waitSignal(desk.ahead.came):
        desk.ahead.read(HERE)
    desk.move(1)
    assert desk.ahead.posts_of(HERE) is None


def test_what_is_outdated_while_it_is_read_is_read_again(desk, qtbot, monkeypatch):
    plain, moves = Reader.cards, iter([1])

    def read_and_let_somebody_move(reader, first, last):
        found = plain(reader, first, last)
        for days in moves:
            desk.move(days)
        return found

    # on the thread of the test, where the session lives
    monkeypatch.setattr(Jobs, "run", run_at_once)
    monkeypatch.setattr(Reader, "cards", read_and_let_somebody_move)
    with qtbot.waitSignal(desk.ahead.came) as told:
        desk.ahead.read(HERE)
    assert [card.day for card in told.args[0].cards] == [QUIET_DAY + timedelta(days=1)]


def test_in_a_hurry_flags_that_are_stored_meanwhile_outdate_nothing(desk, qtbot, monkeypatch):
    plain, read = Reader.cards, []

    def read_and_store_flags(reader, first, last):
        read.append(first)
        assert len(read) <= len(HERE.days), "it is read again and again"
        with desk.session.engine.write():
            desk.session.engine.run("DELETE FROM flag_cache")
        return plain(reader, first, last)

    monkeypatch.setattr(Jobs, "run", run_at_once)
    monkeypatch.setattr(Reader, "cards", read_and_store_flags)
    hurried = Ahead(desk.reader, desk.jobs, is_hurried=True)
    with qtbot.waitSignal(hurried.came) as told:
        hurried.read_again(UNREAD)
    assert [card.id for card in told.args[0].cards] == [desk.post]
    assert hurried.posts_of(HERE) is None, "nobody pages on to it: flags are missing"


def run_at_once(_jobs, work, *, done, refused=None):
    done(work(NoProgress()))


class NoProgress:
    def check(self) -> None:
        pass

    def take_a_breath(self) -> None:
        pass


def test_only_what_was_asked_for_last_comes(desk, qtbot):
    told = []
    desk.ahead.came.connect(told.append)
    with qtbot.waitSignal(desk.ahead.came):
        desk.ahead.read(HERE)
        desk.ahead.read(HERE.next())
    assert [posts.period for posts in told] == [HERE.next()]


def test_several_periods_come_one_after_the_other_and_are_read_once(desk, qtbot, monkeypatch):
    told = []
    desk.ahead.came.connect(lambda posts: told.append(posts.period))
    ways = (HERE.next(), HERE.previous())
    desk.ahead.read(*ways)
    qtbot.waitUntil(lambda: told == list(ways))
    assert None not in map(desk.ahead.posts_of, ways)
    desk.ahead.read(HERE.previous(), HERE)
    qtbot.waitUntil(lambda: told == [*ways, HERE])
    assert desk.ahead.posts_of(HERE.next()) is None


def test_what_was_read_elsewhere_is_not_read_again(desk, qtbot, monkeypatch):
    other = Ahead(desk.reader, desk.jobs, is_hurried=True)
    with qtbot.waitSignal(other.came) as told:
        other.read_again(UNREAD)
    desk.ahead.keep(told.args[0])
    monkeypatch.setattr(Jobs, "run", lambda *_work, **_then: pytest.fail("read again"))
    desk.ahead.read(HERE)
    assert desk.ahead.posts_of(HERE) == told.args[0]
    desk.move(1)
    assert desk.ahead.posts_of(HERE) is None


def test_what_a_command_has_changed_since_is_not_kept(desk, qtbot):
    with qtbot.waitSignal(desk.ahead.came) as told:
        desk.ahead.read(HERE)
    (posts,) = told.args
    desk.ahead.forget()
    desk.ahead.keep(posts.after((), (), (), ()))
    assert desk.ahead.posts_of(HERE) is None


def test_what_was_read_long_ago_is_not_kept(desk, qtbot, monkeypatch):
    with qtbot.waitSignal(desk.ahead.came) as told:
        desk.ahead.read(HERE)
    desk.ahead.forget()
    monkeypatch.setattr(ahead, "JUST_READ_S", 0)
    desk.ahead.keep(told.args[0])
    assert desk.ahead.posts_of(HERE) is None


def test_what_is_read_again_is_read_though_nobody_has_saved(desk, qtbot):
    told = []
    desk.ahead.came.connect(told.append)
    desk.ahead.read_again(UNREAD)
    qtbot.waitUntil(lambda: len(told) == 1)
    desk.ahead.read_again(UNREAD)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[0] is not told[1]


def test_nothing_comes_after_the_end(desk, qtbot):
    desk.ahead.came.connect(lambda _posts: pytest.fail("it came"))
    desk.ahead.read(HERE, HERE.next())
    desk.ahead.stop()
    qtbot.waitUntil(lambda: not desk.jobs.under_way)


def test_a_calendar_that_cannot_be_read_is_told(desk, qtbot, monkeypatch):
    def busy(*_span):
        raise BusyError("Somebody else is saving.")

    monkeypatch.setattr(Reader, "cards", busy)
    with qtbot.waitSignal(desk.ahead.stayed_out):
        desk.ahead.read(HERE)
    assert desk.ahead.posts_of(HERE) is None
    assert not desk.ahead.is_reading


def test_what_could_not_be_read_is_read_when_it_is_wished_for_again(desk, qtbot, monkeypatch):
    def busy(*_span):
        raise BusyError("Somebody else is saving.")

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(Reader, "cards", busy)
        with qtbot.waitSignal(desk.ahead.stayed_out):
            desk.ahead.hurry(Wish(HERE))
    with qtbot.waitSignal(desk.ahead.came) as came:
        desk.ahead.hurry(Wish(HERE))
    assert [card.id for card in came.args[0].cards] == [desk.post]


def test_the_words_of_what_was_read_are_folded_by_the_job(desk, qtbot, monkeypatch):
    text = "Ein Satz, den sonst keine Prüfung je gefaltet hat."
    post = ready_post(desk.session, text)
    post_words.folded_parts.cache_clear()  # saving has folded them too
    with qtbot.waitSignal(desk.ahead.came):
        desk.ahead.read(HERE)
    desk.wait_until_tidy(qtbot)
    wanted = PostFilter().saying("gefaltet")
    wanted.test()  # what was typed is folded here
    monkeypatch.setattr(post_words, "folded", lambda _text: pytest.fail("folded in the window"))
    shown = wanted.shown(desk.ahead.posts_of(HERE).cards)
    assert [card.id for card in shown] == [post]
