"""What a person types to call the program: from its sources, or packed for others."""

import argparse
import sys
from pathlib import Path
from typing import NoReturn

from app.errors import InvalidInputError
from app.wording import _


class OneSentenceParser(argparse.ArgumentParser):
    """Raises what is not understood as one sentence, instead of printing the usage and ending."""

    def error(self, message: str) -> NoReturn:
        """Raise InvalidInputError with the problem and the way to the help."""
        raise InvalidInputError(
            _("That was not understood: {problem} (“{program} --help” explains it).").format(
                problem=message, program=self.prog
            )
        )


def called() -> str:
    """Return what stands before a word of the command line."""
    return _packed_name() or "python3 run.py"


def called_with_options() -> str:
    """Return what stands before the options of the window."""
    return _packed_name() or "python -m ui"


def is_packed() -> bool:
    """Tell whether the program runs packed, without the sources and what belongs to them."""
    return bool(getattr(sys, "frozen", False))  # so PyInstaller marks what it packs


def _packed_name() -> str:
    return Path(sys.executable).stem if is_packed() else ""
