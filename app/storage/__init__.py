"""The calendar's file: the only place with SQL."""
