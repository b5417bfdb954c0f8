"""Views of the plan on paper: pages that a client reads, painted by the painters of the screen."""
