"""Cards as the calendar and the tray show them, and carry them in a drag."""
