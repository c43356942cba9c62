"""Which hubs together cover what a firm needs: fit, cost, and the optimal team."""
