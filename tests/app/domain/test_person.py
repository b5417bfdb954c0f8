"""What a person may do."""

import pytest

from app.domain.person import Person, PersonId, Role


@pytest.mark.parametrize(
    ("role", "may_review", "may_own"),
    [(Role.PLANNER, False, False), (Role.REVIEWER, True, False), (Role.OWNER, True, True)],
)
def test_each_role_may_what_it_says(role, may_review, may_own):
    person = Person(PersonId("p"), "Pia", role)
    assert (person.may_review, person.may_own) == (may_review, may_own)


@pytest.mark.parametrize("role", list(Role))
def test_who_has_left_may_nothing(role):
    person = Person(PersonId("p"), "Pia", role, is_active=False)
    assert not person.may_review
    assert not person.may_own


@pytest.mark.parametrize(
    ("languages", "language", "reads"),
    [
        ((), "ja", True),
        (("pt",), "pt-BR", True),
        (("en-GB",), "en-US", True),
        (("de",), "ar", False),
    ],
)
def test_a_person_reads_the_languages_of_their_list(languages, language, reads):
    assert Person(PersonId("p"), "Pia", Role.REVIEWER, languages).reads(language) is reads
