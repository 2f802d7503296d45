#include <utility>

#include <endpoint/environment.hpp>
#include <endpoint/form_pages.hpp>

namespace petition_box::endpoint {

Reply FormPages::page(const Which& which, const Standing& standing,
                      const std::function<Reply(const std::string& id)>& make) {
  const std::string id = new_uuid();
  const auto found = made_.find(which);
  if (found == made_.end() || !(found->second.standing == standing)) {
    Reply reply = make(id);
    const std::size_t id_at = reply.body->find(id);
    made_.insert_or_assign(which, Made{standing, reply, id_at});
    return reply;
  }
  const Made& made = found->second;
  Reply reply = made.reply;
  if (made.id_at == std::string::npos) return reply;
  std::string body = *made.reply.body;
  body.replace(made.id_at, id.size(), id);
  reply.body = std::make_shared<const std::string>(std::move(body));
  return reply;
}

}  // namespace petition_box::endpoint
