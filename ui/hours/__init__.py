"""A day by hours: one column per market, each in its own time."""
