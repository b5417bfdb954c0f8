"""The letters of a text, and the languages that are written with them."""

from collections import Counter
from unicodedata import name

LATIN, HAN, KANA = "LATIN", "CJK", "KANA"
_JAPANESE_SHARE = 0.1
"""So many kana among Han signs make a text Japanese."""

_LANGUAGES = {
    KANA: ("ja",),
    HAN: ("zh", "ja", "yue", "wuu"),
    "HANGUL": ("ko",),
    "HEBREW": ("he", "iw", "yi"),
    "GREEK": ("el",),
    "THAI": ("th",),
    "LAO": ("lo",),
    "KHMER": ("km",),
    "MYANMAR": ("my",),
    "ARMENIAN": ("hy",),
    "GEORGIAN": ("ka",),
    "ETHIOPIC": ("am", "ti"),
    "ARABIC": ("ar", "fa", "ur", "ps", "ckb", "ku", "sd", "ug", "pa", "ks", "az", "kk", "ms"),
    "CYRILLIC": (
        *("ru", "uk", "bg", "be", "sr", "mk", "kk", "ky", "mn", "tg"),
        *("uz", "tt", "ba", "bs", "az", "tk", "ro", "ku"),
    ),
    "DEVANAGARI": ("hi", "mr", "ne", "sa", "kok", "gom", "mai", "bho", "sd", "ks"),
    "BENGALI": ("bn", "as"),
    "GURMUKHI": ("pa",),
    "GUJARATI": ("gu",),
    "ORIYA": ("or",),
    "TAMIL": ("ta",),
    "TELUGU": ("te",),
    "KANNADA": ("kn",),
    "MALAYALAM": ("ml",),
    "SINHALA": ("si",),
    "TIBETAN": ("bo", "dz"),
    "THAANA": ("dv",),
}


def languages_of(script: str) -> tuple[str, ...]:
    """Return the languages that use a script, the most common first; none if it is not listed."""
    return _LANGUAGES.get(script, ())


def letters_by_script(text: str) -> Counter[str]:
    """Return how many letters of each script a text has; kana and Han together can be Japanese."""
    scripts = Counter(map(_SCRIPTS.__getitem__, text))
    del scripts[""]
    if scripts[KANA] and scripts[KANA] >= _JAPANESE_SHARE * (scripts[KANA] + scripts[HAN]):
        scripts[KANA] += scripts.pop(HAN, 0)
    return +scripts


class _Scripts(dict[str, str]):
    """The script of each letter, and nothing for what is no letter; worked out when first met."""

    def __missing__(self, character: str) -> str:
        script = name(character, "").partition(" ")[0].partition("-")[0]
        if script in ("HIRAGANA", "KATAKANA"):
            script = KANA
        self[character] = script if character.isalpha() else ""
        return self[character]


_SCRIPTS = _Scripts()
