-- token, kind
return stands(ARGV[4], ARGV[5]) and 1 or 0
