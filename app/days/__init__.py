"""What a date means in a market: solemn days, their moments, public holidays."""
