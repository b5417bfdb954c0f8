"""What goes into the packed program beside its modules, and what stays out of it."""

from fnmatch import fnmatch
from pathlib import Path

PROGRAM = "Countersign"
CONSOLE_PROGRAM = "countersign-cli"

OURS = ("app", "ui")
"""All modules of ours go in: some are imported by name, or only when they are needed."""

FOUND_BY_NAME = ("tzdata",)
"""Modules that nobody imports, but that are looked for when they are needed."""

FOLDERS = ("resources",)
"""Our own data, kept where `__file__` of our modules looks for it: whatever lies below."""

DATA_OF = {
    "app": ["**/*.sql"],
    "holidays": ["locale/**/*.mo"],
    "py3langid": ["data/*"],
}
"""Packages with data that PyInstaller's hooks do not know of: pattern by pattern."""

METADATA_OF = ("babel", "hijridate", "holidays", "py3langid", "pyluach", "rapidfuzz", "regex")
"""Packages whose versions are part of the knowledge version or of the rules' version."""

EXCLUDED_MODULES = (
    *("tkinter", "unittest", "doctest", "pydoc", "pydoc_data", "lib2to3", "ensurepip", "venv"),
    *("pip", "setuptools", "pytest", "_pytest", "PyInstaller"),
    *("numpy.f2py", "numpy.testing", "numpy.random", "numpy.fft", "numpy.polynomial", "numpy.ma"),
    *("PySide6.QtDBus", "PySide6.QtDesigner", "PySide6.QtHelp", "PySide6.QtNetwork"),
    *("PySide6.QtOpenGL", "PySide6.QtQml", "PySide6.QtQuick"),
    *("PySide6.QtSql", "PySide6.QtTest"),
)
"""Modules that a library would take if they were there, but that nothing here calls."""

_UNWANTED = (
    # drags in the GTK of the computer that builds
    "*/plugins/platformthemes/*qgtk3.*",
    # serve devices without a desktop
    *(f"*/plugins/platforms/*q{name}.*" for name in ("eglfs", "linuxfb", "minimal", "minimalegl")),
    *(f"*/plugins/platforms/*q{name}.*" for name in ("vkkhrdisplay", "vnc")),
    *("*/plugins/egldeviceintegrations/*", "*/plugins/generic/*"),
    # drags in Qt Quick
    "*/plugins/platforminputcontexts/*virtualkeyboard*",
    # there is no network in this program
    *("*/plugins/networkinformation/*", "*/plugins/tls/*"),
    # pictures of posts are PNG, JPEG, GIF or WebP
    *(f"*/plugins/imageformats/*q{name}.*" for name in ("icns", "pdf", "tga", "tiff", "wbmp")),
    # the driver of the graphics card needs the newest of these, and every desktop has them
    *("libgcc_s.so.*", "libstdc++.so.*"),
)
_TRANSLATIONS = "*/translations/*.qm"


def programs(platform: str) -> dict[str, bool]:
    """Return the names of the programs to make, each with whether it has a console.

    A program with a window has none on Windows, so there the same program lies beside it once more
    for the command line; both share all libraries.
    """
    return {PROGRAM: False} | ({CONSOLE_PROGRAM: True} if platform == "win32" else {})


def is_wanted(name: str, languages: frozenset[str] = frozenset()) -> bool:
    """Tell whether a file belongs into the program, by its name in it.

    Of Qt's own translations only those of buttons and dialogs do, in the languages of the window.
    """
    plain = name.replace("\\", "/")
    if fnmatch(plain, _TRANSLATIONS):
        stem = plain.rpartition("/")[2].removesuffix(".qm")
        return any(stem.startswith(f"qtbase_{language}") for language in languages)
    return not any(fnmatch(plain, pattern) for pattern in _UNWANTED)


def languages_of_the_window(root: Path) -> frozenset[str]:
    """Return the languages that the window can be shown in."""
    return frozenset(
        {"en"} | {path.parents[1].name for path in root.glob("resources/locale/*/LC_MESSAGES/*.mo")}
    )
