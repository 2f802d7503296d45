-- For wrk: sends the requests of a file, each once, and prints what became of them as JSON.
-- A file is: the length of a request in bytes, a newline, the request; over and over.
-- With one request in it, that one is sent all the time.

local requests = {}
local sent = 0

function init(args)
  local file = assert(io.open(args[1], 'rb'))
  for length in function() return file:read('*l') end do
    requests[#requests + 1] = file:read(tonumber(length))
  end
  file:close()
end

function request()
  if #requests == 1 then return requests[1] end
  sent = sent + 1
  return assert(requests[sent], 'there are no more requests')
end

function done(summary, latency)
  io.write(string.format(
    '{"answers":%d,"refused":%d,"broken":%d,"seconds":%.3f,"p50":%.2f,"p99":%.2f}\n',
    summary.requests, summary.errors.status,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
