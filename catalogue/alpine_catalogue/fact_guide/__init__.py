"""Writes down for others which facts a firm's file may hold: a page for people and a JSON Schema for programs."""
