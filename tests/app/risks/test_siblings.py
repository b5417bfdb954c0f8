"""Versions of one idea that say different things by now."""

from app.domain.companion import Correction
from app.domain.decision import Verdict
from app.domain.flag import Severity
from app.risks.siblings import changed_words, corrected, left_behind, sent_back
from tests.app.risks.builders import facts, post
from tests.app.risks.companions import beside, other

WHERE = facts()
PRICE = Correction("Das Brot kostet 29 Franken.", "Das Brot kostet 39 Franken.", "Lena Brandt")


def sibling(name="CH-0002", **facts_of_it):
    return other(WHERE, name, is_sibling=True, **facts_of_it)


def test_a_post_that_missed_a_correction_says_what_was_changed_and_by_whom():
    (flag,) = beside(corrected, post(WHERE), sibling(corrected=PRICE))
    assert flag.severity is Severity.CAUTION
    assert flag.key == "sibling.corrected:id-CH-0002"
    assert "CH-0002" in flag.headline
    assert "Lena Brandt" in flag.why
    assert flag.evidence == ("29 → 39",)


def test_a_correction_by_nobody_known_is_one_all_the_same():
    (flag,) = beside(corrected, post(WHERE), sibling(corrected=Correction("29", "39")))
    assert flag.why


def test_several_corrected_siblings_are_one_flag():
    (one,) = beside(corrected, post(WHERE), sibling(corrected=PRICE))
    both = [sibling(name, corrected=PRICE) for name in ("AT-0001", "CH-0002")]
    (flag,) = beside(corrected, post(WHERE), *both)
    assert flag.key == "sibling.corrected"
    assert "1 other sibling" in flag.headline
    assert flag.mark != one.mark


def test_another_correction_changes_the_mark():
    again = Correction(PRICE.before, "Das Brot kostet 49 Franken.")
    marks = {
        flag.mark
        for change in (PRICE, again)
        for flag in beside(corrected, post(WHERE), sibling(corrected=change))
    }
    assert len(marks) == 2


def test_a_no_to_a_sibling_is_told_with_the_words_of_the_reviewer():
    refused = sibling(sent_back=Verdict.REFUSE, note="Nobody may promise that.")
    (flag,) = beside(sent_back, post(WHERE), refused)
    assert flag.headline == "CH-0002 was refused"
    assert flag.evidence == ("Nobody may promise that.",)
    (flag,) = beside(sent_back, post(WHERE), sibling(sent_back=Verdict.CHANGES))
    assert flag.headline == "Changes were asked of CH-0002"
    assert flag.evidence == (post(WHERE).content.text,)


def test_a_correction_names_the_approved_siblings_that_have_not_got_it():
    (flag,) = beside(left_behind, post(WHERE), sibling(left_behind=PRICE))
    assert flag.headline == "Not corrected in CH-0002"
    assert flag.evidence == ("29 → 39",)
    both = [sibling(name, left_behind=PRICE) for name in ("AT-0001", "CH-0002")]
    (flag,) = beside(left_behind, post(WHERE), *both)
    assert flag.headline == "Not corrected in AT-0001 and 1 other sibling"


def test_siblings_that_say_the_same_as_ever_are_silent():
    for rule in (corrected, sent_back, left_behind):
        assert beside(rule, post(WHERE), sibling()) == []


def test_only_the_words_that_changed_are_shown():
    change = Correction("Am Freitag um 9 im Hof.", "Am Samstag früh um 9 im Garten.")
    assert changed_words(change) == ("Freitag → Samstag früh", "Hof. → Garten.")
    assert changed_words(Correction("eins zwei drei", "eins drei")) == ("zwei → …",)


def test_a_text_without_blanks_and_a_very_long_one_are_shown_from_their_beginning():
    assert changed_words(Correction("夜市は金曜まで", "夜市は土曜まで")) == (
        "夜市は金曜まで → 夜市は土曜まで",
    )
    (whole,) = changed_words(Correction("wort " * 3000, "wart " * 3000))
    assert len(whole) <= 80
