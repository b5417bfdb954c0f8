"""What of a picture an approval is bound to."""

import pytest

from app.domain.medium import Medium
from tests.builders.domain import content

ONE = Medium("https://media.example/loaf.png", "a" * 64, "A loaf")


@pytest.mark.parametrize(
    "other",
    [
        Medium("https://media.example/cup.png", ONE.digest, ONE.alt),
        Medium(ONE.url, "b" * 64, ONE.alt),
        Medium(ONE.url, ONE.digest, "A cup"),
    ],
)
def test_another_address_picture_or_alt_text_is_other_content(other):
    assert content(media=(ONE,)).fingerprint != content(media=(other,)).fingerprint


def test_the_order_of_pictures_is_content():
    other = Medium("https://media.example/cup.png")
    assert content(media=(ONE, other)).fingerprint != content(media=(other, ONE)).fingerprint
