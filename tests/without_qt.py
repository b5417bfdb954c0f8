"""A plugin of pytest: tests run as if Qt were not installed (pytest -c headless.ini)."""

import sys

for name in ("PySide6", "shiboken6"):
    sys.modules[name] = None  # an import of it now fails as it does where Qt is absent
