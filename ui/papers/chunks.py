"""How rows and columns are shared out over pages: what belongs together stays together."""

from collections.abc import Sequence


def chunked(groups: Sequence[Sequence[int]], room: int) -> list[list[int]]:
    """Share the parts of groups out over pages; return for each page the numbers of its parts.

    Parts are counted through all groups. A group that fits on a page is never torn; one that does
    not begins where it stands, and goes on over the next pages.
    """
    pages: list[list[int]] = [[]]
    free = room
    number = 0
    for group in groups:
        if sum(group) > free and pages[-1] and sum(group) <= room:
            pages.append([])
            free = room
        for size in group:
            if size > free and pages[-1]:
                pages.append([])
                free = room
            pages[-1].append(number)
            free -= size
            number += 1
    return [page for page in pages if page]
