"""The calendar of a replay."""

import re
from datetime import date, datetime

from app.commands.replay import ReplayPost
from app.commands.replay_heat import anchor, heat_map, kind_of, sign_of
from app.domain.flag import Flag, Severity

DAY = date(2026, 2, 9)


def post(severity=None, day=DAY, market="DE", headline="A day of mourning"):
    flags = (Flag("day.solemn", severity, "k", "m", headline, "Why."),) if severity else ()
    return ReplayPost("p", market, "X", datetime(day.year, day.month, day.day, 10), "Text", flags)


def drawn(*posts, links=frozenset()):
    return heat_map(posts, "All markets", links=links)


def cell_of(page, sign):
    (found,) = re.findall(rf"<td[^>]*>(?:(?!</td>).)*{sign}(?:(?!</td>).)*</td>", page, re.DOTALL)
    return found


def test_every_month_of_the_span_is_a_row_and_every_day_a_cell():
    page = drawn(post(day=date(2025, 12, 31)), post(day=date(2026, 2, 1)))
    assert re.findall(r'<th scope="row">(.*?)</th>', page) == ["Dec 2025", "Jan 2026", "Feb 2026"]
    body = page.partition("<tbody>")[2]
    days = [row.count("<td") - row.count("colspan") for row in body.split("<tr>")[1:]]
    assert days == [31, 31, 28]
    assert 'colspan="3"' in body


def test_a_slip_of_a_century_does_not_fill_the_page():
    page = drawn(post(day=date(1900, 1, 1)), post(), post(day=date(2200, 12, 31)))
    assert re.findall(r'<th scope="row">(.*?)</th>', page) == ["Jan 1900", "Feb 2026", "Dec 2200"]


def test_a_day_shows_its_gravest_post_by_colour_and_by_a_sign():
    page = drawn(post(), post(Severity.CAUTION), post(Severity.STOP), post(Severity.NOTE))
    assert 'class="stop"' in cell_of(page, "■")
    assert "▲" not in page
    assert len({sign_of(severity) for severity in (*Severity, None)}) == 4
    assert kind_of(Severity.NOTE) == kind_of(None) == "quiet"


def test_a_day_tells_what_it_holds_to_the_pointer_and_to_a_screen_reader():
    page = drawn(*(post(Severity.STOP, market=name) for name in ("DE", "FR", "PL", "CZ")), post())
    cell = cell_of(page, "■")
    assert cell.count("Monday, 9 February 2026: 5 posts") == 2
    assert "FR: A day of mourning" in cell
    assert "and 1 more" in cell


def test_a_day_leads_to_its_list_where_there_is_one():
    assert f'href="#{anchor(DAY)}"' in drawn(post(Severity.STOP), links=frozenset({DAY}))
    assert "href" not in drawn(post(Severity.STOP))


def test_what_comes_from_the_plan_is_never_markup():
    page = drawn(post(Severity.STOP, market='"><script>', headline="<img onerror=1>"))
    assert "<script" not in page
    assert "<img" not in page
