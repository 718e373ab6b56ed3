-- What scripts do with entries and leases, wherever marks lie.

-- Digits of a counter and a zero byte may stand before the facts: dev.memoized.spi.Envelope.
local function split(value)
  local _, last = string.find(value, '^%-?%d+%z')
  return string.sub(value, 1, last or 0), string.sub(value, (last or 0) + 1)
end

local function judgeFacts(facts)
  if string.sub(facts, 1, 5) ~= 'Memo\1' then
    return nil
  end
  local hard, soft = HARD, SOFT
  local options, at = string.byte(facts, 30), 31
  if options % 2 == 1 then
    at = at + 2 + struct.unpack('>I2', facts, at)
  end
  if options >= 2 then
    at = at + 16
  end
  local tags = struct.unpack('>I2', facts, at)
  at = at + 2
  local unknown = {}
  for _ = 1, tags do
    local length = struct.unpack('>I2', facts, at)
    local tag = string.sub(facts, at + 2, at + 1 + length)
    local h, s = levels(TAG .. tag)
    if h then
      hard, soft = math.max(hard, h), math.max(soft, s)
    else
      unknown[#unknown + 1] = tag
    end
    at = at + 2 + length
  end
  local asOf = struct.unpack('>i8', facts, 6)
  if #unknown > 0 or (asOf > number and not SURE) then
    return nil, {'?', unpack(unknown)}
  end
  if hard > asOf or asOf > number then
    return nil
  end
  return soft > asOf and 'soft' or 'whole'
end

-- What the key holds: nothing, 'soft' or 'whole', and its bytes. Or what is to be answered: which tags are to be told.
local function held()
  local value = redis.call('GET', ENTRY)
  if not value then
    return nil
  end
  local _, facts = split(value)
  local readable, verdict, question = pcall(judgeFacts, facts)
  return readable and verdict or nil, value, readable and question or nil
end

-- Life in milliseconds, below zero without an end.
local function store(digits, facts, asOf, age, life)
  life = tonumber(life)
  if life == 0 then
    redis.call('DEL', ENTRY)
    return
  end
  local value = digits .. string.sub(facts, 1, 5) .. struct.pack('>i8', asOf)
    .. struct.pack('>i8', stamp - tonumber(age)) .. string.sub(facts, 22)
  if life < 0 then
    redis.call('SET', ENTRY, value)
  else
    redis.call('SET', ENTRY, value, 'PX', text(life))
  end
end

-- Leases are fields: token, and its end, number and kind ('l' or a claim's 'c').
local function lease(token)
  local ends, asOf, kind = string.match(redis.call('HGET', LEASES, token) or '', '^(%d+) (%d+) (%a)$')
  return tonumber(ends), tonumber(asOf), kind
end

local function stands(token, kind)
  local ends, asOf, found = lease(token)
  local isOut = ends and found == kind and ends > now and asOf >= HARD and asOf >= SOFT
  if ends and not isOut then
    redis.call('HDEL', LEASES, token)
  end
  return isOut and asOf or nil
end

local function grant(token, ends, asOf, kind)
  redis.call('HSET', LEASES, token, text(ends) .. ' ' .. text(asOf) .. ' ' .. kind)
  local kept = redis.call('PTTL', LEASES)
  local wanted = math.ceil((ends - now) / 1000)
  if kept < wanted then
    redis.call('PEXPIRE', LEASES, text(wanted))
  end
end

-- How long the last of the leases that are out lives on; those that are not are removed.
local function remaining()
  local last = 0
  local fields = redis.call('HGETALL', LEASES)
  for i = 1, #fields, 2 do
    local ends, asOf, kind = string.match(fields[i + 1], '^(%d+) (%d+) (%a)$')
    ends, asOf = tonumber(ends), tonumber(asOf)
    if not ends or ends <= now or asOf < HARD or asOf < SOFT then
      redis.call('HDEL', LEASES, fields[i])
    elseif kind == 'l' then
      last = math.max(last, ends - now)
    end
  end
  return last
end

-- The tokens of those that have ended, for all who hold them; and that who waits for the key may ask again.
local ENDED = ''
local function tell(tokens)
  ENDED = table.concat(tokens, ',')
  redis.call('PUBLISH', CHANNEL, 'c' .. ENDED .. ' ' .. ENTRY)
end

-- Ends all leases but a caller's own, and leaves claims alone.
local function endLeases(own)
  local others = {}
  local fields = redis.call('HGETALL', LEASES)
  for i = 1, #fields, 2 do
    if string.sub(fields[i + 1], -1) == 'l' then
      redis.call('HDEL', LEASES, fields[i])
      if fields[i] ~= own then
        others[#others + 1] = fields[i]
      end
    end
  end
  tell(others)
end

local function voidAll()
  local tokens = redis.call('HKEYS', LEASES)
  redis.call('DEL', LEASES)
  tell(tokens)
end

-- What a script answers: what came of it, which leases have ended by it, and perhaps the number of the write.
local function done(result)
  return {result, ENDED, written()}
end

