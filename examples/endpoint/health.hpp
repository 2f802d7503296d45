#pragma once

#include <memory>
#include <string>
#include <vector>

#include <boost/asio/awaitable.hpp>

#include <endpoint/http.hpp>
#include <endpoint/petition_shelf.hpp>
#include <endpoint/writer.hpp>

namespace petition_box::endpoint {

// What whoever watches over the program wants to know of it: whether to start it again (health),
// and whether to send requests to it (readiness). For the server's thread.
class Health {
 public:
  // Missing: the documents that were not served at the start.
  Health(Writer& writer, std::vector<UnservedDocument> missing)
      : writer_(writer), missing_(std::move(missing)) {}

  // 200 {"status":"ok"}, "incomplete" with the names of the documents that are not served, or
  // "ending". The store is not asked: starting this program again would mend nothing there.
  Reply alive(const std::vector<UnservedDocument>& unserved) const;

  // 200 {"status":"ready"}, or 503 with the reasons: the program is ending; the store takes no
  // signature, which is tried, once for all who ask meanwhile; a document is missing since the
  // start, which others that run for longer may still serve. One that is missing later does not
  // count: no petition ends for the mistake in another.
  boost::asio::awaitable<Reply> ready(const std::vector<UnservedDocument>& unserved);

  // Says from here on that the program is ending.
  void end() { is_ending_ = true; }

 private:
  struct Trial;

  boost::asio::awaitable<std::string> try_store();
  std::vector<std::string> still_missing(const std::vector<UnservedDocument>& unserved) const;

  Writer& writer_;
  std::vector<UnservedDocument> missing_;
  std::shared_ptr<Trial> under_way_;  // null: none is
  bool is_ending_ = false;
};

}  // namespace petition_box::endpoint
