#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include <endpoint/http.hpp>
#include <endpoint/writer.hpp>

namespace petition_box::endpoint {

// Whether signatures can be kept now: tried, not remembered.
class Health {
 public:
  explicit Health(Writer& writer) : writer_(writer) {}

  // 200 {"status":"ok"}, or 503 with the reason. All who ask while the store is being tried have
  // the same answer.
  Answer answer();

 private:
  using Done = std::function<void(Finish)>;

  void ask(Done done);
  void tell(const std::string& wrong);

  Writer& writer_;
  std::mutex mutex_;
  std::vector<Done> waiting_;
};

}  // namespace petition_box::endpoint
