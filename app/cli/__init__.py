"""The command line: words that make, fill, check and judge calendars without a window.

No word approves a post: that needs a person at the window.
"""

from app.cli.program import main

__all__ = ["main"]
