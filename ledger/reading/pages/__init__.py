"""HTML pages: tags with offsets, the page as a reader sees it, the article on it."""
