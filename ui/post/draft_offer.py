"""What was typed earlier and not saved is shown again, with the choice to keep it."""

from collections.abc import Callable

from app.commands.drafts import Draft
from app.wording import _
from ui.theme import Theme
from ui.widgets.history_list import here
from ui.widgets.message_bar import MessageBar


class DraftOffer(MessageBar):
    """“You typed this on Tue 24 Nov, 10:42 and did not save it”: keep it or discard it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setObjectName("draft_offer")

    def offer(self, draft: Draft, keep: Callable[[], None], discard: Callable[[], None]) -> None:
        """Say when it was typed; each button does what it says and closes the bar."""
        words = (
            _("You typed this on {when} and did not save it.").format(when=here(draft.at))
            if draft.at
            else _("You typed this earlier and did not save it.")
        )
        self.show_information(words, _("Keep"), keep, second=_("Discard"), second_act=discard)
