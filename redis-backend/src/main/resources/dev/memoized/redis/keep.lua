-- token of a claim: from now on it is compared by its holder, who is about to raise a mark of its key; others have ended
if not stands(ARGV[4], 'c') then
  return 0
end
local ends = lease(ARGV[4])
local fields = redis.call('HGETALL', LEASES)
for i = 1, #fields, 2 do
  if fields[i] ~= ARGV[4] and string.sub(fields[i + 1], -1) == 'c' then
    redis.call('HDEL', LEASES, fields[i])
  end
end
grant(ARGV[4], ends, 9007199254740991, 'c')
return 1
