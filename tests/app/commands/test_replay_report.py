"""The page for people who decide: whole in itself, true, readable by everybody."""

import re
from datetime import date, datetime
from html.parser import HTMLParser

import pytest

from app.commands import replay_report
from app.commands.replay import Replay, ReplayPost
from app.commands.replay_report import LOOKS, report, write_report
from app.domain.flag import Flag, Severity
from app.errors import InvalidInputError

TODAY = date(2026, 11, 29)
ATTACK = '<script>alert(1)</script>"><img src=x onerror=alert(1)> $title ${style}'
VOID = {"meta", "link", "br", "img"}


def flag(severity=Severity.STOP, **changes):
    facts = {
        "rule": "day.solemn",
        "severity": severity,
        "key": "k",
        "mark": "m",
        "headline": "9 November",
        "why": "Synagogues burned.",
        "source": "Archive",
        "source_url": "https://archive.example/9",
        "evidence": ("Gedenktag",),
    }
    return Flag(**(facts | changes))


def post(*flags, **changes):
    facts = {
        "id": "P1",
        "market": "DE",
        "channel": "X",
        "local": datetime(2026, 11, 9, 10),
        "text": "Brot für alle",
        "error": "",
    }
    return ReplayPost(flags=flags, **(facts | changes))


def page_of(*posts, notes=()):
    return report(Replay("plan.csv", posts, notes), made_on=TODAY)


class Outline(HTMLParser):
    """Reads a page as a browser does: tags in order, what is open, words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags, self.open, self.headings, self.ids = [], [], [], []
        self.links, self.wrong = [], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        facts = dict(attributes)
        self.tags.append(tag)
        self.ids += [facts["id"]] if "id" in facts else []
        self.links += [facts["href"]] if "href" in facts else []
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


FULL = (
    post(flag()),
    post(flag(Severity.BLOCKED), local=datetime(2026, 3, 1, 9), market="FR"),
    post(flag(Severity.CAUTION, rule="timing.night"), local=datetime(2026, 5, 1, 3)),
    post(flag(Severity.NOTE)),
    post(local=None),
    post(error="Row 9, local: “never” is no date.", local=None),
)


def test_the_page_is_well_formed_and_its_headings_lead_down_without_a_gap():
    outline = Outline(page_of(*FULL))
    assert outline.wrong == []
    assert outline.open == []
    assert outline.headings[0] == 1
    assert outline.headings.count(1) == 1
    steps = zip(outline.headings, outline.headings[1:], strict=False)
    assert all(after - before <= 1 for before, after in steps)
    assert len(outline.ids) == len(set(outline.ids))


def test_the_page_needs_nothing_but_itself():
    page = page_of(*FULL)
    outline = Outline(page)
    assert not {"script", "img", "link", "iframe", "object", "form"} & set(outline.tags)
    assert "url(" not in page
    assert "@import" not in page
    assert "default-src 'none'" in page
    inside = [link for link in outline.links if link.startswith("#")]
    assert {link.removeprefix("#") for link in inside} <= set(outline.ids)
    assert inside


def test_it_says_the_figures_first_and_then_every_stopped_post_with_its_reason():
    page = page_of(*FULL)
    assert "In 8 months, 5 posts: 2 would have been stopped, 1 asked about." in page
    stopped = page.partition("What would have been stopped</h2>")[2].partition("</section>")[0]
    for words in ("Monday, 9 November 2026, 10:00", "Brot für alle", "Synagogues burned."):
        assert words in stopped
    assert "Stop: 9 November" in stopped
    assert "Blocked: 9 November" in stopped
    assert '<a href="https://archive.example/9" rel="noreferrer noopener">Archive</a>' in stopped
    assert "“never” is no date." in page.partition("What was not judged</h2>")[2]


@pytest.mark.parametrize("field", ["text", "id", "market", "channel", "error"])
def test_nothing_from_the_plan_becomes_markup(field):
    outline = Outline(page_of(post(flag()), post(flag(Severity.CAUTION), **{field: ATTACK})))
    assert not {"script", "img"} & set(outline.tags)
    assert outline.wrong == []


def test_nothing_from_a_flag_or_the_name_of_the_file_becomes_markup():
    strange = flag(headline=ATTACK, why=ATTACK, source=ATTACK, evidence=(ATTACK,))
    page = report(Replay(ATTACK, (post(strange),), (ATTACK,)), made_on=TODAY)
    outline = Outline(page)
    assert not {"script", "img"} & set(outline.tags)
    assert "${style}" in page  # what looks like a field of the page stays what it is


def test_only_a_web_address_becomes_a_link():
    page = page_of(post(flag(source_url="javascript:alert(1)")))
    assert "javascript:" not in page
    assert "Archive" in page
    assert "Source:" not in page_of(post(flag(source="", source_url="")))


def test_every_text_stands_in_its_own_direction():
    page = page_of(
        post(flag(), text="كل عام وأنتم بخير"), post(flag(Severity.CAUTION), text="שלום")
    )
    assert '<blockquote dir="auto">كل عام' in page
    assert '<td dir="auto">שלום' in page


def test_long_lists_are_cut_and_say_so(monkeypatch):
    monkeypatch.setattr(replay_report, "MOST_LISTED", 2)
    monkeypatch.setattr(replay_report, "MOST_MAPS", 1)
    posts = [post(flag(), market=name) for name in ("DE", "FR", "PL")]
    page = page_of(*posts)
    assert page.count("<article") == 2
    assert "1 more is not listed here; the tables count it." in page
    assert "Calendars are shown of the markets with most to answer." in page
    assert page.count('<table class="heat">') == 2


def test_a_long_text_is_cut_in_a_table_and_whole_where_it_is_stopped():
    long = "Wort " * 200
    assert long.strip() not in page_of(post(flag(Severity.CAUTION), text=long.strip()))
    assert long.strip() in page_of(post(flag(), text=long.strip()))


def test_an_empty_plan_and_one_without_dates_are_pages_too():
    assert "Nothing: every post was read." in page_of()
    undated = page_of(post(flag(), local=None), post(flag(), local=None, market=""))
    assert "Without a date" in undated
    assert "No market" in undated
    assert '<table class="heat">' not in undated


def test_half_letters_do_not_keep_it_from_being_written(tmp_path):
    target = tmp_path / "report.html"
    write_report(Replay("plan", (post(flag(), text="a\ud800b"),)), target, made_on=TODAY)
    assert "a?b" in target.read_text("utf-8")


def test_where_it_cannot_be_written_is_said(tmp_path):
    with pytest.raises(InvalidInputError, match="choose another place"):
        write_report(Replay("plan", ()), tmp_path / "no" / "report.html", made_on=TODAY)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


PAIRS = (
    *(("text", "paper"), ("text", "ground"), ("muted", "paper"), ("muted", "ground")),
    *(("accent", "paper"), ("accent", "ground"), ("text", "cell"), ("quiet-text", "quiet")),
    *(("caution-text", "caution"), ("stop-text", "stop"), ("blocked-text", "blocked")),
    *(("stop-soft-text", "stop-soft"), ("blocked-soft-text", "blocked-soft"), ("muted", "cell")),
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_words_stand_out_from_their_ground(scheme, words, ground):
    style = (LOOKS / "report.css").read_text("utf-8")
    light, _media, rest = style.partition("@media")
    dark = rest.partition("* { box-sizing")[0]
    chosen = light if scheme == "light" else dark
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", chosen))
    assert contrast(colours[words], colours[ground]) >= 4.5
