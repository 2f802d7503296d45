#pragma once

#include <memory>
#include <string>
#include <vector>

#include <boost/asio/awaitable.hpp>

#include <endpoint/http.hpp>
#include <endpoint/petition_shelf.hpp>
#include <endpoint/writer.hpp>

namespace petition_box::endpoint {

// Whether signatures can be kept now: tried, not remembered. For the server's thread.
class Health {
 public:
  explicit Health(Writer& writer) : writer_(writer) {}

  // 200 {"status":"ok"}, or "incomplete" with the names of the documents that are not served; 503
  // with the reason. The store is tried once for all who ask meanwhile.
  boost::asio::awaitable<Reply> answer(const std::vector<UnservedDocument>& unserved);

 private:
  struct Trial;

  boost::asio::awaitable<std::string> try_store();

  Writer& writer_;
  std::shared_ptr<Trial> under_way_;  // null: none is
};

}  // namespace petition_box::endpoint
