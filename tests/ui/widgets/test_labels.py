import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette

from ui.theme import TextRole
from ui.widgets.labels import ElidedLabel, Label, LinkLabel


def test_a_label_shows_what_it_is_given_and_no_markup(qtbot):
    label = Label("<b>not bold</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "<b>not bold</b>"


def test_a_label_follows_the_type_scale(qtbot):
    small, title = Label("a", TextRole.SMALL), Label("a", TextRole.TITLE)
    for label in (small, title):
        qtbot.addWidget(label)
    assert small.font().pointSizeF() < title.font().pointSizeF()


def test_a_muted_label_takes_its_colour_from_the_palette(qtbot):
    label = Label("a", muted=True)
    qtbot.addWidget(label)
    assert label.foregroundRole() is QPalette.ColorRole.PlaceholderText


def test_a_line_that_has_no_room_for_all_of_it_ends_with_an_ellipsis(qtbot):
    line = ElidedLabel("United Kingdom · Instagram", muted=True)
    qtbot.addWidget(line)
    line.resize(400, 20)
    assert line.shown == line.text()
    line.resize(80, 20)
    assert line.shown.endswith("…")
    assert line.text() == "United Kingdom · Instagram"
    assert len(colours(line)) > 1, "it paints nothing"


def test_a_line_keeps_the_order_of_its_words_whichever_way_the_window_runs(qtbot, qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    line = ElidedLabel("1 WWWW")
    qtbot.addWidget(line)
    line.resize(line.sizeHint())
    image = line.grab().toImage()
    darkest = [
        min(image.pixelColor(x, y).lightness() for y in range(image.height()))
        for x in range(image.width())
    ]
    inked = [x for x, lightness in enumerate(darkest) if lightness < 150]
    first_gap = next(x for x in range(inked[0], image.width()) if x not in inked)
    assert first_gap - inked[0] < 8, "the number does not stand first"


def test_a_source_with_an_address_can_be_opened_by_mouse_and_key(qtbot):
    label = LinkLabel("A & B", "https://example.org/?a=1&b=2")
    qtbot.addWidget(label)
    assert label.openExternalLinks()
    assert "A &amp; B" in label.text()
    flags = label.textInteractionFlags()
    assert flags & Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    assert flags & Qt.TextInteractionFlag.LinksAccessibleByMouse


@pytest.mark.parametrize("address", ["", "javascript:alert(1)", "file:///etc/passwd"])
def test_only_an_address_of_the_web_becomes_a_link(address, qtbot):
    label = LinkLabel("<i>Book</i>", address)
    qtbot.addWidget(label)
    assert not label.openExternalLinks()
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "<i>Book</i>"


def test_a_long_address_widens_nothing_and_reads_as_it_was(qtbot):
    address = "https://solvane.example/" + "abcdefghij" * 14
    for label in (Label(address, wraps=True), LinkLabel(address), LinkLabel(address, address)):
        qtbot.addWidget(label)
        assert label.minimumSizeHint().width() < 400
    assert Label(address, wraps=True).text() == address


@pytest.mark.parametrize("address", ["", "https://example.org/"])
@pytest.mark.parametrize(
    ("direction", "is_right"),
    [(Qt.LayoutDirection.LeftToRight, False), (Qt.LayoutDirection.RightToLeft, True)],
)
def test_a_source_begins_where_people_begin_to_read(address, direction, is_right, qtbot):
    label = LinkLabel("Source: a book", address)
    qtbot.addWidget(label)
    label.setLayoutDirection(direction)
    label.resize(600, 30)
    picture = label.grab().toImage()
    inked = [
        x
        for x in range(picture.width())
        if len({picture.pixel(x, y) for y in range(picture.height())}) > 1
    ]
    assert (min(inked) > picture.width() / 2) is is_right


def colours(widget):
    picture = widget.grab().toImage()
    return {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
