from datetime import UTC, datetime

from app.commands.drafts import Draft
from tests.builders.calendars import GERMANY
from ui.post.draft_offer import DraftOffer
from ui.theme import LIGHT


def test_it_says_when_it_was_typed_and_each_button_does_what_it_says(qtbot):
    bar, done = DraftOffer(LIGHT), []
    qtbot.addWidget(bar)
    at = datetime(2027, 11, 9, 12, 0, tzinfo=UTC)
    draft = Draft("p", GERMANY, 1, {"text": "a"}, at)
    for button in ("message_action", "message_second_action"):
        bar.offer(draft, lambda: done.append("keep"), lambda: done.append("discard"))
        assert bar.text.startswith("You typed this on Tue")
        bar.findChild(object, button).click()
        assert not bar.text
    assert done == ["keep", "discard"]
    bar.offer(Draft("p", GERMANY, 1, {}), list, list)
    assert "earlier" in bar.text
