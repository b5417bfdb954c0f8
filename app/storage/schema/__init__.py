"""Tables, views and triggers of a calendar."""
