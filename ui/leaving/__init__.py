"""What goes out next, and what becomes of it."""
