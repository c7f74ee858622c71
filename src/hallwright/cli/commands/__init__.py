"""The commands, one file a group; each declares its own arguments, help and examples."""
