-- token, life, 'x' exclusive or 's' shared, the token of an attempt whose answer was lost
redis.call('HDEL', LEASES, ARGV[7])
local left = remaining()
local verdict, value, question = held()
local granted = left == 0 or ARGV[6] ~= 'x'
if granted then
  grant(ARGV[4], now + ARGV[5], number, 'l')
end
return {granted and 1 or 0, text(number), clock(), text(left), question and '?' or verdict or '',
  (verdict or question) and value or ''}
