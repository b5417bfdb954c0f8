from app.domain.person import PersonId
from ui.settings.remembered import remember_person, remembered_person


def test_nobody_is_remembered_of_a_new_calendar(tmp_path):
    assert remembered_person(tmp_path / "new.countersign") is None


def test_who_was_chosen_is_remembered_for_that_calendar_alone(tmp_path):
    spring, autumn = tmp_path / "spring.countersign", tmp_path / "autumn.countersign"
    remember_person(spring, PersonId("lena"))
    remember_person(autumn, PersonId("marc"))
    assert remembered_person(spring) == "lena"
    assert remembered_person(autumn) == "marc"


def test_the_same_file_by_another_way_is_the_same_calendar(tmp_path):
    remember_person(tmp_path / "spring.countersign", PersonId("lena"))
    assert remembered_person(tmp_path / "folder" / ".." / "spring.countersign") == "lena"
