"""Pure transformations: text in, data out. No Prefect, no file output, no module state."""
