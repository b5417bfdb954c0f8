"""The window: the only place with Qt."""

import PySide6.QtCore  # noqa: F401  whose ways of loading are changed before anything else is

from ui.loading import load_fast

load_fast()
