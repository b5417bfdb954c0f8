"""Which release of a library is installed."""

from importlib.metadata import version

import pytest

from app.libraries import release_of, releases_in


@pytest.mark.parametrize("library", ["babel", "hijridate", "holidays", "pyluach", "py3langid"])
def test_it_is_the_one_that_python_would_load(library):
    assert release_of(library) == version(library)


def test_a_library_whose_folder_is_named_otherwise_is_looked_up():
    assert release_of("PySide6-Essentials") == version("pyside6_essentials")


def test_the_folder_that_comes_first_counts(tmp_path):
    for folder, number in (("first", "1.0"), ("second", "2.0")):
        (tmp_path / folder / f"thing-{number}.dist-info").mkdir(parents=True)
    folders = (str(tmp_path / "first"), str(tmp_path / "nowhere"), str(tmp_path / "second"))
    assert releases_in(folders) == {"thing": "1.0"}
