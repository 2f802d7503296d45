#include <cstddef>
#include <utility>

#include <command/signed_text.hpp>
#include <endpoint/archive.hpp>
#include <icu/icu_time_zones.hpp>
#include <wire/protocol.hpp>

namespace petition_box::endpoint {
namespace {

constexpr std::size_t most_remembered = 64;
constexpr std::chrono::seconds remembered_for{10};  // another endpoint may have it by then

Archive::Version read_version(const ShelvedPetition& served, const std::string& version,
                              const std::vector<ServedDocument>& documents) {
  if (documents.empty()) return nullptr;
  const ServedDocument& last = documents.front();
  const IcuTimeZones zones;
  const std::string text = document_of(last.text, version, *served.document.whole().plain.bytes);
  ReadPetition read = protocol::read_petition(text, nullptr, &zones);
  if (!read.petition || json::has_error(read.mistakes)) return nullptr;
  ShelvedPetition shelved;
  shelved.petition = std::move(read.petition);
  if (documents.size() == 1) shelved.text_hash = last.hash;
  return std::make_shared<const ShelvedPetition>(std::move(shelved));
}

}  // namespace

boost::asio::awaitable<std::optional<Archive::Version>> Archive::version(
    const ShelvedPetition& served, const std::string& version) {
  const std::string& petition = served.petition->id;
  const Name name{petition, version, served.text_hash};
  const auto remembered = versions_.find(name);
  if (remembered != versions_.end() && Clock::now() < remembered->second.until) {
    co_return remembered->second.version;
  }
  std::optional<std::vector<ServedDocument>> found;
  co_await writer_.between(
      [&](SignatureStore& store) { found = store.find_documents(petition, version); });
  if (!found) co_return std::nullopt;
  Version read = read_version(served, version, *found);
  remember(name, read);
  co_return read;
}

void Archive::remember(const Name& name, Version version) {
  if (versions_.size() >= most_remembered) versions_.clear();
  versions_[name] = {std::move(version), Clock::now() + remembered_for};
}

boost::asio::awaitable<std::optional<KnownStatements>> Archive::statements(
    const std::string& petition, const std::vector<std::string>& hashes) {
  std::optional<KnownStatements> found;
  co_await writer_.between(
      [&](SignatureStore& store) { found = store.find_statements(petition, hashes); });
  co_return found;
}

}  // namespace petition_box::endpoint
