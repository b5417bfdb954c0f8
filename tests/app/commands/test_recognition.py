"""A sheet comes again, edited: each row finds its post, and no post is taken for another."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from app.commands.import_plan import planned
from app.commands.merging import Outcome
from app.commands.recognition import known_by_source
from app.domain.change import ChangeSet
from app.exchange.planned import Part, PlannedPost
from app.storage import markets
from tests.builders.calendars import DE_INSTAGRAM, DE_PUSH

TODAY = date(2027, 11, 1)
FIRST = date(2027, 11, 16)
BREADS = (
    "Roggenbrot mit Sauerteig, lange gereift und dunkel gebacken, wartet auf euch.",
    "Kürbisbrötchen gibt es nur im Herbst: knusprig außen, goldgelb innen.",
    "Heute zeigen wir, wie ein Croissant von Hand gefaltet wird, Lage um Lage.",
    "Wer früh aufsteht, bekommt den ersten Kaffee des Tages geschenkt.",
    "Unser Lehrling Emre hat sein erstes Baguette geformt, und wir sind stolz.",
    "Sonntags bleibt der Ofen kalt, dafür gibt es samstags doppelt so viel Zopf.",
)
REWRITTEN = "Ein ganz anderer Satz über Zimtschnecken, der mit dem alten nichts teilt."


class Calendar:
    """A calendar into which sheets come, as rows that were read already."""

    def __init__(self, session) -> None:
        self.session = session
        self.market = markets.all_markets(session.engine)[0]
        self.channels = {one.id: one for one in markets.all_channels(session.engine)}

    def row(self, number, text, *, day=None, at=time(10), own=None, channel=DE_INSTAGRAM, name=""):
        """Return the row of a post; rows of a plan have a day of their own."""
        there = day or FIRST + timedelta(days=number)
        return PlannedPost(
            row=number + 2,
            market=self.market,
            channel=self.channels[channel],
            local=datetime.combine(there, at or time(10)) if there != "tray" else None,
            is_time_guessed=at is None,
            language="de",
            source_id=f"{own}/{channel}" if own else f"#{number}{day}{at}{text}/{channel}",
            has_own_number=own is not None,
            says=frozenset(Part) - ({Part.TIME} if at is None else set()),
            name=name,
            text=text,
        )

    def plan(self, *, numbered=False, at=time(10), texts=BREADS):
        return [
            self.row(number, text, own=number + 1 if numbered else None, at=at)
            for number, text in enumerate(texts)
        ]

    def judge(self, rows, today=TODAY):
        return planned(self.session.engine, rows, today=today)

    def bring(self, rows) -> ChangeSet:
        posts = [one.post for one in self.judge(rows) if one.outcome is not Outcome.UNCHANGED]
        before = [one.merge.present if one.merge else one.post for one in self.judge(rows)]
        assert len(posts) == len(before)
        return self.session.write("Import", before, posts, action="import")

    def outcomes(self, rows, today=TODAY):
        return [str(one.outcome) for one in self.judge(rows, today)]


@pytest.fixture
def calendar(session):
    return Calendar(session)


def test_an_edited_text_or_day_or_hour_keeps_its_post(calendar):
    rows = calendar.plan()
    calendar.bring(rows)
    assert calendar.outcomes(rows) == ["unchanged"] * 6
    rows[0] = calendar.row(0, REWRITTEN)
    rows[1] = calendar.row(1, BREADS[1], day=FIRST + timedelta(days=9))
    rows[2] = calendar.row(2, BREADS[2], at=time(18))
    rows[3] = calendar.row(3, BREADS[3] + " Bis gleich!", day=FIRST + timedelta(days=10))
    assert calendar.outcomes(rows) == ["update"] * 4 + ["unchanged"] * 2


def test_a_row_between_the_others_is_new_and_moves_no_number_to_another_post(calendar):
    calendar.bring(calendar.plan(numbered=True))
    texts = [*BREADS[:3], REWRITTEN, *BREADS[3:]]
    days = [0, 1, 2, 2, 3, 4, 5]
    rows = [
        calendar.row(n, text, own=n + 1, day=FIRST + timedelta(days=day), at=time(10 + (n == 3)))
        for n, (text, day) in enumerate(zip(texts, days, strict=True))
    ]
    assert calendar.outcomes(rows) == [*["unchanged"] * 3, "new", *["unchanged"] * 3]


def test_a_row_above_all_others_changes_none_of_them(calendar):
    calendar.bring(calendar.plan(numbered=True))
    rows = [calendar.row(0, REWRITTEN, own=1, at=time(8))]
    rows += [
        calendar.row(n, text, own=n + 2, day=FIRST + timedelta(days=n))
        for n, text in enumerate(BREADS)
    ]
    assert calendar.outcomes(rows) == ["new", *["unchanged"] * 6]


def test_a_number_stands_for_its_post_even_if_day_and_text_were_edited(calendar):
    calendar.bring(calendar.plan(numbered=True))
    rows = calendar.plan(numbered=True)
    rows[2] = calendar.row(2, REWRITTEN, own=3, day=FIRST + timedelta(days=30))
    (third,) = [one for one in calendar.judge(rows) if one.outcome is not Outcome.UNCHANGED]
    assert third.outcome is Outcome.UPDATE
    assert third.post.content.text == REWRITTEN


def test_the_same_numbers_in_another_plan_are_other_posts_now_and_later(calendar):
    calendar.bring(calendar.plan(numbered=True))
    december = [
        calendar.row(n, f"{n}. Türchen: {text[::-1]}", own=n + 1, day=date(2027, 12, 1 + n))
        for n, text in enumerate(BREADS)
    ]
    assert calendar.outcomes(december) == ["new"] * 6
    calendar.bring(december)
    assert calendar.outcomes(december) == ["unchanged"] * 6
    assert calendar.outcomes(calendar.plan(numbered=True)) == ["unchanged"] * 6
    december[3] = calendar.row(3, REWRITTEN, own=4, day=date(2027, 12, 4))
    assert calendar.outcomes(december).count("update") == 1


def test_one_number_with_another_day_and_text_is_another_plans_row(calendar):
    calendar.bring([calendar.row(0, BREADS[0], own=1)])
    other = calendar.row(0, REWRITTEN, own=1, day=date(2028, 2, 1))
    assert calendar.outcomes([other]) == ["new"]
    calendar.bring([other])
    assert calendar.outcomes([other, calendar.row(0, BREADS[1], own=2)]) == ["unchanged", "new"]


@pytest.mark.parametrize(
    "edited",
    [
        {"text": REWRITTEN},
        {"text": BREADS[0], "day": date(2027, 12, 24)},
        {"text": REWRITTEN, "name": "Brot", "day": date(2027, 12, 24)},
    ],
    ids=["its day", "its text", "its name"],
)
def test_one_number_with_anything_in_common_is_the_same_row(calendar, edited):
    calendar.bring([calendar.row(0, BREADS[0], own=1, name="Brot")])
    row = calendar.row(0, **{"own": 1, "name": "", **edited})
    assert calendar.outcomes([row]) == ["update"]


def test_a_plan_that_later_got_numbers_is_known_by_its_content(calendar):
    calendar.bring(calendar.plan())
    assert calendar.outcomes(calendar.plan(numbered=True)) == ["unchanged"] * 6


def test_texts_that_are_used_again_in_another_plan_move_no_post(calendar):
    calendar.bring(calendar.plan())
    december = [
        calendar.row(n, text, day=date(2027, 12, 10 + n))
        for n, text in enumerate((BREADS[0], *(text[::-1] for text in BREADS[1:])))
    ]
    assert calendar.outcomes(december) == ["new"] * 6


def test_a_whole_plan_that_was_put_off_moves_its_posts(calendar):
    calendar.bring(calendar.plan())
    later = [calendar.row(n, t, day=FIRST + timedelta(days=n + 14)) for n, t in enumerate(BREADS)]
    assert calendar.outcomes(later) == ["update"] * 6


def test_what_has_gone_out_is_not_moved_to_another_day(calendar):
    calendar.bring(calendar.plan())
    later = [calendar.row(n, t, day=FIRST + timedelta(days=n + 14)) for n, t in enumerate(BREADS)]
    assert calendar.outcomes(later, today=FIRST + timedelta(days=7)) == ["new"] * 6


def test_other_posts_at_the_usual_hour_of_the_same_days_are_other_posts(calendar):
    calendar.bring(calendar.plan(at=None))
    stories = calendar.plan(at=None, texts=[text[::-1] for text in BREADS])
    assert calendar.outcomes(stories) == ["new"] * 6
    a_few = [*calendar.plan(at=None)[:3], *stories[3:]]
    assert calendar.outcomes(a_few) == [*["unchanged"] * 3, *["update"] * 3]


def test_two_rows_that_could_be_one_post_are_both_new(calendar):
    calendar.bring([calendar.row(0, BREADS[0])])
    twins = [calendar.row(n, BREADS[0] + " " + end) for n, end in ((1, "Ja."), (2, "Na."))]
    assert calendar.outcomes(twins) == ["new", "new"]


def test_of_two_posts_that_are_alike_the_one_on_its_day_is_meant(calendar):
    calendar.bring([calendar.row(n, f"{BREADS[0]} Nr. {n}") for n in (1, 2)])
    row = calendar.row(2, f"{BREADS[0]} Nr. 3", at=time(15))
    (judged,) = calendar.judge([row])
    assert judged.merge.present.content.text.endswith("Nr. 2")
    between = calendar.row(9, f"{BREADS[0]} Nr. 3", at=time(15))
    assert calendar.outcomes([between]) == ["new"]


def test_a_row_without_a_day_finds_its_post_in_the_tray(calendar):
    calendar.bring([calendar.row(0, BREADS[0], day="tray"), calendar.row(1, BREADS[1])])
    rows = [calendar.row(0, BREADS[0] + " Neu!", day="tray"), calendar.row(1, BREADS[1])]
    assert calendar.outcomes(rows) == ["update", "unchanged"]
    dated = [calendar.row(0, BREADS[0]), calendar.row(1, BREADS[1], day="tray")]
    assert calendar.outcomes(dated) == ["update", "update"]


def test_another_channel_is_another_post(calendar):
    calendar.bring([calendar.row(0, BREADS[0])])
    assert calendar.outcomes([calendar.row(0, BREADS[0], channel=DE_PUSH)]) == ["new"]


def test_an_import_that_was_undone_can_come_again(calendar):
    for numbered in (False, True):
        rows = calendar.plan(numbered=numbered)
        calendar.bring(rows)
        calendar.session.undo()
        assert calendar.outcomes(rows) == ["new"] * 6
        assert known_by_source(calendar.session.engine, [one.source_id for one in rows]) == {}


def test_a_row_that_says_again_what_another_post_has_left_is_new_and_gets_an_id_of_its_own(
    calendar,
):
    first = calendar.row(0, BREADS[0])
    calendar.bring([first])
    edited = calendar.row(0, BREADS[0] + " Neu!")
    calendar.bring([edited])
    again, kept = calendar.judge([first, edited])
    assert (again.outcome, kept.outcome) == (Outcome.NEW, Outcome.UNCHANGED)
    assert again.key not in known_by_source(calendar.session.engine, [again.key])


def test_a_number_of_two_plans_stays_with_its_own_when_the_later_one_is_edited(calendar):
    january = calendar.plan(numbered=True)
    calendar.bring(january)
    february = [
        calendar.row(n, f"Im Februar: {text[::-1]}", own=n + 1, day=date(2028, 2, 1 + n))
        for n, text in enumerate((*BREADS, "Und noch einer mehr als im Januar."))
    ]
    calendar.bring(february)
    above = calendar.row(0, REWRITTEN, day=date(2028, 2, 1), own=1, at=time(8))
    renumbered = [
        above,
        *(
            replace(row, source_id=f"{n + 2}/{DE_INSTAGRAM}", row=n + 3)
            for n, row in enumerate(february)
        ),
    ]
    assert calendar.outcomes(renumbered) == ["new", *["unchanged"] * 7]
    for place in (2, 6):
        edited = list(february)
        edited[place] = replace(edited[place], text=REWRITTEN)
        assert calendar.outcomes(edited).count("update") == 1
    assert calendar.outcomes(january) == ["unchanged"] * 6


@pytest.mark.parametrize("days", [70, -70])
def test_a_number_with_nothing_else_in_common_far_away_is_another_row(calendar, days):
    rows = calendar.plan(numbered=True)
    calendar.bring(rows)
    rows[3] = calendar.row(3, REWRITTEN, own=4, day=FIRST + timedelta(days=days))
    assert calendar.outcomes(rows).count("new") == 1


def test_texts_made_after_one_pattern_do_not_make_two_plans_one(calendar):
    def month(first, start):
        return [
            calendar.row(
                n, f"{BREADS[0]} Tag {start + n}", own=n + 1, day=first + timedelta(days=n)
            )
            for n in range(6)
        ]

    calendar.bring(month(FIRST, 1))
    for first in (FIRST + timedelta(days=6), date(2028, 1, 3)):
        assert calendar.outcomes(month(first, 31)) == ["new"] * 6
