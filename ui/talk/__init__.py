"""What people say about a post beside deciding it; part of the post panel and of the review."""
