-- token
if redis.call('HDEL', LEASES, ARGV[4]) == 1 then
  tell({})
end
return done(1)
