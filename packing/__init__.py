"""How the program is packed for somebody who has no Python: what goes in, and how it starts."""
