"""Hubs, programmes, regions, sectors and pain points of the Alpine Space, and what can be worked out from them."""
