from ui.hours.measures import BAR, HourMeasures


def test_the_screen_knows_where_minutes_are(hours):
    measures: HourMeasures = hours.measures
    assert measures.gutter > BAR
    assert measures.y_of(60) - measures.y_of(0) == measures.hour
