"""The addresses of a post, taken apart."""

import pytest

from app.domain.channel import ChannelId
from app.domain.market import MarketId
from app.domain.post import Content
from app.risks.links import Where, links


def found(text="", link="", comment=""):
    content = Content(
        MarketId("m"), ChannelId("c"), "de", "UTC", text=text, link=link, first_comment=comment
    )
    return links(content)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Mehr: https://solvane.de/brot.", ["https://solvane.de/brot"]),
        ("(https://solvane.de/a_(b))", ["https://solvane.de/a_(b)"]),
        ("(siehe https://solvane.de)", ["https://solvane.de"]),
        ("„https://solvane.de/x“, sagt sie", ["https://solvane.de/x"]),
        ("www.solvane.de und shop.solvane.de/x", ["www.solvane.de", "shop.solvane.de/x"]),
        ("パンはhttps://solvane.jp/panをどうぞ。", ["https://solvane.jp/pan"]),
        ("パンは https://solvane.jp/pan。", ["https://solvane.jp/pan"]),
        ("Brot.Kuchen um 9.30 Uhr, z. B. Nr.5", ["Brot.Kuchen"]),
        ("lena@solvane.de und @solvane.de", []),
        ("https//solvane.de htps://solvane.de", ["https//solvane.de", "htps://solvane.de"]),
        ("Kein Link, nur Text...", []),
        ("http://localhost/x", ["http://localhost/x"]),
    ],
)
def test_an_address_ends_where_the_sentence_goes_on(text, written):
    assert [link.written for link in found(text)] == written


def test_link_text_and_comment_are_told_apart():
    where = [link.where for link in found("a.de/x", "https://b.de", "c.de/y")]
    assert where == [Where.LINK, Where.TEXT, Where.COMMENT]


def test_an_address_is_taken_apart():
    (link,) = found(link=" HTTPS://me@Shop.Solvane.DE.:8080/A/b?utm_Source=X+y&b=%41#end ")
    assert (link.scheme, link.host, link.port, link.user) == (
        "https",
        "shop.solvane.de",
        "8080",
        "me",
    )
    assert link.segments == ("a", "b")
    assert link.parameters == (("utm_source", "x y"), ("b", "a"))
    assert (link.value("b"), link.value("c")) == ("a", "")


@pytest.mark.parametrize(
    ("link", "host"),
    [
        ("solvane.de", "solvane.de"),
        ("localhost:3000", ""),
        ("solvane.de:8080/x", "solvane.de"),
        ("hallo", ""),
        ("https://[::1", ""),
        ("https://xn--bcker-gra.de", "bäcker.de"),
        ("https://xn--\u00e4.de", "xn--ä.de"),
        ("mailto:lena@solvane.de", ""),
    ],
)
def test_what_is_no_address_has_no_host(link, host):
    (one,) = found(link=link)
    assert one.host == host


def test_a_label_that_cannot_be_decoded_stays_as_it_is():
    (one,) = found(link="https://xn--999999999999.de/")
    assert one.host == "xn--999999999999.de"


def test_a_post_without_addresses_has_none():
    assert found() == found("Zimtschnecken. Heute") == ()
