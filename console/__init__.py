"""The advisers' web console: who waits for a person, and the conversation with the one that was taken."""
