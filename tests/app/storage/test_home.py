"""Where the brand is at home."""

import pytest

from app.errors import RefusedError
from app.storage.home import home, save_home


def test_the_newest_answer_counts(desk, engine):
    assert home(engine) == ""
    save_home(engine, desk.stamp("olga"), "DE", "Founded there")
    save_home(engine, desk.stamp("olga"), "FR", "Moved")
    assert home(engine) == "FR"


def test_only_an_owner_says_it(desk, engine):
    with pytest.raises(RefusedError):
        save_home(engine, desk.stamp("ben"), "DE", "So")
