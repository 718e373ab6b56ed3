local verdict, _, question = held()
if question then
  return question
end
redis.call('DEL', ENTRY)
voidAll()
return done(verdict and 1 or 0)
