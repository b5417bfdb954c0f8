"""The model of py3langid, unpacked once when the program is installed, and mapped into memory.

py3langid unpacks it at each start, which takes a third of a second and 80 MB in each process.
Mapped it is there at once, only what is looked at takes memory, and all processes share that.
"""

import os
import shutil
import sys
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from tokenize import TokenError
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

_TABLE = "table.npy"
_PRIORS = "priors.npy"
_LANGUAGES = "languages.npy"
_MOVES = "moves.npy"
_ROWS = "rows.npy"
_FEATURES = "features.npy"

_NOT_WHOLE = (OSError, ValueError, EOFError, TokenError)
"""What numpy raises for a file that is missing, empty, cut short or garbled."""


def unpacked_model() -> Path:
    """Return the folder in which the model of the installed py3langid lies, or shall lie."""
    return Path(sys.prefix) / "share" / f"py3langid-{version('py3langid')}"


def language_model(folder: Path) -> Any:  # noqa: ANN401  py3langid comes without types
    """Return the model that knows all languages, from a folder or else as py3langid packs it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  numpy is large

    try:
        return _mapped(folder)
    except _NOT_WHOLE:
        return LanguageIdentifier.from_model_file(MODEL_FILE)


def unpack(folder: Path) -> None:
    """Write the model as plain arrays into a folder, whole or not at all."""
    import numpy as np  # noqa: PLC0415
    from py3langid.langid import MODEL_DIR, MODEL_FILE  # noqa: PLC0415
    from py3langid.modelio import load_model  # noqa: PLC0415

    table, priors, languages, moves, rows, features = load_model(MODEL_DIR / MODEL_FILE)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=folder.name, dir=folder.parent) as place:
        half_done = Path(place) / folder.name
        half_done.mkdir()
        for name, values in (
            (_TABLE, np.asfortranarray(table)),  # by language: few of them are asked for
            (_PRIORS, priors),
            (_LANGUAGES, np.array(languages)),
            (_MOVES, np.asarray(moves)),
            (_ROWS, np.asarray(rows)),
            (_FEATURES, np.asarray(features, dtype=np.int32)),
        ):
            _write(half_done / name, values)
        shutil.rmtree(folder, ignore_errors=True)
        half_done.rename(folder)


def _write(file: Path, values: "NDArray[Any]") -> None:
    """Write an array to the disk itself: a power cut could leave zeros, which look like a model."""
    import numpy as np  # noqa: PLC0415

    with file.open("wb") as target:
        np.save(target, values, allow_pickle=False)
        target.flush()
        os.fsync(target.fileno())


def _mapped(folder: Path) -> Any:  # noqa: ANN401
    """Return the model of a folder; one of _NOT_WHOLE is raised if it is not whole."""
    from py3langid.langid import LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier(
        _array(folder / _TABLE),
        _array(folder / _PRIORS),
        _array(folder / _LANGUAGES).tolist(),
        _numbers(folder / _MOVES),
        _numbers(folder / _FEATURES),
        tk_row=_numbers(folder / _ROWS),
    )


def _numbers(file: Path) -> memoryview:
    """Return a view that gives one number sooner than an array of numpy does."""
    return memoryview(_array(file))  # type: ignore[arg-type] # a buffer as of 3.12


def _array(file: Path) -> "NDArray[Any]":
    import numpy as np  # noqa: PLC0415

    return np.load(file, mmap_mode="r", allow_pickle=False)  # type: ignore[no-any-return]


if __name__ == "__main__":
    unpack(unpacked_model())
