"""What a filter is called, and what it says where it leaves nothing."""

import pytest

from app.commands.filter_words import choices, chosen_words, facet_name, nothing_matches, shown_of
from app.commands.post_filter import EVERYTHING, Facet, key_of
from tests.builders.ui import FRANCE, GERMANY, calendar, card, channel

SPAN = "9–22 Nov 2026"


@pytest.mark.parametrize("facet", Facet)
def test_each_facet_offers_the_key_of_every_post(facet):
    offered = dict(choices(facet, calendar(), ["autumn"]))
    assert offered[key_of(card(), facet)]
    assert all(offered.values())
    assert facet_name(facet)


def test_one_choice_is_named_and_more_are_counted():
    one = EVERYTHING.choosing(Facet.MARKET, [GERMANY.id])
    assert chosen_words(one, Facet.MARKET, calendar()) == "Germany"
    two = one.choosing(Facet.MARKET, [GERMANY.id, FRANCE.id])
    assert chosen_words(two, Facet.MARKET, calendar()) == "2 markets"
    push = EVERYTHING.choosing(Facet.CHANNEL, [channel(GERMANY, "push").id])
    assert chosen_words(push, Facet.CHANNEL, calendar()) == "DE · Fennel Germany"


def test_a_campaign_is_named_as_it_is_and_what_has_none_as_such():
    for keys, words in ((["Élan"], "Élan"), ([""], "No campaign")):
        wanted = EVERYTHING.choosing(Facet.CAMPAIGN, keys)
        assert chosen_words(wanted, Facet.CAMPAIGN, calendar()) == words


def test_what_is_no_more_keeps_its_key():
    wanted = EVERYTHING.choosing(Facet.PERSON, ["gone"])
    assert chosen_words(wanted, Facet.PERSON, calendar()) == "gone"


def test_nothing_says_of_what_and_where():
    wanted = EVERYTHING.saying("Sale").choosing(Facet.MARKET, ["de", "fr", "jp"])
    words = "No posts match “Sale” in 3 markets, 9–22 Nov 2026"
    assert nothing_matches(wanted, calendar(), SPAN) == words
    drafts = EVERYTHING.choosing(Facet.STAGE, ["draft"]).saying("a")
    words = "No posts match “a” · Draft in 4 markets, 9–22 Nov 2026"
    assert nothing_matches(drafts, calendar(), SPAN) == words
    germany = EVERYTHING.choosing(Facet.MARKET, ["de"])
    assert nothing_matches(germany, calendar(), SPAN) == "No posts in Germany, 9–22 Nov 2026"


def test_the_count_says_how_many_of_how_many():
    assert shown_of(12, 340) == "12 of 340 posts"
    assert shown_of(0, 1) == "0 of 1 post"
