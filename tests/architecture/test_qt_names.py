"""No class under ui/ declares a signal anew that its Qt class already has: Qt would stay silent."""

import importlib
import inspect

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton

from tests.architecture.project import ROOT, sources


def module_name(path):
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def own_qt_classes():
    for path in sources("ui"):
        if path.name != "__main__.py":
            module = importlib.import_module(module_name(path))
            for _, thing in inspect.getmembers(module, inspect.isclass):
                if issubclass(thing, QObject) and thing.__module__ == module.__name__:
                    yield thing


def redeclared_signals(own):
    signals = [name for name, thing in vars(own).items() if isinstance(thing, Signal)]
    return [name for name in signals if any(hasattr(parent, name) for parent in own.__bases__)]


def test_no_class_redeclares_a_signal_of_qt():
    found = {own.__qualname__: redeclared_signals(own) for own in own_qt_classes()}
    assert not {name: signals for name, signals in found.items() if signals}


def test_a_redeclared_signal_would_be_found():
    class Planted(QAbstractButton):
        clicked = Signal(bool)
        opened = Signal(str)

    assert redeclared_signals(Planted) == ["clicked"]
