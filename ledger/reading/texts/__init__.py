"""Plain text and Markdown: inline marks, wrapped lines, blocks."""
