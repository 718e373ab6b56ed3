-- delta. Numbers are counted by the server: those of Lua are not exact.
local verdict, value, question = held()
if question then
  return question
end
if not verdict then
  return done('')
end
local digits, facts = split(value)
if digits == '' then
  return done('odd')
end
local life = redis.call('PTTL', ENTRY)
local isDown = string.sub(ARGV[4], 1, 1) == '-'
redis.call('SET', ENTRY, string.sub(digits, 1, -2))
local sum = redis.pcall('INCRBY', ENTRY, ARGV[4])
local kept = math.max(life, 1)
if type(sum) == 'table' then
  if not string.find(sum.err, 'overflow') then
    if life < 0 then
      redis.call('SET', ENTRY, value)
    else
      redis.call('SET', ENTRY, value, 'PX', text(kept))
    end
    return sum
  end
  sum = isDown and '0' or '9223372036854775807'
else
  sum = redis.call('GET', ENTRY)
  if isDown and string.sub(sum, 1, 1) == '-' then
    sum = '0'
  end
end
if life < 0 then
  redis.call('SET', ENTRY, sum .. '\0' .. facts)
else
  redis.call('SET', ENTRY, sum .. '\0' .. facts, 'PX', text(kept))
end
voidAll()
return done(sum)
