"""Links that cannot work, were meant for colleagues, or came along from somewhere else."""

import pytest

from app.domain.flag import Severity
from app.risks.link_hygiene import SEVERITIES, hygiene
from app.risks.link_words import Fault
from tests.app.risks.builders import facts, post

HERE = facts()


def faults(text="Brot", link=""):
    return [
        flag.key.removeprefix("channel.link:")
        for flag in hygiene(post(HERE, text=text, link=link), HERE)
    ]


@pytest.mark.parametrize(
    ("fault", "link"),
    [
        (Fault.FILE, "C:\\Users\\lena\\plan.docx"),
        (Fault.FILE, "file:///home/lena/plan.html"),
        (Fault.TWO_ADDRESSES, "https://https://solvane.de"),
        (Fault.TWO_ADDRESSES, "https://solvane.dehttps://solvane.de/brot"),
        (Fault.MISTYPED, "htps://solvane.de"),
        (Fault.MISTYPED, "https:/solvane.de"),
        (Fault.MISTYPED, "https//solvane.de"),
        (Fault.MISTYPED, "https:solvane.de"),
        (Fault.MISTYPED, "javascript:void(0)"),
        (Fault.MISTYPED, "https://solvane"),
        (Fault.MISTYPED, "https://solvane..de"),
        (Fault.MISTYPED, "https://ww.solvane.de"),
        (Fault.MISTYPED, "https://wwwsolvane.de"),
        (Fault.MISTYPED, "https://solvane.con/brot"),
        (Fault.MISTYPED, "folgt"),
        (Fault.MISTYPED, "https://[::1"),
        (Fault.SPACE, "https://solvane.de/unser brot"),
        (Fault.NO_SCHEME, "www.solvane.de"),
        (Fault.NO_SCHEME, "solvane.de/brot"),
        (Fault.INSIDE, "https://localhost/brot"),
        (Fault.INSIDE, "https://192.168.0.4/brot"),
        (Fault.INSIDE, "https://172.20.1.1/brot"),
        (Fault.INSIDE, "https://brot.solvane.local/"),
        (Fault.INSIDE, "https://[::1]/"),
        (Fault.BY_NUMBER, "https://203.0.113.9/brot"),
        (Fault.WORKSHOP, "https://staging.solvane.de/brot"),
        (Fault.WORKSHOP, "https://shop-stg2.solvane.co.uk/"),
        (Fault.WORKSHOP, "https://www.dev.solvane.de/"),
        (Fault.WORKSHOP, "https://solvane-herbst.vercel.app/"),
        (Fault.WORKSHOP, "https://solvane.de:8080/brot"),
        (Fault.FOR_COLLEAGUES, "https://docs.google.com/document/d/1a/edit"),
        (Fault.FOR_COLLEAGUES, "https://docs.google.com/forms/d/1a/edit"),
        (Fault.FOR_COLLEAGUES, "https://solvane.de/wp-admin/post.php?post=7&action=edit"),
        (Fault.FOR_COLLEAGUES, "https://solvane.de/?p=7&preview=true"),
        (Fault.FOR_COLLEAGUES, "https://solvane.de/?preview_theme_id=12"),
        (Fault.FOR_COLLEAGUES, "https://admin.solvane.de/"),
        (Fault.FOR_COLLEAGUES, "https://www.canva.com/design/DAF/x/edit"),
        (Fault.FOR_COLLEAGUES, "https://solvane.sharepoint.com/:w:/s/x"),
        (Fault.LOOKALIKE, "https://s\u043elvane.de"),
        (Fault.LOOKALIKE, "https://xn--slvane-3bg.de"),
        (Fault.HIDDEN_HOST, "https://www.solvane.de@boese.net/"),
        (Fault.BAD_PERCENT, "https://solvane.de/br%C3%B6tchen%2"),
        (Fault.BAD_PERCENT, "https://solvane.de/br%25C3%25B6tchen"),
        (Fault.TWO_QUERIES, "https://solvane.de/?id=1?utm_source=facebook"),
        (Fault.TWO_QUERIES, "https://solvane.de/brot&utm_source=facebook"),
        (Fault.AT_THE_END, "https://solvane.de/brot."),
        (Fault.SHORTENED, "https://bit.ly/3xY"),
        (Fault.CLICK_MARK, "https://solvane.de/?fbclid=abc"),
        (Fault.NOT_SECURE, "http://solvane.de/brot"),
    ],
)
def test_each_fault_of_a_link_is_seen_and_is_the_only_one(fault, link):
    (flag,) = hygiene(post(HERE, link=link), HERE)
    assert flag.key == f"channel.link:{fault.value}"
    assert flag.severity is SEVERITIES[fault]
    assert flag.evidence == (link,)


@pytest.mark.parametrize(
    "link",
    [
        "",
        "https://solvane.de/brot?sorte=roggen&utm_source=facebook#laden",
        "https://www.test.de/brot",
        "https://dev.to/solvane/brot",
        "https://test.co.uk/",
        "https://docs.google.com/forms/d/e/1a/viewform",
        "https://web.archive.org/web/2020/https://solvane.de",
        "https://solvane.de/teilen?u=https://solvane.de/?a=1",
        "https://solvane.de/br%C3%B6tchen",
        "https://b\u00e4cker.de",
        "https://\u043f\u0435\u043a\u0430\u0440\u043d\u044f.\u0440\u0444/",
        "https://www.solvane.de/administration-des-brots",
        "mailto:lena@solvane.de",
        "tel:+491234",
        "https://solvane.de:443/",
        "https://stagecoach.de/",
        "https://test-kitchen.solvane.de/",
        "https://wiki.openstreetmap.org/wiki/Brot",
        "https://docs.google.com/forms/d/e/1a/viewform?usp=sharing",
        "https://museum.example/cms/brot",
        "https://www.youtube.com/watch?v=abc",
    ],
)
def test_ordinary_links_raise_nothing(link):
    assert not faults(link=link)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mehr auf solvane.de und www.solvane.de.", []),
        ("Schreibt an lena@solvane.de, z. B. heute", []),
        ("Um 9.30 Uhr in St.Pauli", []),
        ("Test: http://localhost:3000/brot", ["inside", "not-secure", "workshop"]),
        ("Siehe staging.solvane.de/brot", ["workshop"]),
        ("Mehr: https://solvane.example/brot", []),
    ],
)
def test_in_a_text_only_whole_addresses_are_judged(text, found):
    assert faults(text) == found


def test_several_links_with_one_fault_are_one_flag():
    here = post(HERE, text="http://solvane.de/a und http://solvane.de/b")
    (flag,) = hygiene(here, HERE)
    assert flag.evidence == ("http://solvane.de/a", "http://solvane.de/b")


def test_another_link_with_the_same_fault_has_not_been_seen_yet():
    (one,) = hygiene(post(HERE, link="http://solvane.de/a"), HERE)
    (other,) = hygiene(post(HERE, link="http://solvane.de/b"), HERE)
    assert one.key == other.key
    assert one.mark != other.mark


def test_nobody_outside_can_open_a_computer_in_the_house():
    assert SEVERITIES[Fault.INSIDE] is SEVERITIES[Fault.FILE] is Severity.STOP
