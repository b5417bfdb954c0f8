"""`python -m app WORD …`: the command line."""

import sys
from io import TextIOWrapper

from app.cli import main
from app.wording import speak_the_readers_language

for stream in (sys.stdout, sys.stderr):
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="replace")  # a terminal may lack a character
speak_the_readers_language()
sys.exit(main(sys.argv[1:]))
