-- token, life of the entry, age, digits, facts
local asOf = stands(ARGV[4], 'l')
if not asOf then
  return done(0)
end
store(ARGV[7], ARGV[8], asOf, ARGV[6], ARGV[5])
endLeases(ARGV[4])
return done(1)
