"""Who is on duty: the roster of each market."""
