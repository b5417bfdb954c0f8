from tests.qt_ground import (  # noqa: F401 - what pytest finds here it uses
    at_home_or_abroad,
    nothing_left_behind,
    one_look,
    pseudo_locale,
    settings_of_its_own,
    what_stands_already,
)
