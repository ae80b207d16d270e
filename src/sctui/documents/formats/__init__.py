"""Documents that are not text themselves: each format is read into Markdown, of which all else speaks."""
