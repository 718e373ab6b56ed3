-- life of the entry
local verdict, _, question = held()
if question then
  return question
end
if not verdict then
  return done(0)
end
local life = tonumber(ARGV[4])
if life == 0 then
  redis.call('DEL', ENTRY)
  voidAll()
elseif life < 0 then
  redis.call('PERSIST', ENTRY)
else
  redis.call('PEXPIRE', ENTRY, text(life))
end
return done(1)
