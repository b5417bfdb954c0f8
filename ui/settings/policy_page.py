"""What the owners have decided: how many approve a stop, and how the rules weigh."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLineEdit

from app.commands.policy import choose_severities, save_policy
from app.commands.rule_list import rule_list
from app.commands.session import Session
from app.commands.views import CalendarView
from app.domain.change import ChangeSet
from app.domain.decision import says_why
from app.wording import _
from ui.operations import Operations
from ui.settings import policy_words
from ui.settings.approvers_form import ApproversForm
from ui.settings.severity_form import SeverityForm
from ui.theme import Theme
from ui.widgets.labels import Label
from ui.widgets.list_page import ListPage
from ui.widgets.powers import only_owners
from ui.widgets.section import Section
from ui.widgets.tab_order import tab_through


class PolicyPage(ListPage):
    """All there is to decide on one side, one of it whole on the other; owners change it."""

    def __init__(self, calendar: CalendarView, operations: Operations, theme: Theme) -> None:
        super().__init__("policy", operations, theme, listed=_("What the owners decide"))
        self._calendar = calendar
        self._rules = {entry.rule: entry for entry in rule_list()}
        self._shown = policy_words.APPROVERS
        self._search = QLineEdit()
        self._search.setObjectName("search_rules")
        self._search.setClearButtonEnabled(True)
        self._search.setPlaceholderText(_("Search the rules"))
        self._search.setAccessibleName(_("Search the rules"))
        self._nothing = Label(
            _("No rule speaks of this. Fewer words find more."), muted=True, wraps=True
        )
        self._nothing.setObjectName("no_rule")
        self._approvers, self._severity = ApproversForm(), SeverityForm()
        for form in (self._approvers, self._severity):
            self._pages.addWidget(form)
        self._reason = QLineEdit()
        self._reason.setObjectName("policy_reason")
        self._reason.setAccessibleName(_("Why it changes"))
        self._reason.setPlaceholderText(_("Why does it change? A few words for the history"))
        self._why = Section(_("Why it changes"), "reason_section")
        self._why.add(self._reason)
        self._lay_out(above_list=[self._search, self._nothing], below=[self._why])
        self._search.textChanged.connect(self._show_list)
        self._list.chosen.connect(self._on_chosen)
        for form in (self._approvers, self._severity):
            form.edited.connect(self._open_buttons)
        self._reason.textChanged.connect(self._open_buttons)
        self.set_calendar(calendar)

    def set_calendar(self, calendar: CalendarView) -> None:
        """Show other decisions; what is being changed in a form stays."""
        self._calendar = calendar
        self._show_list()
        if not self._form.is_changed:
            self._show_form()
        self._on_me()

    @property
    def is_unsaved(self) -> bool:
        return self._form.is_changed

    @property
    def _form(self) -> ApproversForm | SeverityForm:
        return self._severity if self._shown in self._rules else self._approvers

    def _why_not(self) -> str:
        return only_owners(self._operations.me, _("the policy"))

    def _on_me(self) -> None:
        super()._on_me()
        self._show_why()

    def _show_why(self) -> None:
        """Ask for a reason only whoever can change something."""
        rule = self._rules.get(self._shown)
        is_fixed = rule is not None and rule.is_fixed
        self._why.setVisible(not is_fixed and not self._why_not())

    def _show_list(self) -> None:
        sought = self._search.text()
        found = list(policy_words.entries(self._calendar, self._rules.values(), sought))
        self._list.show_entries(found, self._shown)
        self._nothing.setVisible(not found)

    def _show_form(self) -> None:
        rule = self._rules.get(self._shown)
        if rule is not None:
            self._severity.show_rule(rule, self._calendar)
            self._heading.setText(rule.name)
        else:
            self._approvers.show_calendar(self._calendar)
            self._heading.setText(_("Approvals"))
        self._pages.setCurrentWidget(self._form)
        tab_through(self._list, self._form, self._reason)
        self._reason.clear()
        self._show_why()
        self._open_buttons()

    def _on_chosen(self, key: str) -> None:
        if key == self._shown:
            return
        if self._form.is_changed:
            self._list.choose(self._shown)
            self._say_unsaved()
            return
        self._shown = key
        self._show_form()

    def _open_buttons(self) -> None:
        is_changed = self._form.is_changed
        why_not = self._why_not() or (self._what_is_missing() if is_changed else "")
        self._row.open_for(is_changed=is_changed, why_not=why_not)

    def _what_is_missing(self) -> str:
        if not says_why(self._reason.text()):
            return _("Write in a few words why it changes: it is kept in the history.")
        return ""

    def _say_unsaved(self) -> None:
        self._bar.show_refusal(
            _("What you changed about “{name}” is not saved yet: save or discard it.").format(
                name=self._heading.text()
            )
        )

    def _discard(self) -> None:
        self._show_form()
        self._bar.dismiss()

    def _save(self) -> None:
        self._run(self._command(self._reason.text().strip()), self._on_saved)

    def _command(self, reason: str) -> Callable[[Session], ChangeSet]:
        form = self._form
        if isinstance(form, ApproversForm):
            return partial(save_policy, policy=form.policy, reason=reason, base=form.base)
        return partial(
            choose_severities,
            rule=form.rule,
            choices=form.changes,
            reason=reason,
            base=dict(form.base),
        )

    def _on_saved(self, _changes: ChangeSet) -> None:
        self._form.keep()
        self._show_form()
        self._bar.dismiss()
        self._list.setFocus()
