"""Who takes part, where is published, and which calendar is open."""
