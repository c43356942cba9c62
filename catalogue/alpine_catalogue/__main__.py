"""`python -m alpine_catalogue check|load|match|search|eligibility|export|import`."""

from alpine_catalogue.cli import app

if __name__ == "__main__":
    app()
