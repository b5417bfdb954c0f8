"""How a calendar was last looked at."""

from app.storage.settings import drop_setting, keep_setting, setting


def test_a_setting_is_what_was_kept_last(engine):
    assert setting(engine, "zoom") is None
    keep_setting(engine, "zoom", "1")
    keep_setting(engine, "zoom", "2")
    assert setting(engine, "zoom") == "2"
    drop_setting(engine, "zoom")
    assert setting(engine, "zoom") is None
