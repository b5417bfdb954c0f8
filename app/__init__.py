"""All of Countersign that needs no screen."""
