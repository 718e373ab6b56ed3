-- 'put' or 'add', life of the entry, age, digits, facts
if ARGV[4] == 'add' then
  local verdict, _, question = held()
  if question then
    return question
  end
  if verdict then
    return done(0)
  end
  if ARGV[5] == '0' then
    return done(1)
  end
end
store(ARGV[7], ARGV[8], number, ARGV[6], ARGV[5])
voidAll()
return done(1)
