"""Starting the assistant on one machine: settings, training, processes."""
