"""Who did what and when: of a post, or of the whole calendar."""
