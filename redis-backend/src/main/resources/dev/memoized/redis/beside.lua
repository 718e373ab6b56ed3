-- How scripts learn of marks where these lie beside the entry. KEYS: the entry, its leases, the number,
-- marks. ARGV: what the names of tags' marks begin with, the channel, how long marks are kept with
-- 'w' when writes are counted, and what each script says.
local ENTRY, LEASES, NUMBER = KEYS[1], KEYS[2], KEYS[3]
local TAG, CHANNEL = ARGV[1], ARGV[2]
local KEPT, COUNTS = string.match(ARGV[3], '^(%d+)(w?)$')

local stamp = now
local SURE = true

local function pair(mark)
  local hard, soft = string.match(redis.call('GET', mark) or '', '^(%d+) (%d+)$')
  return tonumber(hard), tonumber(soft)
end

local number = tonumber(redis.call('GET', NUMBER) or '')
if not number then
  number = now
  for i = 4, #KEYS do
    local hard, soft = pair(KEYS[i])
    number = math.max(number, hard or 0, soft or 0)
  end
  redis.pcall('SET', NUMBER, text(number))
end

-- Those of namespaces stay for good.
local LASTING = string.sub(TAG, 1, -5) .. 'namespace:'

local function setMark(call, mark, hard, soft)
  local both = text(hard) .. ' ' .. text(soft)
  if string.sub(mark, 1, #LASTING) == LASTING then
    call('SET', mark, both)
  else
    call('SET', mark, both, 'EX', KEPT)
  end
end

-- One that is not there may have been lost: it counts as raised just now. Without memory for it the next script says so, too.
local function levels(mark)
  local hard, soft = pair(mark)
  if not hard then
    hard, soft = number, 0
    setMark(redis.pcall, mark, hard, soft)
  end
  return hard, soft
end

local HARD, SOFT = 0, 0
for i = 4, #KEYS do
  local hard, soft = levels(KEYS[i])
  HARD, SOFT = math.max(HARD, hard), math.max(SOFT, soft)
end

-- One that was lost, and begun again while the clock had been set back.
number = math.max(number, HARD, SOFT)

-- Deletes first: then a server without memory takes the rest of the script.
local function raise(mark, isHard)
  local hard, soft = pair(mark)
  if not hard then
    hard, soft = number, 0
  end
  redis.call('DEL', mark)
  local former = number
  number = math.max(number + 1, now, hard + 1, soft + 1)
  if isHard then
    hard = number
  else
    soft = number
  end
  redis.call('SET', NUMBER, text(number))
  setMark(redis.call, mark, hard, soft)
  redis.call('PUBLISH', CHANNEL, (isHard and 'h' or 's') .. text(number) .. ',' .. text(former) .. ' ' .. mark)
  return number
end

-- The number of this write, for who reads from replicas: one that has it has what was written before.
local function written()
  if COUNTS == '' then
    return nil
  end
  local name = string.sub(TAG, 1, -5) .. 'written'
  redis.call('SET', name, text(now), 'NX')
  return redis.call('INCRBY', name, 1)
end

-- What this server's clock says, which is the one that counts.
local function clock()
  return text(now)
end

