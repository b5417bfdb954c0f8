"""What leaves and what comes in: the export to a scheduler and the import of a sheet."""
