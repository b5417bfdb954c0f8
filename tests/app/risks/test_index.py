"""The index of all rules."""

from app.risks.index import INDEX, OF_COMPARISON, OF_ONE_POST

FAMILIES = {
    *("hold", "day", "wording", "date", "language", "timing", "picture", "channel"),
    *("duplicate", "sibling", "hashtag", "duty", "sensitive"),
    *("greeting", "outcome", "team"),
}


def test_every_rule_tells_its_source_or_its_reason():
    for name, rule in INDEX.items():
        assert rule.__doc__, name
        assert name.partition(".")[0] in FAMILIES


def test_a_rule_looks_at_one_post_or_at_several():
    assert {*OF_ONE_POST, *OF_COMPARISON} == set(INDEX.values())
    assert not {*OF_ONE_POST} & {*OF_COMPARISON}
