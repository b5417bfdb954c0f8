"""The names of columns as data."""

import pytest

from app.exchange.cells import folded
from app.exchange.column_names import NAMES, NOT_A_PLAN_DATE, Field


def test_every_field_has_names():
    assert set(NAMES) == set(Field)


def test_no_name_stands_for_two_fields():
    owners = {}
    for field, names in NAMES.items():
        for name in names:
            assert owners.setdefault(folded(name), field) is field, name


@pytest.mark.parametrize("field", [Field.DATE, Field.TIME, Field.MOMENT])
def test_no_name_of_a_moment_is_one_of_the_work(field):
    assert not [
        n for n in NAMES[field] if set(folded(n).split()) & set(map(folded, NOT_A_PLAN_DATE))
    ]


@pytest.mark.parametrize(
    ("field", "names"),
    [
        (Field.DATE, ("date", "datum", "fecha", "data")),
        (Field.CHANNEL, ("platform", "kanal", "réseau", "plataforma", "canale")),
        (Field.TEXT, ("caption", "text", "texte", "texto", "testo")),
    ],
)
def test_the_columns_that_most_plans_have_are_known_in_all_languages(field, names):
    assert set(names) <= set(NAMES[field])
