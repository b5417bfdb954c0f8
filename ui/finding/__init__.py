"""Finding posts: the filter above the calendar, the search of all posts, and the commands."""
