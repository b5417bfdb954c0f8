"""Stands before PyInstaller's own hook, so that unwanted plugins drag no libraries in."""

from pathlib import PurePath

from PyInstaller.utils.hooks.qt import add_qt6_dependencies

from packing.contents import is_wanted

hiddenimports, found, datas = add_qt6_dependencies(__file__)
binaries = [
    (source, folder) for source, folder in found if is_wanted(f"{folder}/{PurePath(source).name}")
]
