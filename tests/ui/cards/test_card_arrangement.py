from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont

from app.commands.views import Stage
from app.domain.flag import Severity
from tests.builders.ui import GERMANY, JAPAN, approved, card, channel, flag, handed_over, utc
from ui.cards.card_arrangement import NETWORK, Arrangement, arrange
from ui.cards.card_layout import CardLayout, Density
from ui.cards.kept_texts import KeptTexts
from ui.cards.other_clock import OtherClock

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


def arranged(made, density=Density.NORMAL, width=None, direction=LTR, clock=None) -> Arrangement:
    layout = CardLayout.of(density, QFont("DejaVu Sans", 9), direction, clock)
    texts = {False: KeptTexts(layout.small), True: KeptTexts(layout.strong)}
    place = QRect(0, 0, width or layout.column_width, layout.lane_height - 4)
    return arrange(made, place, layout, lambda text, is_strong: texts[is_strong].width(text))


def words(arrangement: Arrangement) -> list[str]:
    return [one.text for one in arrangement.words]


def signs(arrangement: Arrangement) -> set[str]:
    return {one.name for one in arrangement.signs}


pytestmark = pytest.mark.in_english  # how much room its words take is the subject

STOPPED = card(1, flags=(flag(),))


def test_a_card_shows_time_zone_words_stage_network_and_severity(qapp):
    shown = arranged(STOPPED, Density.NORMAL, 160)
    assert words(shown) == [
        "13:00",
        "CET",
        "Treat yourself with tender chicken and crispy cheese.",
        "Stop",
        "Waiting",
    ]
    assert signs(shown) == {f"{NETWORK}instagram", "severity-stop", "stage-waiting"}


@pytest.mark.parametrize("density", Density)
@pytest.mark.parametrize("severity", Severity)
def test_the_shape_of_the_severity_is_there_in_every_density(density, severity, qapp):
    shown = arranged(card(1, flags=(flag(severity),)), density)
    assert f"severity-{severity.name.lower()}" in signs(shown)


def test_a_wide_card_names_the_network(qapp):
    assert "Instagram" in words(arranged(STOPPED, Density.NORMAL, 300))
    assert "Instagram" not in words(arranged(STOPPED, Density.NORMAL))


def test_a_network_whose_glyph_says_it_all_is_not_named(qapp):
    x = card(1, channel=replace(channel(GERMANY), network="x"))
    assert "X" not in words(arranged(x, Density.NORMAL, 300))


def test_where_room_is_short_the_word_of_the_severity_stays_longest(qapp):
    made = card(1, flags=(flag(Severity.CAUTION),), stage=Stage.APPROVED)
    narrow = arranged(made, Density.NORMAL, 130)
    assert "Caution" in words(narrow)
    assert "Approved" not in words(narrow)
    assert "stage-approved" in signs(narrow)


@pytest.mark.parametrize("width", range(60, 200, 10))
def test_all_severities_have_their_word_or_none_has(width, qapp):
    shown = {
        severity.name.capitalize(): words(arranged(card(1, flags=(flag(severity),)), width=width))
        for severity in Severity
    }
    assert len({name in said for name, said in shown.items()}) == 1
    assert len({"Waiting" in said for said in shown.values()}) == 1, "nor differ the stages"


def test_a_hold_has_its_own_sign(qapp):
    held = card(1, flags=(flag(Severity.STOP, rule="hold.active"),))
    for density in Density:
        assert "hold" in signs(arranged(held, density, 200))


def test_a_hold_takes_the_room_of_the_network_not_of_the_time(qapp):
    held = card(1, flags=(flag(Severity.STOP, rule="hold.active"),))
    shown = arranged(held, Density.NORMAL, 92)
    assert "13:00" in words(shown)
    assert "hold" in signs(shown)
    assert "CET" not in words(arranged(held, Density.NORMAL, 60)), "no zone without its time"


def test_what_is_still_queued_stands_where_the_stage_was(qapp):
    ghost = handed_over(card(1), utc(2026, 11, 10, 9))
    wide = arranged(ghost, Density.NORMAL, 400)
    assert "Still queued in Buffer, Tue 10 Nov 10:00" in words(wide)
    assert "Still queued" in words(arranged(ghost, Density.NORMAL, 150))
    assert "stage-queued" in signs(wide)


def test_until_the_risks_are_known_the_card_says_so(qapp):
    assert "Checking" in words(arranged(card(1, is_assessed=False), Density.NORMAL, 200))


