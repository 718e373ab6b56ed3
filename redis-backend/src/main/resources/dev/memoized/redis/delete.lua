local verdict = held()
redis.call('DEL', ENTRY)
voidAll()
return done(verdict and 1 or 0)
