"""Runs one word: finds out what is asked, lets its file do it, and says what came of it."""

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from importlib import import_module

from app.cli.answer import BAD_INPUT, FAULT, Answer, say_refused
from app.cli.parser import FILES_OF_WORDS, understood
from app.errors import AppError

INTERRUPTED = 130

Clock = Callable[[], datetime]
Word = Callable[[argparse.Namespace, Clock], Answer]


def present() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def main(words: Sequence[str], *, clock: Clock = present) -> int:
    """Do what the words ask; 0 done, 1 something stays in or is flagged, 2 bad input, 3 a fault."""
    as_json = "--json" in words
    _speak_on_any_terminal()
    try:
        request = understood(words)
        answer = _word(request.word)(request, clock)
        answer.show(as_json=as_json)
        sys.stdout.flush()
    except AppError as problem:
        say_refused(str(problem), as_json=as_json)
        return BAD_INPUT
    except SystemExit as end:  # --help and --version end so
        return int(end.code or 0)
    except BrokenPipeError:  # nobody reads on, as behind “| head”
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAULT
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as fault:  # noqa: BLE001  a person gets a sentence, never a traceback
        from app.cli.faults import keep_fault  # noqa: PLC0415  needed only where there is one

        say_refused(keep_fault(fault), as_json=as_json)
        return FAULT
    return answer.code


def _speak_on_any_terminal() -> None:
    """Let a terminal or file that lacks a character show another one instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _word(name: str) -> Word:
    """Return what does a word; loaded only now, so that each word loads what it needs itself."""
    word: Word = import_module(f"app.cli.{FILES_OF_WORDS[name]}").answer
    return word
