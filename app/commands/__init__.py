"""Everything a person can do with a calendar: the only door for screens and command line."""
