#pragma once

#include <cstdint>
#include <map>

#include <endpoint/log.hpp>
#include <endpoint/metrics.hpp>

namespace petition_box::endpoint {

// Tells the log from time to time how many requests were refused, failed or were slow since the
// last time: a line for each of them would be as many as whoever attacks wants. For the server's
// thread.
class Report {
 public:
  Report(Metrics& metrics, Log& log) : metrics_(metrics), log_(log) {}

  void tell();

 private:
  std::map<unsigned, std::uint64_t> refused_;  // by status, up to the last time
  Metrics& metrics_;
  Log& log_;
};

}  // namespace petition_box::endpoint
