import pytest

from ui.talk.people_names import Begun, begun_name


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("", None),
        ("no sign", None),
        ("@", Begun(1, "")),
        ("hello @Le", Begun(7, "Le")),
        ("hello @Lena Br", Begun(7, "Lena Br")),
        ("press@solvane", None),
        ("@ Lena", None),
        ("@Lena\nand more", None),
        ("@a and @b", Begun(8, "b")),
        ("@" + "x" * 61, None),
    ],
)
def test_a_name_begins_with_a_sign_of_its_own_on_the_same_line(text, begun):
    assert begun_name(text, len(text)) == begun


def test_only_what_stands_before_the_cursor_counts():
    assert begun_name("@Lena @Marc", 3) == Begun(1, "Le")
