"""The licence texts that the packed program must carry, gathered from what went into it."""

import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import Distribution, distributions
from pathlib import Path
from platform import python_version

from app import __version__

_ROOT = Path(__file__).resolve().parents[1]
_TEXTS = Path(__file__).resolve().parent / "texts"
_BOOTLOADER = "pyinstaller"
"""Not a module of the program, yet the first thing that starts in it."""
_PACKED_MODULES = "base_library.zip"
"""What PyInstaller makes of the modules with which Python starts."""
_TEXT_NAME = re.compile(r"(licen[cs]e|copying|notice|authors|contributors)", re.IGNORECASE)
_SOURCE_LABEL = re.compile(r"(source|repository|code|github)", re.IGNORECASE)
_STANDARD_TEXTS = {
    "LGPL-3.0-only": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "MIT": ("MIT.txt",),
}
"""For packages that name their licence but do not bring its text."""
_CLASSIFIERS = {"License :: OSI Approved :: MIT License": "MIT"}
_LONGEST_TERMS = 80
_DEBIAN_DOCUMENTS = Path("/usr/share/doc")

_READ_ME = """\
What Countersign {version} is made of, and on which terms you have it
=====================================================================

Countersign itself: MIT, see Countersign/LICENSE.

Qt and PySide6 are used under the GNU Lesser General Public License, version 3. They lie as files
of their own in _internal (PySide6 and shiboken6): you may replace them by others, also by changed
ones. Their sources:
    https://download.qt.io/official_releases/QtForPython/
    https://download.qt.io/official_releases/qt/
What Qt in turn contains: https://doc.qt.io/qt-6/licenses-used-in-qt.html

Each folder here is named after what its texts are for.

{parts}
"""


class MissingLicenceError(Exception):
    """Something would be given away without the licence that belongs to it."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that went in: how its folder is called, its terms, its sources, its texts."""

    folder: str
    terms: str
    sources: str
    texts: Mapping[str, Path] = field(default_factory=dict)

    @property
    def line(self) -> str:
        """The part in one line of the list."""
        return f"{self.folder}: {'; '.join(filter(None, (self.terms, self.sources)))}"


def write_licences(folder: Path, went_in: Iterable[Path]) -> None:
    """Write the licence texts of all files that went in, and a list that says whose they are.

    MissingLicenceError when a package has none.
    """
    parts = parts_of(went_in)
    for part in parts:
        for name, text in part.texts.items():
            target = folder / part.folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(text, target)
    lines = "\n".join(part.line for part in parts)
    read_me = _READ_ME.format(version=__version__, parts=lines)
    (folder / "README.txt").write_text(read_me, encoding="utf-8")


def parts_of(went_in: Iterable[Path]) -> tuple[Part, ...]:
    """Return what the files belong to: us, Python, its packages, and the system that packs them."""
    files = {path.resolve() for path in went_in if path.is_file()}
    found = [one for one, own in _installed() if one.name == _BOOTLOADER or files & own]
    of_packages = frozenset().union(*(own for _package, own in _installed()))
    strange = [file for file in files - of_packages if not _is_ours(file) and not _is_pythons(file)]
    return (
        Part("Countersign", "MIT", "", {"LICENSE": _ROOT / "LICENSE"}),
        Part(f"Python-{python_version()}", "PSF-2.0", "https://www.python.org", _texts_of_python()),
        *sorted(map(_package, found), key=lambda part: part.folder.lower()),
        *_of_the_system(strange),
    )


@cache
def _installed() -> tuple[tuple[Distribution, frozenset[Path]], ...]:
    """Return every package that is installed, with its files."""
    return tuple(
        (one, frozenset(Path(str(file.locate())).resolve() for file in one.files or ()))
        for one in distributions()
    )


def _package(package: Distribution) -> Part:
    terms = _stated(package, "License-Expression") or _stated(package, "License")
    for classifier in package.metadata.get_all("Classifier") or ():
        terms = terms or _CLASSIFIERS.get(classifier, "")
    texts = _own_texts(package) or {
        name: _TEXTS / name for name in _STANDARD_TEXTS.get(terms.partition(" OR ")[0], ())
    }
    if not texts:
        message = "{name} {version} brings no licence text: find it and add it to packing/texts."
        raise MissingLicenceError(message.format(name=package.name, version=package.version))
    is_long = len(terms) > _LONGEST_TERMS  # some put the whole text there
    return Part(
        f"{package.name}-{package.version}", "" if is_long else terms, _sources(package), texts
    )


def _own_texts(package: Distribution) -> dict[str, Path]:
    return {
        "/".join(file.parts[1:]): Path(str(file.locate()))
        for file in package.files or ()
        if file.parts[0].endswith(".dist-info") and _TEXT_NAME.match(file.name)
    }


def _sources(package: Distribution) -> str:
    """Return where the sources of a package lie, else its home page."""
    labelled = [entry.split(", ", 1) for entry in package.metadata.get_all("Project-URL") or ()]
    found = [address for label, address in labelled if _SOURCE_LABEL.search(label)]
    return next(iter(found), _stated(package, "Home-page"))


def _stated(package: Distribution, name: str) -> str:
    return str(package.metadata[name]) if name in package.metadata else ""


def _is_ours(file: Path) -> bool:
    return file.is_relative_to(_ROOT)


def _is_pythons(file: Path) -> bool:
    is_packed = file.name == _PACKED_MODULES or file.is_relative_to(sysconfig.get_path("stdlib"))
    return is_packed or (
        sys.base_prefix != "/usr" and file.is_relative_to(Path(sys.base_prefix).resolve())
    )


def _texts_of_python() -> dict[str, Path]:
    folders = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    texts = [folder / "LICENSE.txt" for folder in folders]
    version = "python{}.{}".format(*sys.version_info)
    texts.append(_DEBIAN_DOCUMENTS / version / "copyright")
    found = [text for text in texts if text.is_file()]
    if not found:
        message = "The licence of this Python was not found beside it."
        raise MissingLicenceError(message)
    return {found[0].name: found[0]}


def _of_the_system(files: Iterable[Path]) -> Iterator[Part]:
    """Yield the packages of Debian that shared libraries come from, else the libraries by name."""
    names = sorted({file.name for file in files})
    owners = _debian_packages(names)
    for package in sorted(set(owners.values())):
        text = _DEBIAN_DOCUMENTS / package / "copyright"
        texts = {"copyright": text} if text.is_file() else {}
        held = ", ".join(name for name in names if owners.get(name) == package)
        yield Part(f"system/{package}", held, f"https://tracker.debian.org/{package}", texts)
    for name in names:
        if name not in owners:
            yield Part(f"system/{name}", "as the system on which it was packed has it", "")


def _debian_packages(libraries: list[str]) -> dict[str, str]:
    """Return the package of each library that Debian knows; none on other systems."""
    dpkg = shutil.which("dpkg")
    if dpkg is None or not libraries:
        return {}
    said = subprocess.run(  # noqa: S603  the system's own program
        [dpkg, "--search", *(f"*/{name}" for name in libraries)],
        capture_output=True,
        text=True,
        check=False,  # it minds every library that it does not know
    )
    lines = (line.partition(": ") for line in said.stdout.splitlines())
    return {path.rpartition("/")[2]: owner.partition(":")[0] for owner, _colon, path in lines}
