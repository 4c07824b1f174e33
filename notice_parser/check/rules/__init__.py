"""One function a rule, one file a subject. Each docstring is the documentation of its rule."""
