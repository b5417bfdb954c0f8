"""Who is meant by an @ in a comment."""

import pytest

from app.domain.comment import mentioned
from app.domain.person import Person, PersonId, Role

ANN = Person(PersonId("ann"), "Ann", Role.PLANNER)
ANN_LEE = Person(PersonId("ann-lee"), "Ann Lee", Role.REVIEWER)
OEZIL = Person(PersonId("oe"), "Özge Straße", Role.OWNER)
NAMELESS = Person(PersonId("x"), "", Role.PLANNER)
TEAM = (ANN, ANN_LEE, OEZIL, NAMELESS)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Nobody is meant", ()),
        ("@Ann, look", (ANN.id,)),
        ("@ann lee: is this so?", (ANN_LEE.id,)),
        ("@Ann Leeds is somebody else", (ANN.id,)),
        ("@Annabel is somebody else", ()),
        ("@Ann Lee and @ann and @Ann", (ANN_LEE.id, ANN.id)),
        ("write to press@ann.example", ()),
        ("(@ÖZGE STRASSE)", (OEZIL.id,)),
        ("@ alone means nobody", ()),
        ("@", ()),
    ],
)
def test_a_sign_with_a_name_means_that_person(text, meant):
    assert mentioned(text, TEAM) == meant
