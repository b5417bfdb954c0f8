"""The review screen: one post whole, read before it is ticked."""
