"""Keys and marks: the same risk keeps its name and its state, a worsened one gets another state.

Tried with all rules on every case that there is: a new rule is tried as soon as it is listed.
"""

import gettext
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import cache

import pytest

from app import wording
from app.days.daybook import DayBook
from app.domain.flag import Flag, Severity
from app.domain.market import PublishingHours
from app.domain.medium import Medium
from app.domain.observance import Observance
from app.domain.post import Post
from app.risks.assess import assess
from app.risks.facts import Facts
from tests.app.risks import exam
from tests.app.risks.builders import GERMANY, facts, post
from tests.app.risks.case_facts import Case, built
from tests.builders.domain import hold
from tests.pseudo import pseudo

Judged = tuple[Post, Facts]

OF_THE_WHOLE_TEXT = {"channel.length", "channel.fold"}
"""Rules for which every letter counts, so that no edit of a text is one elsewhere."""


@cache
def cases() -> tuple[Case, ...]:
    return (*exam.cases("risky"), *exam.cases("ordinary"))


@cache
def flags_of_cases() -> tuple[tuple[Flag, ...], ...]:
    return tuple(assess(*built(case)) for case in cases())


def differences(change: Callable[[Post, Facts], Judged]) -> Iterator[tuple[str, str]]:
    """Yield case and key of each flag that a change of post or facts does not leave alone."""
    for case, flags in zip(cases(), flags_of_cases(), strict=True):
        before = {(flag.key, flag.mark) for flag in flags}
        after = states(*change(*built(case)))
        yield from ((case["id"], key) for key, _mark in before ^ after)


def states(post: Post, facts: Facts) -> set[tuple[str, str]]:
    return {(flag.key, flag.mark) for flag in assess(post, facts)}


def of_rules(found: Iterator[tuple[str, str]]) -> set[str]:
    return {key.partition(":")[0] for _case, key in found}


def test_the_cases_raise_enough_to_learn_from():
    rules = {flag.rule for flags in flags_of_cases() for flag in flags}
    assert len(rules) > 25
    assert any(len(flags) > 3 for flags in flags_of_cases())


def test_no_two_flags_of_a_post_have_the_same_key_and_each_begins_with_its_rule():
    for flags in flags_of_cases():
        assert max(Counter(flag.key for flag in flags).values(), default=1) == 1
        assert all(flag.key.startswith(flag.rule) for flag in flags)


@pytest.mark.parametrize("where", ["{text}\n\n· · ·", "· · ·\n\n{text}"])
def test_an_edit_elsewhere_in_the_text_leaves_the_flags_alone(where):
    edited = differences(
        lambda post, facts: (post.changed(text=where.format(text=post.content.text)), facts)
    )
    assert of_rules(edited) <= OF_THE_WHOLE_TEXT


def test_the_order_of_what_was_found_does_not_matter():
    def reversed_lines(post: Post, facts: Facts) -> Judged:
        lines = post.content.text.split("\n")[::-1]
        return post.changed(text="\n".join(lines), media=post.content.media[::-1]), facts

    assert of_rules(differences(reversed_lines)) == set()


@pytest.mark.parametrize("network", ["instagram", "x"])
def test_the_order_of_hashtags_and_addresses_does_not_matter(network):
    where = facts(GERMANY, network)
    found = [f"#tag{letter}" for letter in "abcdefghijklmnopqrstuvwxyzabcdefgh"]
    found += ["https://localhost/a", "https://localhost/b", "http://exa mple.de"]
    one, other = (" ".join(words) for words in (found, found[::-1]))
    assert len(assess(post(where, text=one), where)) > 1
    assert states(post(where, text=one), where) == states(post(where, text=other), where)


def test_what_does_not_go_out_changes_no_flag():
    outside = {"name": "N", "notes": "Angebot", "gloss": "Sale", "labels": ("x",), "source_id": "7"}
    assert of_rules(differences(lambda post, facts: (post.changed(**outside), facts))) == set()


# What only people read of the facts: names, reasons and sources. Correcting them ends no approval.


def reworded(days: tuple[Observance, ...]) -> tuple[Observance, ...]:
    other = {"name": "A", "local_name": "B", "why": "C", "source": "D", "source_url": "E"}
    return tuple(
        replace(day, **other, legal="F", is_checked=not day.is_checked, switched_off="")
        for day in days
    )


