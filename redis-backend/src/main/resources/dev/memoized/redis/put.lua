-- 'put' or 'add', life of the entry, age, digits, facts
if ARGV[4] == 'add' then
  if held() then
    return done(0)
  end
  if ARGV[5] == '0' then
    return done(1)
  end
end
store(ARGV[7], ARGV[8], number, ARGV[6], ARGV[5])
voidAll()
return done(1)
