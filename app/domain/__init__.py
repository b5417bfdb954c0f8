"""Values and the gate: plain facts about posts, people and days; standard library only."""
