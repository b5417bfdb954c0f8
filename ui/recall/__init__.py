"""The recall list: what must come out at the schedulers, and a person's word that it is out."""
