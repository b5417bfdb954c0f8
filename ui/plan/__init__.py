"""What all views of the plan have in common."""
