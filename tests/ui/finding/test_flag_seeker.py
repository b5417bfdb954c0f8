from app.commands.post_filter import EVERYTHING
from tests.builders import calendars
from ui.finding.flag_seeker import FlagSeeker


class LaterJobs:
    """Keeps each job until it is let go."""

    def __init__(self) -> None:
        self.kept: list = []

    def run(self, work, *, done):
        self.kept.append(Job(work, done))
        return self.kept[-1]


class Job:
    def __init__(self, work, done) -> None:
        self.work, self.done, self.is_cancelled = work, done, False

    def cancel(self) -> None:
        self.is_cancelled = True

    def check(self) -> None:
        """The progress of it."""

    def end(self) -> None:
        self.done(self.work(self))


def test_one_way_leads_to_the_post_and_the_other_to_the_end(tmp_path, qtbot):
    path = tmp_path / "team.countersign"
    session = calendars.team_session(path)
    post = calendars.ready_post(session, text="[TODO]")
    reader, jobs = calendars.reader_of(path), LaterJobs()
    seeker = FlagSeeker(reader, jobs)
    day, markets = calendars.POGROM_DAY, [calendars.GERMANY]
    seeker.seek(day, 1, EVERYTHING, markets)
    with qtbot.waitSignal(seeker.found) as found:
        jobs.kept[0].end()
    assert found.args[0].id == post
    seeker.seek(day, -1, EVERYTHING, markets)
    assert jobs.kept[0].is_cancelled
    with qtbot.waitSignal(seeker.ended) as ended:
        jobs.kept[1].end()
    assert ended.args == [-1]
    seeker.stop()
    assert jobs.kept[1].is_cancelled
    reader.close()
    session.close()
