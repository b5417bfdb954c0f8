"""What the cases call a check, and which flags are raised by it."""

from collections.abc import Collection, Mapping

from app.domain.flag import Flag

RAISED_BY: Mapping[str, tuple[str, ...]] = {
    "placeholder": ("wording.placeholder",),
    "template": ("wording.placeholder:template", "wording.template"),
    "instruction": ("wording.placeholder", "wording.instruction"),
    "wording.selling-on-solemn-day": (
        *("wording.selling-on-solemn-day", "wording.appetite-on-solemn-day"),
        "wording.names-and-sells",
    ),
    "wording.festive-on-solemn-day": ("wording.festive-on-solemn-day", "wording.names-and-sells"),
    "outcome": ("outcome.early",),
    "language.not-market": ("language.other", "language.not-market"),
    "timing.dst": ("timing.gap", "timing.overlap", "timing.clock-change"),
    "date.relative": ("date.relative", "date.moved"),
    "picture.not-fetched": ("picture.unfetched", "picture.not-fetched"),
    "duplicate": ("duplicate.text", "duplicate.picture"),
    "sibling": ("sibling.corrected", "sibling.sent-back", "sibling.left-behind"),
    "duty": ("duty.nobody",),
    "picture.no-alt": ("picture.no-alt", "picture.alt"),
}
"""Rules, or the beginnings of keys, where a check is not called like its rule."""

OF_INCIDENTS: Mapping[str, tuple[str, ...]] = {
    "solemn-day": ("day", "wording"),
    "cross-market": ("day", "sensitive", "channel"),
    "product-day-clash": ("day", "wording", "sensitive"),
    "sensitive-term": ("sensitive", "wording", "day"),
    "hashtag-confirm": ("hashtag",),
    "placeholder": ("wording", "placeholder", "template", "instruction"),
    "date-sanity": ("date", "greeting", "timing"),
    "profanity": ("sensitive",),
    "link-check": ("channel",),
    "language-match": ("language",),
    "emoji-tone": ("wording", "day"),
}
"""What the collection of incidents calls a check that needs nothing but the post, and families."""

OF_DAYS = frozenset({"solemn-day", "cross-market", "product-day-clash"})
"""The checks that can be made where the text is only described."""

OF_HARMLESS: Mapping[str, tuple[str, ...]] = {
    "solemn-day": ("day.solemn", "day.eve", "day.moment"),
    "holiday": ("day.holiday",),
    "waking-hours": ("timing.night", "timing.hours"),
    "near-duplicate": ("duplicate",),
}
"""What harmless.toml allows, in the names of checks."""


def is_raised_by(flag: Flag, check: str) -> bool:
    """Tell whether a flag is what a check looks for."""
    return any(_begins(flag, name) for name in RAISED_BY.get(check, (check,)))


def is_of_any(flag: Flag, checks: Collection[str]) -> bool:
    """Tell whether a flag is what one of the checks looks for."""
    return any(is_raised_by(flag, check) for check in checks)


def _begins(flag: Flag, name: str) -> bool:
    return name in (flag.rule, flag.key) or flag.key.startswith(f"{name}:")
