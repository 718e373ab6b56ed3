-- token, life of the entry, age, digits, facts, the mark of the others or nothing
if not stands(ARGV[4], 'c') then
  return done(0)
end
if ARGV[9] ~= '' then
  raise(ARGV[9], true)
end
store(ARGV[7], ARGV[8], number, ARGV[6], ARGV[5])
voidAll()
return done(text(number))
