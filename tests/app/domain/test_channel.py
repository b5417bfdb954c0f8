"""The identity of a channel."""

from dataclasses import FrozenInstanceError

import pytest

from tests.builders.domain import INSTAGRAM


def test_the_identity_of_a_channel_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        INSTAGRAM.handle = "@somebody.else"
