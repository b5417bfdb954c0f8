"""The post panel: writing and changing one post beside the calendar."""
