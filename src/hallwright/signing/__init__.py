"""Signs what the codes of badges say, and verifies it; nothing else knows cryptography."""
