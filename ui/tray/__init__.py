"""The list of posts without a date."""
