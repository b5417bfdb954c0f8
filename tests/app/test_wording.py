"""The words are the reader's where a translation is there, and English everywhere else."""

import pytest

from app import wording
from app.wording import _, ngettext, speak_english, speak_the_readers_language
from tests import pseudo


@pytest.fixture(autouse=True)
def english_afterwards():
    yield
    speak_english()


@pytest.fixture
def translated(tmp_path, monkeypatch):
    pseudo.write_catalog(tmp_path)
    monkeypatch.setenv("LANGUAGE", pseudo.LOCALE)
    speak_the_readers_language(tmp_path)


def test_a_translation_is_taken_where_the_reader_asks_for_its_language(translated):
    assert _("Import a sheet") == pseudo.pseudo("Import a sheet")
    assert ngettext("{count} post", "{count} posts", 1) == pseudo.pseudo("{count} post")
    assert ngettext("{count} post", "{count} posts", 2) == pseudo.pseudo("{count} posts")


def test_what_the_translation_lacks_is_said_in_english(translated):
    assert _("nobody has translated this") == "nobody has translated this"


def test_without_a_translation_all_is_english(tmp_path, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "tlh")
    speak_the_readers_language(tmp_path)
    assert _("Import a sheet") == "Import a sheet"
    assert ngettext("{count} post", "{count} posts", 2) == "{count} posts"


def test_the_folder_of_translations_belongs_to_the_resources():
    assert wording.FOLDER.parent.is_dir()
    assert wording.FOLDER.name == "locale"


def test_every_text_can_be_told_from_its_translation():
    for message in pseudo.messages():
        for text in (message,) if isinstance(message, str) else message:
            assert pseudo.plain(pseudo.pseudo(text)) == text
            assert pseudo.is_translated(pseudo.pseudo(text))
