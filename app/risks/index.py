"""All rules. To load them is to load most of this package: see `assess.py`."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from app.domain.flag import Flag
from app.domain.post import Post
from app.risks import (
    accounts,
    beside_its_day,
    date_sanity,
    day,
    day_abroad,
    day_in_text,
    domains,
    duplicates,
    duty,
    greetings,
    hashtags,
    holds,
    hour_greetings,
    language,
    link_hygiene,
    names_and_sells,
    outcome,
    pictures,
    relative_days,
    sensitive,
    siblings,
    spacing,
    spelling,
    team_terms,
    timing,
    tone,
    tracking,
    wording,
)
from app.risks import channel as channels
from app.risks.facts import Facts

Rule = Callable[[Post, Facts], Iterable[Flag]]

INDEX: Mapping[str, Rule] = MappingProxyType(
    {
        "hold.active": holds.hold,
        "day.solemn": day.solemn_day,
        "day.eve": day.eve,
        "day.moment": day.moment,
        "day.home": day_abroad.home,
        "day.reach": day_abroad.reach,
        "day.text": day_in_text.named_in_text,
        "day.remembered-beside": beside_its_day.remembered_beside,
        "wording.names-and-sells": names_and_sells.names_and_sells,
        "wording.on-solemn-day": tone.on_solemn_day,
        "wording.in-fasting-month": tone.in_fasting_month,
        "sensitive.term": sensitive.sensitive_term,
        "wording.placeholder": wording.placeholder,
        "date.weekday-mismatch": date_sanity.weekday_mismatch,
        "date.passed": date_sanity.passed,
        "date.relative": relative_days.contradicted,
        "date.weekday-greeting": hour_greetings.weekday_greeting,
        "date.hour-greeting": hour_greetings.hour_greeting,
        "date.after-midnight": relative_days.after_midnight,
        "date.moved": relative_days.moved,
        "greeting.wrong-day": greetings.wrong_day,
        "team.term": team_terms.avoided,
        "team.must-spell": spelling.must_spell,
        "outcome.early": outcome.outcome,
        "language.other": language.other_language,
        "language.declared": language.declared_language,
        "timing.clock-change": timing.clock_change,
        "timing.hours": timing.publishing_hours,
        "sibling.corrected": siblings.corrected,
        "sibling.sent-back": siblings.sent_back,
        "sibling.left-behind": siblings.left_behind,
        "duplicate.text": duplicates.duplicate,
        "timing.same-minute": spacing.same_minute,
        "hashtag.unconfirmed": hashtags.unconfirmed,
        "channel.handle-of-other-market": accounts.other_market,
        "channel.handle": accounts.misspelt,
        "channel.domain": domains.other_market,
        "channel.link": link_hygiene.hygiene,
        "channel.tracking": tracking.tracking,
        "channel.clicks": tracking.clicks,
        "duty.nobody": duty.nobody_there,
        "picture.unfetched": pictures.unfetched,
        "picture.no-alt": pictures.without_alt,
        "picture.count": pictures.count,
        "channel.length": channels.length,
        "channel.hashtags": channels.too_many_hashtags,
        "channel.mentions": channels.too_many_mentions,
        "channel.title": channels.without_title,
        "channel.empty": channels.empty,
        "channel.unknown": channels.unknown_network,
        "channel.fold": channels.fold,
        "timing.midnight": timing.midnight,
        "timing.spacing": spacing.too_close,
        "duplicate.picture": duplicates.picture_again,
        "day.after": day.day_after,
        "day.sighting": day.sighting,
        "day.weekend": day.long_weekend,
        "day.holiday": day.holiday,
    }
)
"""All rules, in the order in which flags of one severity are shown."""


OF_THE_PLACE = tuple(
    rule
    for name, rule in INDEX.items()
    if name.partition(".")[0] in {"day", "hold", "timing", "duty"}
)
"""Those that depend on where and when a post stands."""

OF_COMPARISON = tuple(
    INDEX[name]
    for name in (
        *("sibling.corrected", "sibling.sent-back", "sibling.left-behind"),
        *("duplicate.text", "timing.same-minute", "timing.spacing", "duplicate.picture"),
    )
)
"""Those that compare a post with others."""


OF_ONE_POST = tuple(rule for rule in INDEX.values() if rule not in OF_COMPARISON)
"""All others."""
