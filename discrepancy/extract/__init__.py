"""Typed values with exact spans, one module per kind; each takes a Document and returns Mentions."""
