#include <document/onward.hpp>

namespace petition_box {

void read_onward(const json::Place& document, Onward& onward, Reader& reader) {
  const json::Place share = Reader::member(document, "share");
  if (reader.object(share, {"text"})) {
    reader.translated(share, "text", onward.share);
  }
  const json::Place next = Reader::member(document, "next");
  if (!reader.object(next, {"reason", "label", "url"})) return;
  reader.translated(next, "reason", onward.reason);
  reader.translated(next, "label", onward.label, "visible_text");
  reader.link(next, "url", onward.url, "link");
}

}  // namespace petition_box
