-- life of the entry
if not held() then
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
