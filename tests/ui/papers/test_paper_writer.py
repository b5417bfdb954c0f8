import re
import zlib

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QPdfWriter

from tests.builders.hours import FRENCH, MORNING
from tests.ui.paper_ground import HEAD, blank, contents, paper, sheet, wish
from ui.papers.contents import PaperKind
from ui.papers.paper import Paper
from ui.papers.paper_writer import PaperWriter, PdfFile


@pytest.fixture
def owner(qapp):
    return QObject()


def streams(pdf: bytes) -> bytes:
    """Return all that a PDF draws."""
    found = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    return b"\n".join(_inflated(one) for one in found)


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompress(data)
    except zlib.error:
        return b""


def test_a_pdf_has_every_page_and_its_words_are_words(owner, qtbot, tmp_path):
    target = tmp_path / "plan.pdf"
    made = Paper.of(contents(wish(PaperKind.WEEKS), MORNING, FRENCH), sheet(), HEAD)
    pdf = PdfFile(target, made)
    writer = PaperWriter(made, pdf.device, owner)
    told = []
    writer.went_on.connect(lambda number, count: told.append((number, count)))
    with qtbot.waitSignal(writer.ended):
        writer.start()
    assert not target.exists(), "what is half-made has no name"
    pdf.finish()
    written = target.read_bytes()
    assert len(re.findall(rb"/Type /Page\b(?!s)", written)) == len(made.pages)
    assert told[-1] == (len(made.pages), len(made.pages))
    assert b"/FontName" in written
    assert len(re.findall(rb"T[jJ]", streams(written))) > 20, "cards are letters, not pictures"


def test_what_is_stopped_leaves_nothing_behind(owner, tmp_path):
    made = paper(blank, blank)
    pdf = PdfFile(tmp_path / "plan.pdf", made)
    writer = PaperWriter(made, pdf.device, owner)
    writer.start()
    writer.stop()
    pdf.discard()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_where_nothing_can_be_written_it_says_so(owner, qtbot, tmp_path):
    writer = PaperWriter(paper(blank), QPdfWriter(str(tmp_path / "no" / "plan.pdf")), owner)
    with qtbot.waitSignal(writer.failed) as told:
        writer.start()
    assert told.args[0]
    with pytest.raises(OSError, match="plan"):
        PdfFile(tmp_path / "no" / "plan.pdf", paper(blank))
