{{ scored_otherwise(ref('segments')) }}
