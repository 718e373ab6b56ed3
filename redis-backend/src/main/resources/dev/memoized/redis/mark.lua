-- 'hard' or 'soft', the mark
return text(raise(ARGV[5], ARGV[4] == 'hard'))
