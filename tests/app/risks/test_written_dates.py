"""Dates as texts write them."""

from datetime import date

import pytest

from app.risks.date_shapes import Partial
from app.risks.reading import Reading
from app.risks.written_dates import has_digit, is_gap, written_dates

NOVEMBER = date(2026, 11, 5)


def found(text, *languages, country="GB"):
    return written_dates(Reading(text, frozenset(languages or ("en",))), country)


def parts(text, *languages, country="GB"):
    return [
        (one.readings, one.also, sorted(one.weekdays))
        for one in found(text, *languages, country=country)
    ]


@pytest.mark.parametrize(
    ("text", "language", "reading", "also", "weekdays"),
    [
        ("11 November 2026", "en", Partial(11, 11, 2026), (), []),
        ("November 11th, 2026", "en", Partial(11, 11, 2026), (), []),
        ("11 Nov '26", "en", Partial(11, 11, 2026), (), []),
        ("2026-11-11", "en", Partial(11, 11, 2026), (), []),
        ("2026. november 11.", "hu", Partial(11, 11, 2026), (), []),
        ("13–15 November", "en", Partial(15, 11), (13, 14), []),
        ("13, 14 and 15 November", "en", Partial(15, 11), (14, 13), []),
        ("November 13-15", "en", Partial(13, 11), (15,), []),
        ("13./14. November", "de", Partial(14, 11), (13,), []),
        ("2026年11月5日（木）", "ja", Partial(5, 11, 2026), (), [3]),
        ("11.05(목)", "ko", Partial(5, 11), (), [3]),
        ("Di 10. November", "de", Partial(10, 11), (), [1]),
        ("10 November (Tue)", "en", Partial(10, 11), (), [1]),
        ("10 November (Tuesday)", "en", Partial(10, 11), (), [1]),
        ("10 Kasım Salı", "tr", Partial(10, 11), (), [1]),
        ("3.11.", "de", Partial(3, 11), (), []),
        ("3.11.26", "de", Partial(3, 11, 2026), (), []),
    ],
)
def test_a_date_is_read_in_its_shape(text, language, reading, also, weekdays):
    (one,) = found(text, language)
    assert one.readings[0] == reading
    assert one.also == also
    assert sorted(one.weekdays) == weekdays


def test_two_numbers_are_read_as_the_country_writes_them():
    assert found("3/5")[0].readings == (Partial(3, 5), Partial(5, 3))
    assert found("3/5", country="US")[0].readings == (Partial(5, 3), Partial(3, 5))
    assert found("13/5", country="US")[0].readings == (Partial(13, 5),)
    assert not found("3/5")[0].is_sure
    assert found("3/5/2026")[0].is_sure


def test_a_span_with_one_month_has_a_weekday_at_both_ends():
    first, last = found("Mon 2 – Fri 6 November")
    assert (first.readings, sorted(first.weekdays)) == ((Partial(2, 11),), [0])
    assert (last.readings, sorted(last.weekdays)) == ((Partial(6, 11),), [4])


def test_a_day_without_a_month_needs_its_weekday():
    (one,) = found("Friday the 13th")
    assert one.readings == (Partial(13, 0),)
    assert not found("the 13th")
    assert not found("Friday the 45th")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("24/7", "en"),
        ("at 9.30", "en"),
        ("10:30 May", "en"),
        ("19-20", "en"),
        ("1.299,00 €", "de"),
        ("+49 30 12 34 56", "de"),
        ("v3.4.5", "en"),
        ("May 500", "en"),
        ("May 5%", "en"),
        ("99 November", "en"),
        ("November 99", "en"),
        ("2569-11-05", "th"),
        ("13月45日", "ja"),
        ("98/76", "en"),
        ("no digits in May", "en"),
    ],
)
def test_what_is_no_date_is_none(text, language):
    assert not found(text, language)


def test_a_weekday_of_a_span_belongs_to_no_single_date():
    assert found("Monday to Friday, 3 November")[0].weekdays == frozenset()
    assert found("Mon–Fri, 3 November")[0].weekdays == frozenset()
    assert found("3 November (Monday to Friday)")[0].weekdays == frozenset()


def test_a_weekday_of_another_sentence_does_not_count():
    assert found("Closed Tuesday. 11 November is better")[0].weekdays == frozenset()
    assert found("Closed Tuesday! 11 November")[0].weekdays == frozenset()
    assert found("Tue. 11 November")[0].weekdays == {1}
    assert found("xtue 11 November")[0].weekdays == frozenset()


def test_of_a_table_of_dates_forty_are_read():
    text = ", ".join(f"{day} November" for day in range(1, 31)) + ". "
    assert len(found(text * 3)) <= 40


def test_of_a_long_list_the_last_days_are_read():
    (one,) = found("1, 2, 3, 4, 5, 6, 7 and 8 November")
    assert one.readings[0] == Partial(8, 11)
    assert len(one.also) == 6


def test_nothing_but_little_words_is_a_gap():
    assert is_gap("Friday, the 13th", 6, 12)
    assert not is_gap("Friday at the 13th", 6, 14)
    assert not is_gap("Friday 9, the 13th", 6, 14)
    assert not is_gap("ab", 2, 1)


def test_digits_of_every_script_are_digits():
    assert has_digit("١١")
    assert not has_digit("eleven")
