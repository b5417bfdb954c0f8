from ui.post.unfolded import is_unfolded, remember_unfolded


def test_what_was_left_unfolded_is_so_again():
    assert not is_unfolded("section_more")
    remember_unfolded("section_more", True)
    assert is_unfolded("section_more")
    remember_unfolded("section_more", False)
    assert not is_unfolded("section_more")
