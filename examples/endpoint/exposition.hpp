#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <endpoint/metrics.hpp>

namespace petition_box::endpoint {

// What is so at the moment.
struct Gauges {
  struct Signers {
    std::string petition;
    std::int64_t count = 0;
  };
  std::size_t connections = 0;
  std::size_t most_connections = 0;
  std::size_t waiting = 0;  // signatures, for the writer
  std::size_t pages = 0;    // that are kept drawn
  std::vector<Signers> signers;
};

// All of it in the text format of Prometheus, version 0.0.4
// (https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format), durations in
// seconds. For the server's thread.
std::string exposition_of(const Metrics& metrics, const Gauges& gauges);

}  // namespace petition_box::endpoint
