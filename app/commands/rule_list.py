"""All rules of the program with their families, as an owner weighs them."""

from dataclasses import dataclass

from app.domain.flag import Severity, family_of
from app.risks.rule_names import RuleWords, families, rules
from app.risks.severity import FIXED


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """A rule or a family of rules."""

    rule: str
    """Such as `timing.night`, or `timing` for the family."""
    name: str
    says: str
    """What it looks for, in one sentence; nothing for a family."""
    usual: tuple[Severity, ...]
    """The severities that it gives by itself, the gravest first."""

    @property
    def is_family(self) -> bool:
        """Whether it stands for all rules whose names begin with it."""
        return self.rule == family_of(self.rule)

    @property
    def is_fixed(self) -> bool:
        """Whether nobody can let it weigh otherwise."""
        return self.rule in FIXED or set(self.usual) == {Severity.BLOCKED}


def rule_list() -> tuple[RuleEntry, ...]:
    """Return each family, and its rules after it."""
    known = rules()
    found = []
    for family, words in families().items():
        its = {rule: said for rule, said in known.items() if family_of(rule) == family}
        usual = {severity for said in its.values() for severity in said.usual}
        found.append(_entry(family, RuleWords(words.name, words.says, tuple(sorted(usual)[::-1]))))
        found += [_entry(rule, said) for rule, said in its.items()]
    return tuple(found)


def _entry(rule: str, words: RuleWords) -> RuleEntry:
    return RuleEntry(rule, words.name, words.says, words.usual)
