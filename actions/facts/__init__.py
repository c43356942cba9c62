"""Facts beside the profile: read out of answers and in passing, asked for one by one where a verdict hangs on them."""
