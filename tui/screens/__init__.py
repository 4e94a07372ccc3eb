"""The screens, a module each with its style sheet."""
