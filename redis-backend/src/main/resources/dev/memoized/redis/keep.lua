-- token of a claim: from now on it is compared by its holder, who is about to raise a mark of its key
if not stands(ARGV[4], 'c') then
  return 0
end
local ends = lease(ARGV[4])
grant(ARGV[4], ends, 9007199254740991, 'c')
return 1
