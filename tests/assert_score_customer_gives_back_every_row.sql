{{ scored_otherwise(ref('quintile', 'segments')) }}
