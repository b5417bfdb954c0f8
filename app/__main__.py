"""`python -m app WORD …`: the command line."""

import sys

from app.cli import main
from app.wording import speak_the_readers_language

speak_the_readers_language()
sys.exit(main(sys.argv[1:]))
