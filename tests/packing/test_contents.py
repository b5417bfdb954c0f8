"""What goes into the packed program, and what stays out of it."""

import pytest

from app.risks.rules_version import LIBRARIES
from packing.contents import METADATA_OF, is_wanted, languages_of_the_window, programs


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6/Qt/plugins/platformthemes/libqxdgdesktopportal.so",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "PySide6/Qt/plugins/xcbglintegrations/libqxcb-glx-integration.so",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        *(f"PySide6/Qt/plugins/imageformats/libq{kind}.so" for kind in ("jpeg", "gif", "webp")),
        "numpy.libs/libscipy_openblas64_.so",
        "babel/locale-data/ar.dat",
    ],
)
def test_what_people_need_goes_in(name):
    assert is_wanted(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/platforms/libqminimalegl.so",
        "PySide6/Qt/plugins/platforms/libqminimal.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6\\plugins\\tls\\qschannelbackend.dll",
        "PySide6/Qt/plugins/imageformats/libqtiff.so",
        "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        "libstdc++.so.6",
        "libgcc_s.so.1",
    ],
)
def test_what_nobody_needs_stays_out(name):
    assert not is_wanted(name)


def test_of_qts_own_words_those_of_the_windows_languages_go_in():
    languages = frozenset({"de", "en"})
    assert is_wanted("PySide6/Qt/translations/qtbase_de.qm", languages)
    assert not is_wanted("PySide6/Qt/translations/qtbase_fr.qm", languages)
    assert not is_wanted("PySide6/Qt/translations/linguist_de.qm", languages)


def test_the_languages_of_the_window_are_those_that_it_is_translated_to(tmp_path):
    words = tmp_path / "resources" / "locale" / "de" / "LC_MESSAGES" / "countersign.mo"
    assert languages_of_the_window(tmp_path) == {"en"}
    words.parent.mkdir(parents=True)
    words.touch()
    assert languages_of_the_window(tmp_path) == {"de", "en"}


def test_on_windows_a_second_program_has_the_console_that_a_window_lacks():
    assert programs("win32") == {"Countersign": False, "countersign-cli": True}
    assert programs("linux") == programs("darwin") == {"Countersign": False}


def test_the_versions_of_libraries_that_flags_depend_on_are_packed():
    assert set(LIBRARIES) <= set(METADATA_OF)
