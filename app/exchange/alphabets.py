"""The letters of languages beyond those that all of them share: by these mojibake is told."""

import unicodedata
from collections.abc import Iterable, Mapping

_LETTERS: Mapping[str, str] = {
    "az": "çəğıiİöşü",
    "bs": "čćđšž",
    "ca": "àçéèíïóòúü·",
    "cs": "áčďéěíňóřšťúůýž",
    "da": "æøåé",
    "de": "äöüßéà",
    "en": "éèêëïöüáçñôœ",
    "es": "áéíóúüñ¿¡ºª",
    "et": "äõöüšž",
    "fi": "äöåšž",
    "fr": "àâæçéèêëîïôœùûüÿñ",
    "hr": "čćđšž",
    "hu": "áéíóöőúüű",
    "it": "àèéìíîòóùú",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž",
    "nb": "æøåéòôó",
    "nl": "áéíóúëïöüèê",
    "pl": "ąćęłńóśźżé",
    "pt": "áâãàçéêíóôõúüºª",
    "ro": "ăâîșşțţ",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšžćđ",
    "sq": "çë",
    "sv": "åäöéü",
    "tr": "çğıiİöşüâîû",
    "vi": "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
}
_SCRIPTS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"), ("CYRILLIC",)),
    **dict.fromkeys(("ar", "fa", "ps", "ur"), ("ARABIC",)),
    **dict.fromkeys(("he", "yi"), ("HEBREW",)),
    "el": ("GREEK",),
    "ja": ("HIRAGANA", "KATAKANA", "CJK", "FULLWIDTH"),
    "ko": ("HANGUL", "CJK"),
    "th": ("THAI",),
    "zh": ("CJK", "FULLWIDTH"),
}
_AROUND_WORDS = frozenset("“”„‘‚‹›«»–—…•°©®™†‰§\u00a0\u200b\u200d\ufeff")
"""Signs that stand before and after words of any language."""
_APOSTROPHES = frozenset("’‘·\u200d")
"""Signs that stand within words as well."""
_LOOKED_AT = 4000
"""Letters are enough to judge by."""


def share_of_letters(text: str, languages: Iterable[str]) -> float:
    """Return how many of the letters beyond a to z belong to these languages, from 0 to 1.

    A sign within a word is a letter that none of them has, and so is one of another script than
    those beside it. 1 where there is nothing to judge by.
    """
    tags = [tag.split("-")[0] for tag in languages]
    letters = frozenset("".join(_LETTERS.get(tag, "") for tag in tags))
    scripts = tuple(script for tag in tags for script in _SCRIPTS.get(tag, ()))
    good = bad = 0
    for place, one in enumerate(text):
        if one < "\x80" or one in _APOSTROPHES:
            continue
        around = (text[place - 1 : place], text[place + 1 : place + 2])
        if one in letters or one.lower() in letters:
            good += 1
        elif _is_of(one, scripts):
            is_mixed = any("a" <= beside.lower() <= "z" for beside in around if beside)
            good, bad = (good, bad + 1) if is_mixed else (good + 1, bad)
        elif one.isalpha() or _is_in_a_word(one, around):
            bad += 1
        if good + bad == _LOOKED_AT:
            break
    return good / (good + bad) if good + bad else 1.0


def _is_of(letter: str, scripts: tuple[str, ...]) -> bool:
    return bool(scripts) and unicodedata.name(letter, "").startswith(scripts)


def _is_in_a_word(sign: str, around: Iterable[str]) -> bool:
    beside = [one.isalpha() for one in around]
    return all(beside) if sign in _AROUND_WORDS else any(beside)
