"""The posts of some weeks as a table that a person sorts and arranges."""
