import pytest

from app.domain.flag import Severity
from app.domain.observance import Tone
from tests.builders.ui import FRANCE, GERMANY
from ui.days.choices import MarketBox, SeverityBox, ToneBox


@pytest.mark.parametrize("tone", Tone)
def test_every_tone_can_be_chosen(qtbot, tone):
    box = ToneBox("tone", "Every tone")
    qtbot.addWidget(box)
    assert box.tone is None
    box.choose(tone)
    assert box.tone is tone


@pytest.mark.parametrize("severity", [Severity.NOTE, Severity.CAUTION, Severity.STOP])
def test_every_severity_of_a_day_can_be_chosen(qtbot, severity):
    box = SeverityBox("severity", "Every severity")
    qtbot.addWidget(box)
    assert box.severity is None
    box.choose(severity)
    assert box.severity is severity


def test_without_words_for_all_the_first_is_chosen(qtbot):
    tones, severities = ToneBox("tone"), SeverityBox("severity")
    for box in (tones, severities):
        qtbot.addWidget(box)
    assert (tones.tone, severities.severity) == (Tone.MOURNING, Severity.NOTE)


def test_a_market_stays_chosen_while_it_is_there(qtbot):
    box = MarketBox("market", "All")
    qtbot.addWidget(box)
    box.set_markets([GERMANY, FRANCE])
    assert box.market is None
    box.choose(FRANCE.id)
    box.set_markets([FRANCE])
    assert box.market == FRANCE.id
    box.set_markets([GERMANY])
    assert box.market is None
