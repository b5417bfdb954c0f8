"""Where a fault of the program is kept when it happens on the command line."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

import platformdirs

from app.wording import _

log = logging.getLogger("countersign")
_LARGEST = 1_000_000


def keep_fault(fault: BaseException) -> str:
    """Write a fault with all its details into the log; return the sentence for the person."""
    try:
        kept_in = _kept(fault)
    except OSError:
        return _("Something went wrong inside Countersign, and no details could be kept.")
    return _(
        "Something went wrong inside Countersign, and what was not yet saved is not saved; the "
        "details are kept in {file}."
    ).format(file=kept_in)


def _kept(fault: BaseException) -> Path:
    file = platformdirs.user_log_path("Countersign", ensure_exists=True) / "countersign.log"
    handler = RotatingFileHandler(file, maxBytes=_LARGEST, backupCount=2, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    try:
        log.error("A fault of the program", exc_info=fault)
    finally:
        log.removeHandler(handler)
        handler.close()
    return file
