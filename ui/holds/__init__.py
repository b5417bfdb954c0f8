"""Stop orders: placing one, and the banner while it stands."""
