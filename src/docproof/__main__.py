"""`python -m docproof` is the command `docproof`."""

from docproof.cli import main

main()
