def test_hours_can_be_made_higher_and_what_is_in_the_middle_stays(hours):
    hours.verticalScrollBar().setValue(400)
    middle = hours.viewport().height() // 2
    before = hours.measures.clock_at(middle)
    hours.zoom.step(1)
    assert hours.measures.clock_at(middle) == before
    hours.zoom.as_it_fits()
    assert hours.measures.clock_at(middle) == before
