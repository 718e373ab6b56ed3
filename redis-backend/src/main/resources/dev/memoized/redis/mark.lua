-- 'hard' or 'soft', the mark; answers what the others were raised to before, too
return {text(raise(ARGV[5], ARGV[4] == 'hard')), text(HARD), text(SOFT)}
