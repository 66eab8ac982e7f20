"""Stage 3: decisions, motions and votes, actions, declarations and movements of each item."""
