-- The number, all marks, and the time
local answer = {text(number)}
for i = 4, #KEYS do
  local hard, soft = levels(KEYS[i])
  answer[#answer + 1] = text(hard) .. ' ' .. text(soft)
end
answer[#answer + 1] = clock()
return answer
