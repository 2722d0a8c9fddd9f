"""Pages and feeds from the Web, fetched politely; only the nightly run uses this, a check never does.

One connection to a host at a time and a pause between two requests, robots.txt obeyed, conditional
requests, a limit to time and size. Whatever goes wrong with one address is listed as skipped and
never keeps another from being read.

Nothing is imported here: a night without addresses does without what the Web needs.
"""
