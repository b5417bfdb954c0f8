"""Languages that go by several codes."""

_CALLED_ALSO = {"no": "nb", "nn": "nb", "fil": "tl", "bs": "hr", "sh": "sr", "cnr": "sr"}


def known_as(language: str) -> str:
    """Return the code under which word lists have a language: `nb` for `no`."""
    return _CALLED_ALSO.get(language, language)
