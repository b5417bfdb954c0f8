"""What the name of a web address says: whose it is, of which country, in which language."""

from dataclasses import dataclass

_SECOND_LEVELS_WRITTEN = "co com org net gov gob gouv gub ac edu ne or go nom"
_SECOND_LEVELS = frozenset(_SECOND_LEVELS_WRITTEN.split())
"""Below a country's ending, as in co.uk and com.br, they belong to the ending."""
_NO_COUNTRY_WRITTEN = (
    "ai app cc co eu fm gg gl im io is la ly me st sh to tv vc ws so gd bz nu tk ml ga cf ag pm"
)
_NO_COUNTRY = frozenset(_NO_COUNTRY_WRITTEN.split())
"""Endings of small countries that everybody uses."""
_COUNTRIES = (
    "ae ar at au ba be bg bo br ca ch cl cn co cr cy cz de dk do ec ee eg es fi fr gb gr gt hk"
    " hn hr hu id ie il in iq ir is it jo jp ke kr kw kz lb lk lt lu lv ma md mx my ng ni nl no"
    " nz om pa pe ph pk pl pr pt py qa ro rs ru sa se sg si sk sv th tn tr tw ua uk us uy uz ve"
    " vn za"
)
COUNTRIES = frozenset(_COUNTRIES.split())
"""Codes by which accounts and pages name a country."""
_LANGUAGES = (
    "ar bg ca cs da de el en es et fi fr he hr hu it ja ko lt lv nb nl nn pl pt ro ru sk sl sr"
    " sv th tr uk vi zh"
)
_NO_PAGES = frozenset(["co", "do", "id", "in", "is", "la", "me", "my", "om", "so", "to"])
"""Codes of countries that are words of paths as often."""
LOCALES = (frozenset(_LANGUAGES.split()) | COUNTRIES) - _NO_PAGES
"""Codes by which pages name a language or a country."""


@dataclass(frozen=True, slots=True)
class WebName:
    """A domain as somebody has registered it, without what stands before."""

    name: str
    ending: str
    """Such as `de`, `com` or `co.uk`."""

    @property
    def country(self) -> str:
        """The country of the ending (ISO 3166-1), nothing where it stands for none."""
        last = self.ending.rpartition(".")[2]
        if len(last) != 2 or last in _NO_COUNTRY:  # noqa: PLR2004  countries have two letters
            return ""
        return country_of(last)

    @property
    def domain(self) -> str:
        """Both together."""
        return f"{self.name}.{self.ending}"


def web_name(host: str) -> WebName | None:
    """Return whose a host is, or nothing where it is no name on the web."""
    labels = host.split(".")
    if len(labels) < 2 or not all(labels):  # noqa: PLR2004  a name and an ending
        return None
    is_below = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVELS  # noqa: PLR2004
    size = 2 if is_below else 1
    return WebName(labels[-size - 1], ".".join(labels[-size:]))


def country_of(code: str) -> str:
    """Return the ISO code of a country as the web writes it: `uk` is GB."""
    return "GB" if code == "uk" else code.upper()


def plain(name: str) -> str:
    """Return only the letters and digits of a handle or a name, in small letters."""
    return "".join(filter(str.isalnum, name.lower()))
