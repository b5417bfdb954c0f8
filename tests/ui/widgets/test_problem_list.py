import pytest
from PySide6.QtCore import Qt

from ui.widgets.problem_list import ProblemList
from ui.widgets.two_line_list import TwoLineList


@pytest.fixture
def problems(qtbot):
    made = ProblemList()
    qtbot.addWidget(made)
    return made


def test_each_problem_stands_under_its_place(problems):
    problems.show_problems(["days.csv, entry of row 3, field rule: “soon” is no rule: write it so"])
    shown = problems.findChild(TwoLineList, "import_problems")
    assert problems.isVisible()
    assert shown.item(0).text() == "days.csv, entry of row 3, field rule"
    spoken = shown.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("“soon” is no rule: write it so")


def test_where_all_was_read_nothing_is_said(problems):
    problems.show_problems(["a: b"])
    problems.show_problems([])
    assert not problems.isVisible()
