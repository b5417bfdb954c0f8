"""The grid of markets and days: lanes, cards, dragging."""
