"""What a person may type: the words, what each needs, and one sentence where that is not so."""

import argparse
import codecs
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from difflib import get_close_matches
from pathlib import Path

from app import __version__
from app.calling import OneSentenceParser, called, is_packed
from app.cli.table import terminal_width
from app.errors import InvalidInputError
from app.wording import _

FILES_OF_WORDS = {
    "sample": "sample",
    "new": "new",
    "import": "import_sheet",
    "flags": "flags",
    "assess": "assess",
    "export": "export",
    "verify": "verify",
    "hold": "hold",
    "log": "log",
    "tour": "tour",
}
"""The file below app/cli that does each word."""

EXAMPLES = {
    "sample": "sample sample.countersign",
    "new": 'new plan.countersign --name Solvane --owner "Nora Haddad"',
    "import": "import plan.countersign november.xlsx --as Lena",
    "flags": "flags plan.countersign --from 2026-11-01 --to 2026-11-30 --market DE",
    "assess": "assess posts.csv",
    "export": "export plan.countersign --preset buffer --to exports --as Lena",
    "verify": "verify plan.countersign",
    "hold": "hold plan.countersign --scope market --target DE --reason Storm --as Lena",
    "log": "log plan.countersign --post DE-0142",
    "tour": "tour tour",
}
SCOPES = ("everything", "region", "market", "network", "channel", "campaign", "post")
_FOR_A_PERSON = frozenset({"approve", "approved", "tick", "review", "lift", "unhold", "refuse"})


def understood(words: Sequence[str]) -> argparse.Namespace:
    """Return what is asked for; InvalidInputError says in one sentence what is not understood."""
    if not words:
        raise InvalidInputError(
            _("Say what to do: {words}; “--help” explains them.").format(words=_listed())
        )
    first = words[0]
    if first in _FOR_A_PERSON:
        raise InvalidInputError(
            _(
                "There is no word “{word}”, and there will be none: approving posts and lifting "
                "holds needs a person who reads them, so open the calendar in the window."
            ).format(word=first)
        )
    if not first.startswith("-") and first not in FILES_OF_WORDS:
        raise InvalidInputError(_unknown(first))
    request = _parser().parse_args(list(words))
    _check_span(vars(request))
    return request


def _unknown(word: str) -> str:
    near = get_close_matches(word.lower(), FILES_OF_WORDS, n=1)
    wording = (
        _("There is no word “{word}”: did you mean “{near}”? There are {words}; try “--help”.")
        if near
        else _("There is no word “{word}”; there are {words}, and “--help” explains them.")
    )
    return wording.format(word=word, near="".join(near), words=_listed())


def _check_span(asked: Mapping[str, object]) -> None:
    first, last = asked.get("first"), asked.get("last")
    if isinstance(first, date) and isinstance(last, date) and first > last:
        raise InvalidInputError(
            _("The first day {first} lies after the last day {last}: turn them round.").format(
                first=first, last=last
            )
        )


