#include <optional>
#include <string>
#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <endpoint/renewal.hpp>

namespace petition_box::endpoint {
namespace {

namespace net = boost::asio;

}  // namespace

void Renewal::begin() {
  again_ = std::exchange(under_way_, true);
  if (!again_) server_.begin(renew());
}

net::awaitable<void> Renewal::renew() {
  do {
    again_ = false;
    auto site = co_await site_of(co_await read());
    if (site) {
      server_.use(std::move(site));
      lasting_.log.tell({Level::info, "renewed", "The petitions and pages were read anew."});
    }
  } while (again_);
  under_way_ = false;
}

// On a thread of its own, for it takes long.
net::awaitable<Material> Renewal::read() {
  const auto read_here = [this, former = server_.site()]() -> net::awaitable<Material> {
    std::string wrong;
    Material material = read_anew(lasting_.options, former->material(), wrong);
    lasting_.log.tell_each(Level::warning, "document", warnings_of(material) + wrong);
    co_return material;
  };
  co_return co_await net::co_spawn(reader_, read_here(), net::use_awaitable);
}

// Null: its texts cannot be kept, so the former stays.
Renewal::Awaited Renewal::site_of(Material material) {
  std::optional<KnownStatements> known;
  std::string error;
  const bool goes_on = co_await lasting_.writer.between([&](SignatureStore& store) {
    known = keep_texts(material, words_, store, lasting_.log);
    if (!known) error = store.error();
  });
  if (known) {
    co_return std::make_shared<const Site>(std::move(material), std::move(*known), lasting_);
  }
  if (goes_on) {
    lasting_.log.tell({Level::error, "not-renewed",
                       "What was read anew is not served, for its texts cannot be kept: " + error});
  }
  co_return nullptr;
}

}  // namespace petition_box::endpoint
