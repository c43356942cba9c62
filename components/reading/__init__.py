"""Reading a message: plain functions and small models that know nothing of Rasa."""
