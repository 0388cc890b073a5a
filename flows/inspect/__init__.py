"""Looking at one article: what was removed, what was repaired, which names and dates were found."""