class _Help(argparse.HelpFormatter):
    """Help as wide as the tables are."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28, width=terminal_width())


def _explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-h", "--help", action="help", help=_("say this"))


def _listed() -> str:
    return ", ".join(FILES_OF_WORDS)


def _parser() -> argparse.ArgumentParser:
    parser = OneSentenceParser(
        prog=called(),
        usage=f"{called()} [WORD …]",
        description=_(
            "Without a word the window opens. Each word below does one thing without a window."
        ),
        epilog=" ".join(_what_else()),
        allow_abbrev=False,
        add_help=False,
        formatter_class=_Help,
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"Countersign {__version__}",
        help=_("say which Countersign this is"),
    )
    _explain(parser)
    words = parser.add_subparsers(
        title=_("words"),
        dest="word",
        required=True,
        metavar=_("WORD"),
        prog=called(),
        parser_class=OneSentenceParser,
    )
    for name, (summary, fill) in _words().items():
        word = words.add_parser(
            name,
            help=summary,
            description=f"{summary[0].upper()}{summary[1:]}.",
            epilog=_("For example: {example}").format(example=f"{called()} {EXAMPLES[name]}"),
            allow_abbrev=False,
            add_help=False,
            formatter_class=_Help,
        )
        fill(word)
        word.add_argument("--json", action="store_true", help=_("answer in JSON, for programs"))
        _explain(word)
    return parser


def _what_else() -> Iterator[str]:
    """Yield what holds for all words; what run.py does itself is not in the packed program."""
    yield _(
        "“{program} WORD --help” explains a word. Every word takes --json and then answers for "
        "programs. It ends with 0 when all is done, with 1 when something stays in, is flagged or "
        "was found, with 2 when it could not use what it was given, and with 3 at a fault of the "
        "program. No word approves a post or lifts a hold: that needs a person at the window."
    ).format(program=called())
    if not is_packed():
        yield _("With the sources there are also: test, check, build and bench.")


def _words() -> Mapping[str, tuple[str, Callable[[argparse.ArgumentParser], None]]]:
    """Return for each word what it does, and the function that declares what it needs."""
    return {
        "sample": (_("make a sample calendar to look around in"), _sample),
        "new": (_("make an empty calendar and name its first owner"), _new),
        "import": (_("bring a planner's sheet into a calendar, as drafts"), _import),
        "flags": (_("show the posts of a calendar with their risk flags, worst first"), _flags),
        "assess": (_("show the risk flags of posts in a file; needs no calendar"), _assess),
        "export": (_("write the approved posts for a scheduler; the others stay in"), _export),
        "verify": (_("prove that a calendar or an exported folder was not changed"), _verify),
        "hold": (_("stop posts at once; lifting it needs a reviewer at the window"), _hold),
        "log": (_("show who did what, when and from where"), _log),
        "tour": (_("show the main job on a sample: flags, export, proof"), _tour),
    }


def _sample(word: argparse.ArgumentParser) -> None:
    _takes_calendar(word, _("the calendar file to make"))


def _new(word: argparse.ArgumentParser) -> None:
    _takes_calendar(word, _("the calendar file to make"))
    word.add_argument("--name", required=True, help=_("what the calendar is called"))
    word.add_argument("--owner", required=True, help=_("the name of its first owner"))


def _import(word: argparse.ArgumentParser) -> None:
    _takes_calendar(word)
    word.add_argument(
        "sheet_file", type=Path, metavar="SHEET", help=_("a CSV, TSV or XLSX file with the plan")
    )
    _takes_person(word, is_required=False)
    word.add_argument(
        "--dry-run", action="store_true", help=_("say what it would bring, and write nothing")
    )
    word.add_argument(
        "--market", default="", metavar="MARKET", help=_("of all posts, if no column says it")
    )
    word.add_argument(
        "--sheet", default="", metavar="NAME", help=_("of a workbook with several sheets")
    )
    _takes_day_order(word)
    _takes_encoding(word)


def _flags(word: argparse.ArgumentParser) -> None:
    _takes_calendar(word)
    _takes_first_day(word)
    word.add_argument(
        "--to", "--until", dest="last", type=_day, metavar="DAY", help=_("the last day")
    )
    _takes_markets(word)


def _assess(word: argparse.ArgumentParser) -> None:
    word.add_argument(
        "posts",
        type=Path,
        metavar="POSTS",
        help=_(
            "a CSV, TSV, XLSX, JSON, JSONL or TOML file with id, market, channel, local and text "
            "for each post, and language, link and media where there are any"
        ),
    )
    word.add_argument(
        "--from-format",
        dest="kind",
        choices=("csv", "tsv", "xlsx", "json", "jsonl", "toml"),
        default="",
        help=_("what the file is, if its name does not say so"),
    )
    word.add_argument(
        "--market",
        default="",
        metavar="MARKET",
        help=_("for posts that name no market: a country, or a group such as EU or DACH"),
    )
    word.add_argument(
        "--html",
        type=Path,
        metavar="REPORT.html",
        help=_("write a page with calendar and figures, to read, print and pass on"),
    )
    _takes_day_order(word)
    _takes_encoding(word)


def _export(word: argparse.ArgumentParser) -> None:
    _takes_calendar(word)
    _takes_person(word)
    word.add_argument(
        "--preset", required=True, metavar="NAME", help=_("the scheduler's format, such as buffer")
    )
    word.add_argument(
        "--to",
        required=True,
        action="append",
        metavar="DIR",
        help=_("the folder in which the export gets a folder of its own"),
    )
    _takes_first_day(word)
    word.add_argument(
        "--until",
        dest="last",
        type=_day,
        metavar="DAY",
        help=_("the last day; “--to DAY” says the same beside “--to DIR”"),
    )
    _takes_markets(word)
    word.add_argument(
        "--now",
        dest="also_at",
        type=_moment,
        metavar="MOMENT",
        help=_("let out only what might leave now and at this moment too"),
    )


def _verify(word: argparse.ArgumentParser) -> None:
    word.add_argument("path", type=Path, metavar="FILE-OR-DIR", help=_("what is to be checked"))
    word.add_argument(
        "--calendar",
        type=Path,
        metavar="FILE",
        help=_("the calendar that a folder was exported from: its ledger is asked too"),
    )


def _hold(word: argparse.ArgumentParser) -> None:
    _takes_calendar(word)
    _takes_person(word)
    word.add_argument("--scope", required=True, choices=SCOPES, help=_("how far it reaches"))
    word.add_argument(
        "--target",
        default="",
        metavar="NAME",
        help=_("which market, network, channel, campaign, region or post; none for everything"),
    )
    word.add_argument("--reason", required=True, help=_("why: everybody will read it"))


def _log(word: argparse.ArgumentParser) -> None:
    _takes_calendar(word)
    word.add_argument("--post", default="", metavar="DE-0142", help=_("of this post only"))


def _tour(word: argparse.ArgumentParser) -> None:
    word.add_argument(
        "folder", type=Path, metavar="FOLDER", help=_("a new folder for all that is made")
    )


def _takes_calendar(word: argparse.ArgumentParser, what: str = "") -> None:
    word.add_argument("file", type=Path, metavar="FILE", help=what or _("a calendar file"))


def _takes_person(word: argparse.ArgumentParser, *, is_required: bool = True) -> None:
    word.add_argument(
        "--as",
        dest="person",
        required=is_required,
        default="",
        metavar="PERSON",
        help=_("who does it: a name of the calendar's team, or its beginning"),
    )


def _takes_first_day(word: argparse.ArgumentParser) -> None:
    word.add_argument(
        "--from",
        dest="first",
        type=_day,
        metavar="DAY",
        help=_("the first day, such as 2026-11-09"),
    )


def _takes_day_order(word: argparse.ArgumentParser) -> None:
    order = word.add_mutually_exclusive_group()
    order.add_argument(
        "--day-first",
        action="store_const",
        const=True,
        help=_("read 05/06/2026 as 5 June"),
    )
    order.add_argument(
        "--month-first",
        dest="day_first",
        action="store_const",
        const=False,
        help=_("read 05/06/2026 as 6 May"),
    )


def _takes_encoding(word: argparse.ArgumentParser) -> None:
    word.add_argument(
        "--encoding",
        type=_encoding,
        metavar="NAME",
        help=_("of a text file whose letters are guessed wrongly, such as windows-1251"),
    )


def _takes_markets(word: argparse.ArgumentParser) -> None:
    word.add_argument(
        "--market",
        dest="markets",
        action="append",
        default=[],
        metavar="MARKET",
        help=_("only this market, by its code or name; may be said several times"),
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            _("“{text}” is no day; write it as 2026-11-09").format(text=text)
        ) from error


def _encoding(text: str) -> str:
    try:
        b" ".decode(text, "replace")
        return codecs.lookup(text).name
    except (LookupError, ValueError) as error:
        raise argparse.ArgumentTypeError(
            _("“{text}” is no alphabet; write for example utf-8 or windows-1251").format(text=text)
        ) from error


def _moment(text: str) -> datetime:
    """Return a moment; without a zone it is meant as the clock of this computer shows it."""
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise argparse.ArgumentTypeError(
            _("“{text}” is no moment; write it as 2026-11-09T10:30 or 2026-11-09T10:30Z").format(
                text=text
            )
        ) from error
