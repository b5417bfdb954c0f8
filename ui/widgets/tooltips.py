"""Tooltips that show people's words as they are."""

from html import escape


def tooltip_of(words: str) -> str:
    """Return a tooltip that keeps line breaks, wraps long lines and reads no markup."""
    return f'<p style="white-space: pre-wrap">{escape(words)}</p>' if words else ""