def test_a_roomy_card_gives_two_lines_to_the_words(qapp):
    (text,) = [one for one in arranged(STOPPED, Density.ROOMY).words if one.lines > 1]
    assert text.lines == 2


@pytest.mark.parametrize("severity", Severity)
def test_the_narrowest_roomy_card_says_stage_and_severity(severity, qapp):
    shown = words(arranged(card(1, flags=(flag(severity),)), Density.ROOMY))
    assert {"Waiting", severity.name.capitalize()} <= set(shown)


def test_in_one_line_a_card_keeps_time_and_severity(qapp):
    shown = arranged(STOPPED, Density.COMPACT)
    assert "13:00" in words(shown)
    assert "severity-stop" in signs(shown)


def test_in_one_line_without_room_for_words_the_sign_of_the_stage_takes_it(qapp):
    calm, free = card(1, stage=Stage.CHANGES), []
    for width in range(60, 200):
        shown = arranged(calm, Density.COMPACT, width)
        if words(shown) == ["13:00"]:
            free.append("stage-changes" in signs(shown))
    assert any(free)
    assert free == sorted(free), "once there is room for it, it stays"


@pytest.mark.parametrize("density", [Density.NORMAL, Density.ROOMY])
def test_on_narrow_cards_the_time_comes_first_then_the_signs(qapp, density):
    narrow, narrower = arranged(STOPPED, density, 60), arranged(STOPPED, density, 40)
    (time,) = [one for one in narrow.words if one.text == "13:00"]
    assert time.room.top() > narrow.signs[0].room.top(), "it stands below the box"
    assert words(narrower) == []
    assert {"severity-stop", "stage-waiting", "network:instagram"} <= set(signs(narrower))


def test_a_post_without_a_date_has_no_time(qapp):
    for density in Density:
        assert "CET" not in words(arranged(card(1, local=None), density, 200))


@pytest.mark.parametrize("density", Density)
def test_another_clock_has_a_line_of_its_own(qapp, density):
    clock = OtherClock("Asia/Tokyo")
    shown = arranged(STOPPED, density, 160, clock=clock)
    (there,) = [one for one in shown.words if one.text == "21:00 Tokyo"]
    assert all(one is there or not one.room.intersects(there.room) for one in shown.words)
    assert "21:00" in words(arranged(STOPPED, density, 60, clock=clock))
    at_home = card(1, JAPAN)
    assert not any("Tokyo" in text for text in words(arranged(at_home, density, clock=clock)))


def test_where_only_the_second_line_has_room_the_words_stand_there(qapp):
    mine = OtherClock("America/New_York", is_own=True)
    shown = arranged(STOPPED, Density.COMPACT, 84, clock=mine)
    (text,) = [one for one in shown.words if one.text.startswith("Treat")]
    (there,) = [one for one in shown.words if one.text == "07:00"]
    assert text.room.top() == there.room.top()
    assert text.room.left() > there.room.left()


@given(
    density=st.sampled_from(Density),
    width=st.integers(60, 400),
    direction=st.sampled_from([LTR, RTL]),
    made=st.sampled_from(
        [
            STOPPED,
            approved(card(2)),
            handed_over(card(3, flags=(flag(Severity.NOTE),)), utc(2026, 11, 9)),
            card(4, is_assessed=False, stage=Stage.CHANGES),
            card(5, flags=(flag(Severity.BLOCKED, rule="hold.active"),)),
        ]
    ),
)
def test_signs_never_lie_upon_each_other_or_outside(density, width, direction, made):
    shown = arranged(made, density, width, direction)
    rooms = [sign.room for sign in shown.signs]
    if width >= 110:
        assert not any(
            one.intersects(other) for index, one in enumerate(rooms) for other in rooms[:index]
        )
        assert all(room.left() >= 0 and room.right() < width for room in rooms)


def test_cards_of_one_line_that_are_alike_differ_in_their_first_words(qapp):
    layout = CardLayout.of(Density.COMPACT, QFont("DejaVu Sans", 9), LTR)
    place, known = QRect(0, 0, 300, layout.lane_height - 4), {}
    made = [
        card(number, headline=f"Post {number}", text="", flags=flags)
        for number, flags in enumerate([(), (), (flag(),), (flag(rule="hold.active"),)])
    ]
    texts = KeptTexts(layout.strong)
    for one in [*made, *reversed(made)]:
        asked = one, place, layout, lambda text, _is_strong: texts.width(text)
        assert arrange(*asked, known) == arrange(*asked)
        assert one.headline in words(arrange(*asked, known))
    assert len(known) < len(made)
