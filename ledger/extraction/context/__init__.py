"""The context of a figure: what it counts, who says so, when and in what mood."""
