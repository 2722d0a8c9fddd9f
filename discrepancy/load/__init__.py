"""Paths and streams to Articles, one module per format; the only stage that validates input."""
