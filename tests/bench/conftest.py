from tests.qt_ground import (  # noqa: F401 - what pytest finds here it uses
    nothing_left_behind,
    one_look,
    settings_of_its_own,
)
