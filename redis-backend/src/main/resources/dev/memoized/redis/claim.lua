-- token, life
remaining()
grant(ARGV[4], now + ARGV[5], number, 'c')
return {text(number), text(now)}
