#include <array>
#include <utility>
#include <variant>

#include <share/update.hpp>

namespace petition_box {
namespace {

// As literals, for a Node keeps no more of its tag.
const char* heading_tag(std::string_view written) {
  constexpr std::array<const char*, 5> tags{"h2", "h3", "h4", "h5", "h6"};
  for (const char* tag : tags) {
    if (written == tag) return tag;
  }
  return "h4";
}

ShareEffectOf raise(std::string_view name) { return {ShareEffect::raise, {std::string(name)}}; }

ShareEffectOf focus(const char* id) { return {ShareEffect::focus, {id}}; }

}  // namespace

std::optional<ShareModel> ShareModel::begin(std::string_view document, std::string_view shown,
                                            std::string_view tag, std::string_view words,
                                            std::string_view heading, const Page& page,
                                            Means means) {
  auto read = Catalogue::read(tag, words);
  auto* catalogue = std::get_if<Catalogue>(&read);
  if (catalogue == nullptr) return std::nullopt;
  ShareModel model(std::move(*catalogue), read_share_source(document));
  model.languages_ = {std::string(shown), model.words_.tag()};
  model.told_ = told(model.source_, model.languages_, address_to_tell(page));
  model.heading_ = heading_tag(heading);
  model.means_ = means;
  return model;
}

ShareEffects ShareModel::press(std::string_view name, const std::string& typed) {
  if (name == "device") return {{ShareEffect::share, {told_.title, told_.text, told_.address}}};
  if (name == "copy") return {{ShareEffect::copy, {told_.address}}};
  if (name == "mastodon") {
    asks_server_ = !asks_server_;
    if (!asks_server_) return {};
    return {focus("pb-share-server")};
  }
  if (name != "server") return {raise(name)};
  server_ = typed;
  const std::string server = server_in(typed);
  lacks_server_ = server.empty();
  if (lacks_server_) return {focus("pb-share-server")};
  return {{ShareEffect::open, {address_of(Way::mastodon, told_, server)}}, raise("mastodon")};
}

ShareEffects ShareModel::end(std::string_view name, Ending ending) {
  if (ending == Ending::given_up) return {};
  if (ending == Ending::done) {
    if (name == "copy") copying_ = Copying::done;
    return {raise(name)};
  }
  if (name == "copy") {
    copying_ = Copying::by_hand;
    return {focus("pb-share-address")};
  }
  means_.device = false;
  return {focus(means_.clipboard ? "pb-share-copy" : "pb-share-email")};
}

Node ShareModel::view() const {
  return share_view({words_, source_, told_, languages_, heading_, true, means_.device,
                     means_.clipboard, asks_server_, server_, lacks_server_, copying_});
}

}  // namespace petition_box
