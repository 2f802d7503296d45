#include <utility>

#include <digest/sha256.hpp>
#include <endpoint/form_pages.hpp>

namespace petition_box::endpoint {
namespace {

// What a reader has of the page besides its body changes the tag, too.
std::string digest_of(const Reply& page, const std::vector<std::string>& texts) {
  std::string all;
  for (const Header& header : page.headers) all += header.value + '\n';
  for (const std::string& text : texts) all += text + '\n';
  return sha256(all).substr(0, 32);
}

std::vector<std::string> around(const std::string& html, const FormPages::Figures& figures) {
  std::vector<std::string> between;
  std::size_t from = 0;
  for (const std::string& figure : figures) {
    const std::size_t at = html.find(figure, from);
    between.push_back(html.substr(from, at - from));
    from = at + figure.size();
  }
  between.push_back(html.substr(from));
  return between;
}

std::string quoted(const std::string& tag) { return '"' + tag + '"'; }

}  // namespace

const Reply& FormPages::page(const Which& which, const Standing& standing, const Drawing& drawing) {
  auto found = made_.find(which);
  if (found == made_.end() || found->second.standing.closed != standing.closed) {
    found = made_.insert_or_assign(which, make(standing, drawing)).first;
  }
  Made& made = found->second;
  if (made.standing.count != standing.count) exchange(made, standing, drawing.figures());
  return made.reply;
}

FormPages::Made FormPages::make(const Standing& standing, const Drawing& drawing) {
  Reply reply = drawing.page();
  auto between = around(*reply.body, drawing.figures());
  std::string tag = digest_of(reply, between);
  const std::string count = standing.count ? '-' + std::to_string(*standing.count) : "";
  reply.set("ETag", quoted(tag + count));
  return {standing, std::move(reply), std::move(between), std::move(tag)};
}

void FormPages::exchange(Made& made, const Standing& standing, const Figures& figures) {
  made.standing = standing;
  std::string body = made.between.front();
  for (std::size_t i = 0; i < figures.size(); ++i) body += figures[i] + made.between[i + 1];
  made.reply.body = std::make_shared<const std::string>(std::move(body));
  made.reply.headers.back().value = quoted(made.tag + '-' + std::to_string(*standing.count));
}

void add_tag(Reply& page) { page.set("ETag", quoted(digest_of(page, {*page.body}))); }

}  // namespace petition_box::endpoint
