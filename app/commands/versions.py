"""Whether this program is new enough to judge the posts of a calendar."""

from app.errors import RefusedError
from app.risks.rules_version import RULES_VERSION
from app.storage.audit import Stamp
from app.storage.calendar import newest_knowledge, note_knowledge
from app.storage.engine import Engine
from app.wording import _


def check_not_older(engine: Engine, knowledge: str) -> None:
    """Raise RefusedError when a newer Countersign has judged posts of this calendar before.

    Newer are later rules, or a later edition of the day knowledge than the one given.
    """
    used = newest_knowledge(engine)
    if used is not None and (
        _number(used.rules) > _number(RULES_VERSION) or _number(used.knowledge) > _number(knowledge)
    ):
        raise RefusedError(
            _("A newer Countersign works on this calendar: update it to approve or to export.")
        )


def is_noted(engine: Engine, knowledge: str) -> bool:
    """Tell whether this day knowledge and these rules are those that judged here last."""
    used = newest_knowledge(engine)
    return used is not None and (used.knowledge, used.rules) == (knowledge, RULES_VERSION)


def note_knowledge_used(engine: Engine, stamp: Stamp, knowledge: str) -> None:
    """Keep in the calendar which day knowledge and which rules have judged its posts."""
    note_knowledge(engine, stamp, knowledge=knowledge, rules=RULES_VERSION)


def _number(version: str) -> int:
    """Return the counting part of a version such as `3.9f2c`; 0 where it has none."""
    leading = version.partition(".")[0]
    return int(leading) if leading.isdecimal() else 0
