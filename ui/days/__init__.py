"""The days of a year: what they mean in which market, and what the team has decided of them."""
