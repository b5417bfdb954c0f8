"""One row as a day of the team."""

from app.days.fields import Fields
from app.exchange.team_day_fields import Usual, markets_by_name, team_day
from tests.builders.domain import GERMANY

KNOWN = markets_by_name([GERMANY])


def made(**texts):
    fields = Fields("days.csv", "of row 2", {"name": "Ä b!", "rule": "2027-01-02", **texts})
    return team_day(fields, KNOWN, Usual())


def test_a_market_is_known_by_code_name_and_id_in_any_case():
    for name in ("de", "GERMANY", "M-DE"):
        assert made(markets=name).markets == (GERMANY.id,)
    assert made(markets="DE; Germany").markets == (GERMANY.id,)


def test_an_id_is_made_of_letters_and_stays_the_same():
    assert made(id="Team Day #1").id == "team-team-day-1"
    assert made(id="team-fire").id == "team-fire"
    assert made().id == made().id
    assert made().id.startswith("team-ä-b-")


def test_the_words_of_the_program_s_own_data_are_understood():
    assert made(severity="BLOCK").severity == made(severity="stop").severity
    assert made(tone=" Mourning ").tone.value == "mourning"