def test_a_better_word_in_the_data_of_days_voids_nothing(monkeypatch):
    for name in ("on", "beside"):
        known = getattr(DayBook, name)
        monkeypatch.setattr(
            DayBook, name, lambda *asked, known=known, **more: reworded(known(*asked, **more))
        )
    assert of_rules(differences(lambda post, facts: (post, facts))) == set()


def test_a_better_word_in_the_data_of_networks_voids_nothing():
    def other_words(post: Post, facts: Facts) -> Judged:
        known = facts.networks
        other = {"name": "A", "source": "B", "source_url": "C", "remark": "D"}
        networks = replace(known, all=tuple(replace(one, **other) for one in known.all))
        return post, replace(facts, networks=networks)

    assert of_rules(differences(other_words)) == set()


def test_another_name_of_market_or_channel_voids_nothing():
    def renamed(post: Post, facts: Facts) -> Judged:
        market, channel = replace(facts.market, name="A"), replace(facts.channel, name="B")
        return post, replace(facts, market=market, channel=channel)

    assert of_rules(differences(renamed)) == set()


class _PseudoLocale(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)


def test_a_flag_is_the_same_in_every_language_of_its_readers(monkeypatch):
    flags_of_cases()
    monkeypatch.setattr(wording._Spoken, "translation", _PseudoLocale())  # noqa: SLF001
    german = DayBook.load("de")
    assert of_rules(differences(lambda post, facts: (post, replace(facts, days=german)))) == set()


# What has worsened, or is another risk with the same name, has not been seen yet.

FOUNDING = datetime(2026, 11, 9, 13)
AT_NIGHT = datetime(2026, 6, 10, 3)
WHERE = facts()
LIMITED = facts(replace(GERMANY, hours=PublishingHours(time(8), time(20))))
LATER = facts(replace(GERMANY, hours=PublishingHours(time(9), time(20))))
ON_X = facts(GERMANY, "x")
HELD = facts(holds=(hold(),))
HELD_AGAIN = facts(holds=(replace(hold(), placed_seq=40),))
PICTURES = tuple((Medium(f"https://media.example/{name}.png"),) for name in "ab")

WORSENED = {
    "day.solemn": (
        (post(WHERE, local=FOUNDING), WHERE),
        (post(WHERE, local=FOUNDING + timedelta(days=365)), WHERE),
    ),
    "timing.night": (
        (post(WHERE, local=AT_NIGHT), WHERE),
        (post(WHERE, local=AT_NIGHT + timedelta(hours=1)), WHERE),
    ),
    "timing.hours": (
        (post(LIMITED, local=AT_NIGHT), LIMITED),
        (post(LATER, local=AT_NIGHT), LATER),
    ),
    "channel.length": ((post(ON_X, text="x" * 300), ON_X), (post(ON_X, text="x" * 301), ON_X)),
    "wording.placeholder": (
        (post(WHERE, text="Hallo {{name}}"), WHERE),
        (post(WHERE, text="Hallo {{name}}, {{ort}}"), WHERE),
    ),
    "hold.active": ((post(HELD), HELD), (post(HELD_AGAIN), HELD_AGAIN)),
    "date.weekday-mismatch": (
        (post(WHERE, text="Wir sehen uns am Montag, 12. Juni 2026."), WHERE),
        (post(WHERE, text="Wir sehen uns am Dienstag, 12. Juni 2026."), WHERE),
    ),
}


@pytest.mark.parametrize("rule", WORSENED)
def test_a_risk_whose_facts_have_changed_has_another_mark(rule):
    before, after = ({f.mark for f in assess(*one) if f.rule == rule} for one in WORSENED[rule])
    assert before
    assert after
    assert before.isdisjoint(after)


def test_another_picture_is_another_risk():
    keys = [
        {f.key for f in assess(post(WHERE, media=media), WHERE) if f.rule == "picture.unfetched"}
        for media in PICTURES
    ]
    assert keys[0]
    assert keys[0].isdisjoint(keys[1])


def test_the_severity_is_part_of_every_mark():
    for flags in flags_of_cases():
        for flag in flags:
            other = next(severity for severity in Severity if severity is not flag.severity)
            assert flag.mark == flag.at(flag.severity).mark != flag.at(other).mark
