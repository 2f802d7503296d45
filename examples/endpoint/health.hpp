#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include <endpoint/http.hpp>
#include <endpoint/petition_shelf.hpp>
#include <endpoint/writer.hpp>

namespace petition_box::endpoint {

// Whether signatures can be kept now: tried, not remembered.
class Health {
 public:
  explicit Health(Writer& writer) : writer_(writer) {}

  // 200 {"status":"ok"}, or "incomplete" with the names of the documents that are not served; 503
  // with the reason. The store is tried once for all who ask meanwhile.
  Answer answer(const std::vector<UnservedDocument>& unserved);

 private:
  struct Asked {
    std::vector<std::string> unserved;
    std::function<void(Finish)> done;
  };

  void ask(Asked asked);
  void tell(const std::string& wrong);

  Writer& writer_;
  std::mutex mutex_;
  std::vector<Asked> waiting_;
};

}  // namespace petition_box::endpoint
