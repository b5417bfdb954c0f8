"""The sheet for the person who uploads."""

import re
from dataclasses import replace
from html.parser import HTMLParser

from app.domain.medium import Medium
from app.exchange.handover import hand_over_sheet
from app.exchange.writer import write_files
from tests.app.exchange.builders import BUFFER, PICTURE, PINTEREST, facts, row, spring_rows


class Page(HTMLParser):
    """Collects the words of a page and the names of its elements."""

    def __init__(self, data):
        super().__init__()
        self.words = []
        self.elements = set()
        self.feed(data.decode())

    def handle_starttag(self, tag, attrs):
        self.elements.add(tag)

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return " ".join(self.words)


def page(*rows, **changes):
    files = write_files(BUFFER, rows, name_prefix="spring")
    return Page(hand_over_sheet(facts(*rows, **changes), BUFFER, files))


def test_it_says_for_each_file_where_it_goes_and_what_to_compare():
    text = page(*spring_rows()).text
    assert "spring_DE_instagram_solvane-de_01.csv" in text
    assert "instagram · Instagram @solvane.de" in text
    assert "Europe/Berlin" in text
    assert re.search(r"First\s+2030-05-14 09:30", text)
    assert re.search(r"Last\s+2030-05-15 18:00", text)
    assert "Do not open the files in Excel" in text


def test_each_post_stands_there_with_its_row_and_its_whole_text():
    text = page(*spring_rows()).text
    assert re.search(r"2\s+DE-0001\s+2030-05-14 09:30\s+Läuft", text)
    assert "Zeile 1\nZeile 2 #sale" in text


def test_a_text_can_never_become_part_of_the_page():
    bold = "<script>alert(1)</script> & <b>bold</b>"
    shown = page(row(text=bold, labels=(bold,)), calendar_name=bold)
    assert not {"script", "b"} & shown.elements
    assert shown.text.count("alert(1)") == 3


def test_it_loads_nothing_from_anywhere():
    shown = page(row(media=(PICTURE,)))
    assert not {"img", "link", "script", "iframe"} & shown.elements


def test_alt_texts_labels_and_campaign_are_listed_to_be_entered_by_hand():
    pictures = (Medium(PICTURE.url, alt="Ein Brot"),)
    text = page(row(media=pictures, labels=("café", "app"), campaign="Herbst")).text
    assert "enter them by hand" in text
    assert re.search(r"DE-0001, alt text\s+Ein Brot", text)
    assert re.search(r"DE-0001, campaign\s+Herbst", text)
    assert re.search(r"DE-0001, labels\s+café, app", text)
    assert "enter them by hand" not in page(row()).text


def test_a_picture_without_an_alt_text_leaves_nothing_to_enter():
    assert "alt text" not in page(row(media=(PICTURE,), labels=("café",))).text


def test_of_several_pictures_only_those_with_alt_texts_are_listed():
    two = row(media=(PICTURE, Medium(PICTURE.url, alt="Ein Brot")))
    wide = replace(BUFFER, media_limit=2)
    files = write_files(wide, [two], name_prefix="spring")
    text = Page(hand_over_sheet(facts(two), wide, files)).text
    assert text.count("alt text") == 1


def test_tags_and_the_size_of_pictures_are_said_where_they_matter():
    text = page(*spring_rows()).text
    assert re.search(r"Tags that Buffer must know\s+sale", text)
    assert "at most 5 megabytes" in text
    assert "megabytes" not in page(row()).text


def test_each_file_has_its_own_part():
    shown = page(row(1), row(2, channel=PINTEREST, options=(("board", "Brot"),)))
    assert shown.text.count("Channel to choose") == 2


def test_a_sample_says_that_it_must_not_be_uploaded():
    assert "SAMPLE: an invented calendar" in page(row(), is_sample=True).text
    assert "SAMPLE" not in page(row()).text


def test_it_says_how_old_the_facts_about_the_format_are():
    assert "as of 2026-09-29, confidence A-" in page(row()).text
