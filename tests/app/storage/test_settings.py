"""How a calendar was last looked at."""

from app.storage.settings import keep_setting, setting


def test_a_setting_is_what_was_kept_last(engine):
    assert setting(engine, "zoom") is None
    keep_setting(engine, "zoom", "1")
    keep_setting(engine, "zoom", "2")
    assert setting(engine, "zoom") == "2"
