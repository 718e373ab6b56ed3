-- How scripts learn of marks where these lie apart from the entry, on another server of a cluster. KEYS: the entry, its leases.
-- ARGV: what the names of tags' marks begin with, the channel, what is told of marks, and what each script says.
-- Ends of leases are microseconds of this server's clock; entries are stamped by that of the marks.
local ENTRY, LEASES = KEYS[1], KEYS[2]
local TAG, CHANNEL = ARGV[1], ARGV[2]

local number, stamp, fresh, HARD, SOFT, count, at = struct.unpack('>i8i8Bi8i8I2', ARGV[3])
local SURE = fresh == 1

local told = {}
for _ = 1, count do
  local length, hard, soft = struct.unpack('>I2i8i8', ARGV[3], at)
  told[string.sub(ARGV[3], at + 18, at + 17 + length)] = {hard, soft}
  at = at + 18 + length
end

local function levels(mark)
  local level = told[mark] or {}
  return level[1], level[2]
end

local function written()
  return nil
end

local function clock()
  return ''
end

