#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <boost/asio/awaitable.hpp>

#include <endpoint/petition_shelf.hpp>
#include <endpoint/statements.hpp>
#include <endpoint/writer.hpp>

namespace petition_box::endpoint {

// What signers were shown that this endpoint does not serve: an earlier version of a document, or
// what another endpoint of the same database serves already. For the server's thread.
class Archive {
 public:
  // A petition by the document of a version; null: none is known.
  using Version = std::shared_ptr<const ShelvedPetition>;

  explicit Archive(Writer& writer) : writer_(writer) {}

  // The petition as signers were shown it who name that version, with the hash of its text where it
  // had one only. Nothing: the store could not be asked. The served petition must outlive the
  // answer.
  boost::asio::awaitable<std::optional<Version>> version(const ShelvedPetition& served,
                                                         const std::string& version);

  // The statements of these hashes that the petition has shown anywhere. Nothing: as above.
  boost::asio::awaitable<std::optional<KnownStatements>> statements(
      const std::string& petition, const std::vector<std::string>& hashes);

 private:
  using Clock = std::chrono::steady_clock;
  // The petition, the version, and the text that is served of it.
  using Name = std::tuple<std::string, std::string, std::string>;
  struct Remembered {
    Version version;
    Clock::time_point until;
  };

  void remember(const Name& name, Version version);

  Writer& writer_;
  std::map<Name, Remembered> versions_;  // a signature of each would else be read anew
};

}  // namespace petition_box::endpoint
