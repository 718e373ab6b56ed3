-- token, life, kind
local asOf = stands(ARGV[4], ARGV[6])
if not asOf then
  return 0
end
grant(ARGV[4], now + ARGV[5], asOf, ARGV[6])
return 1
