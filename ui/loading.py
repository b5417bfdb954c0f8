"""Makes what is loaded after it load faster."""

import gc
import sys
from types import ModuleType

SEARCHES_AFTER = (50_000, 20, 50)
"""How much is made before Python searches for rubbish: what is loaded stays, and makes none."""
_FEATURES = "shibokensupport.feature"


def load_fast() -> None:
    """Let Python search rarely for rubbish, and leave the sources of modules unread."""
    gc.set_threshold(*SEARCHES_AFTER)
    _leave_sources_unread()


def _leave_sources_unread() -> None:
    """Keep PySide from reading the source of each module that is loaded after it, and keeping it.

    It looks there for its own name, to know where `from __feature__ import …` could matter: nowhere
    here. It took a fifth of the time of loading, and more than 10 MB. A PySide without that part
    is left as it is.
    """
    if _FEATURES in sys.modules:
        vars(sys.modules[_FEATURES])["_mod_uses_pyside"] = _uses_no_features


def _uses_no_features(_module: ModuleType) -> bool:
    return False
