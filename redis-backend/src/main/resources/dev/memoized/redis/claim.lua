-- token, life, the token of an attempt whose answer was lost
redis.call('HDEL', LEASES, ARGV[6])
remaining()
grant(ARGV[4], now + ARGV[5], number, 'c')
return {text(number), clock()}
