"""A filter is a value: it says which posts are wanted, the same in every view."""

from dataclasses import replace

import pytest

from app.commands.post_filter import EVERYTHING, Facet, PostFilter, key_of
from app.commands.views import Stage
from app.domain.flag import Severity
from app.domain.person import PersonId
from tests.builders.ui import (
    FRANCE,
    GERMANY,
    JAPAN,
    calendar,
    card,
    channel,
    flag,
)

PLAIN = card(1)
OTHER = replace(
    card(2, FRANCE, flags=(flag(Severity.CAUTION),), campaign="winter", editor=PersonId("omar")),
    stage=Stage.DRAFT,
)


@pytest.mark.parametrize("facet", Facet)
def test_each_facet_tells_posts_apart(facet):
    wanted = EVERYTHING.choosing(facet, [key_of(PLAIN, facet)])
    assert wanted.facets == (facet,)
    assert wanted.shown([PLAIN, OTHER]) == (PLAIN,)


def test_keys_of_one_facet_are_alternatives_and_facets_combine():
    both = EVERYTHING.choosing(Facet.MARKET, [GERMANY.id, FRANCE.id])
    assert both.shown([PLAIN, OTHER]) == (PLAIN, OTHER)
    assert both.choosing(Facet.STAGE, ["draft"]).shown([PLAIN, OTHER]) == (OTHER,)
    assert both.choosing(Facet.STAGE, ["draft"]).saying("chicken ").shown([PLAIN, OTHER]) == (
        OTHER,
    )
    assert both.saying("nowhere").shown([PLAIN, OTHER]) == ()


def test_posts_without_flags_can_be_asked_for():
    assert EVERYTHING.choosing(Facet.SEVERITY, ["none"]).shown([PLAIN, OTHER]) == (PLAIN,)


@pytest.mark.parametrize(
    "text", ["CRISPY tender", "“tender chicken”", "0001", "de-0001", "evergréen"]
)
def test_words_are_found_wherever_they_stand_in_a_post(text):
    known = replace(PLAIN, searched=(*PLAIN.searched, "Evergreen"))
    bread = replace(OTHER, searched=("Fresh bread",))
    assert EVERYTHING.saying(text).shown([known, bread]) == (known,)


def test_an_empty_filter_wants_everything():
    assert EVERYTHING.is_empty
    assert EVERYTHING.saying("  ").is_empty
    assert EVERYTHING.saying("“”").is_empty
    assert not EVERYTHING.saying("a").is_empty
    assert EVERYTHING.shown([OTHER, PLAIN]) == (OTHER, PLAIN)
    assert EVERYTHING.saying("“”").matches(PLAIN)


def test_only_markets_that_can_hold_a_wanted_post_have_a_row():
    whole = calendar()
    assert EVERYTHING.markets_of(whole) == whole.markets
    two = EVERYTHING.choosing(Facet.MARKET, [JAPAN.id, GERMANY.id])
    assert two.markets_of(whole) == (GERMANY, JAPAN)
    assert two.choosing(Facet.CHANNEL, [channel(JAPAN, "push").id]).markets_of(whole) == (JAPAN,)
    assert EVERYTHING.choosing(Facet.STAGE, ["draft"]).markets_of(whole) == whole.markets


def test_a_filter_comes_back_from_its_text():
    wanted = PostFilter(market=frozenset({"de", "fr"}), campaign=frozenset({""}), text="“Sale”")
    assert PostFilter.of_text(wanted.as_text()) == wanted
    assert PostFilter.of_text(EVERYTHING.as_text()) == EVERYTHING


@pytest.mark.parametrize("text", ["", "no json", "[]", '{"market": 7}', '{"colour": ["red"]}'])
def test_a_text_that_keeps_no_filter_hides_nothing(text):
    assert PostFilter.of_text(text) == EVERYTHING
