"""How wide the days are: as it fits by itself, or as a person wants them."""

AS_IT_FITS = 0
"""All days beside each other where they can be read so, else as wide as reads best."""
STEPS = (35, 50, 65, 80, 100, 125, 150, 200)
"""Percent of the width that reads best."""
_STILL_READABLE = 68
"""Percent of it in which the days of a period may be squeezed without being asked."""
NARROWEST = 40
"""Pixels in which a card still shows its box and its signs."""


def is_zoom(percent: int) -> bool:
    """Tell whether a number is a zoom that can be chosen."""
    return percent == AS_IT_FITS or percent in STEPS


def day_width(zoom: int, best: int, share: int) -> int:
    """Return the width of a day.

    `best` is the width that reads best, `share` what each day gets of the room there is: days
    always fill the room.
    """
    if zoom == AS_IT_FITS:
        return share if share * 100 >= best * _STILL_READABLE else best
    return max(best * zoom // 100, share, NARROWEST)


def stepped(zoom: int, step: int, best: int, share: int) -> int:
    """Return the next zoom with wider (1) or narrower (-1) days; the same where there is none."""
    here = day_width(zoom, best, share)
    further = [
        one
        for one in STEPS
        if (day_width(one, best, share) > here if step > 0 else day_width(one, best, share) < here)
    ]
    if not further:
        return zoom
    return min(further) if step > 0 else max(further)
