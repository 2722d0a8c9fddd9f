"""``python -m discrepancy``: the command line."""

from discrepancy.cli import main

if __name__ == "__main__":
    main()
