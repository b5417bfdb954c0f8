"""A picture or a video of a post."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Medium:
    """What the fingerprint knows of a medium: address, digest of the bytes, alt text."""

    url: str = ""
    digest: str = ""
    """SHA-256 of the bytes kept in the calendar; empty for an address that was never fetched."""
    alt: str = ""
