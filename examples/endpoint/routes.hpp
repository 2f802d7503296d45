#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/asio/awaitable.hpp>

#include <endpoint/count.hpp>
#include <endpoint/health.hpp>
#include <endpoint/http.hpp>
#include <endpoint/origins.hpp>
#include <endpoint/pages.hpp>
#include <endpoint/petition_shelf.hpp>
#include <endpoint/signing.hpp>
#include <endpoint/stored_folder.hpp>

namespace petition_box::endpoint {

// What is where.
class Routes {
 public:
  struct Served {
    const PetitionShelf& petitions;
    const StoredFolder& embed;
    const StoredFolder& partners;
    const Count& count;
    const Pages& pages;
    const Signing& signing;
    Health& health;
  };

  // Origins: whose pages may send signatures and read answers; none: all.
  Routes(const Served& served, std::vector<std::string> origins)
      : served_(served), origins_(std::move(origins)) {}

  // Both must outlive the answer.
  boost::asio::awaitable<Reply> answer(const Request& request) const;

  // The answer that needs no body to be known: what is asked is not to be had. Nothing: it may be.
  std::optional<Reply> refusal(const Request& request) const;

  // The answer to what is no proper request.
  Reply refuse(const Problem& problem, const Request& request) const;

 private:
  using Handler = std::function<boost::asio::awaitable<Reply>(const Request&)>;
  // What can be done at a path. HEAD is the same as GET here: the connection leaves the body out.
  struct Resource {
    Route route = Route::none;
    Handler get;
    Handler post;
  };

  static Route route_of(const std::optional<Resource>& resource, const Request& request);
  std::optional<Resource> at(const Request& request) const;
  std::optional<Resource> find(std::string_view path) const;
  std::optional<Resource> find_in_petition(std::string_view path) const;
  std::optional<Reply> refusal(const std::optional<Resource>& resource,
                               const Request& request) const;
  Reply said(const Problem& problem, const Request& request) const;
  template <class Make>
  static Resource only_read(Route route, Make make);
  Reply finished(Reply reply, Route route, const Request& request) const;
  void add_origins(Reply& reply, const std::string& origin) const;

  Served served_;
  Origins origins_;
};

}  // namespace petition_box::endpoint
