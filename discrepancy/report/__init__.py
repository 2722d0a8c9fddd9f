"""A Report as rows, then as terminal table, Markdown or HTML; every renderer reads the same rows."""
