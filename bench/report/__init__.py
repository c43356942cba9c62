"""`make report`: what the understanding reaches on messages it has never seen, as a page and pictures."""
