"""What a firm may ask for on a given day: honest verdicts with reasons, never a guess.

`rules` reads a programme's file, `conditions/` answers its tests, `rulebook` judges all programmes for one firm,
`settling` and `trying` find the facts that could still change a verdict, `support` works out the money.
"""
