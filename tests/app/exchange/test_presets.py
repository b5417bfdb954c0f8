"""The formats as data."""

import re
from datetime import datetime, timedelta

import pytest

from app.domain.gate import Reason, refusals
from app.errors import MissingError
from app.exchange.presets import OPTION, all_presets, preset
from tests.builders.domain import case, post

CONTENT_COLUMNS = {"title", "text", "link", "first_comment", "tags", "media", "post_type", "time"}


@pytest.mark.parametrize("one", all_presets(), ids=lambda one: one.name)
def test_every_column_carries_something_that_a_post_has(one):
    for column in one.columns:
        assert column.field in CONTENT_COLUMNS or re.fullmatch(f"{OPTION}[a-z_]+", column.field), (
            column
        )


@pytest.mark.parametrize("one", all_presets(), ids=lambda one: one.name)
def test_every_time_pattern_brings_back_the_minute_it_wrote(one):
    moment = datetime(2027, 1, 9, 7, 5)
    assert datetime.strptime(moment.strftime(one.time_pattern), one.time_pattern) == moment


@pytest.mark.parametrize("one", all_presets(), ids=lambda one: one.name)
def test_every_format_says_how_old_and_how_sure_its_facts_are_without_an_address(one):
    assert one.facts.as_of.year >= 2026
    assert one.facts.confidence
    assert one.facts.sources
    assert not [source for source in one.facts.sources if re.search(r"https?:|\w\.\w+/", source)]


def test_buffer_takes_a_hundred_rows_in_one_file():
    assert preset("buffer").row_limit == 100


def test_an_unknown_format_is_answered_with_the_formats_there_are():
    with pytest.raises(MissingError, match=r"no export format “hootsuit”.*buffer"):
        preset("hootsuit")


def test_only_pinterest_files_have_the_column_of_the_board():
    def headers(network):
        return [column.header for column in preset("buffer").columns_for(network)]

    assert headers("instagram") == ["Text", "Image URL", "Tags", "Posting Time"]
    assert headers("pinterest") == ["Text", "Image URL", "Tags", "Posting Time", "Board Name"]


def test_the_gate_learns_what_buffer_carries():
    carrier = preset("buffer").carrier
    assert carrier.name == "buffer"
    assert carrier.fields == {"text", "media", "tags", "options"}
    assert carrier.media_limit == 1
    assert carrier.lead == timedelta(minutes=10)
    assert "instagram" in carrier.networks
    assert not carrier.networks & {"youtube", "push"}


@pytest.mark.parametrize(
    ("field", "value"), [("link", "https://solvane.example"), ("first_comment", "#brot")]
)
def test_the_gate_keeps_in_what_buffer_would_leave_out(field, value):
    said = refusals(case(post=post(**{field: value}), carrier=preset("buffer").carrier))
    assert (Reason.NOT_CARRIED, field) in [(one.reason, one.detail) for one in said]
