"""What a post risks: pure functions from a post and the facts to flags."""
