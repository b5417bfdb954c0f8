"""The id of a row: the same at the next import, whatever the file is called."""

from tests.app.exchange.sheet_builders import HEADER, plain, read

NUMBERED = (*HEADER, "ID")


def ids(*rows, **options):
    return [one.source_id for one in read(*rows, **options).rows]


def test_the_same_sheet_gives_the_same_ids_again_and_no_two_alike():
    rows = (plain(), plain(), plain(Copy="Anderes"), plain(Platform="IG, FB"))
    assert ids(*rows) == ids(*rows)
    assert len(set(ids(*rows))) == 5


def test_a_row_keeps_its_id_in_another_place_file_and_form():
    moved = ids(plain(Copy="b"), (), plain())
    assert ids(plain(), plain(Copy="b")) == moved[::-1]
    assert ids(plain(), sheet={"name": "December"}) == ids(plain())
    assert ids(plain(Date="10.11.2027", Time="9h30")) == ids(plain())


def test_a_status_does_not_change_the_id_but_the_content_does():
    header = (*HEADER, "Status")
    draft, approved, other = (
        ids(header, (*row, status), with_header=False)
        for row, status in ((plain(), "Draft"), (plain(), "Approved"), (plain(Copy="b"), "Draft"))
    )
    assert draft == approved != other


def test_a_guessed_hour_is_no_part_of_the_id():
    usual = ids(plain(Time=""))
    assert ids(plain(Time=""), usual_time={}) == usual
    assert ids(plain(Time="09:30")) != usual


def test_the_sheets_own_numbers_are_taken_and_must_be_different_on_a_channel():
    found = read(NUMBERED, (*plain(), "A-1"), (*plain(Copy="b"), "A-1"), with_header=False)
    assert [one.source_id for one in found.rows] == ["A-1/c-de-ig"]
    assert found.rows[0].has_own_number
    assert [one.sentence for one in found.errors] == [
        "Row 3, ID: “A-1” stands in row 2 too. Give each row its own and import again."
    ]


def test_one_number_for_one_idea_on_several_channels_is_no_mistake():
    rows = ((*plain(), "A-1"), (*plain(Platform="Facebook"), "A-1"))
    assert ids(NUMBERED, *rows, with_header=False) == ["A-1/c-de-ig", "A-1/c-de-fb"]
