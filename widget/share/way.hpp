#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace petition_box {

// What is told to others.
struct Told {
  std::string title;
  std::string text;
  std::string address;  // of the page where they can sign
};

// The ways of telling others that are links, in the order in which they are shown.
enum class Way : std::uint8_t {
  email,
  whatsapp,
  telegram,
  mastodon,
  bluesky,
  linkedin,
  facebook,
  x
};

struct WayTraits {
  const char* name;     // in events
  const char* label;    // what it calls itself; null: its words are those of the catalogue
  const char* pattern;  // of its address, with $t for the title, $x for the text, $a for the
                        // address, $b for text and address on a line each, $s for a server
};

constexpr std::array<WayTraits, 8> ways{{
    // RFC 6068 section 5: a line break is CRLF.
    {"email", nullptr, "mailto:?subject=$t&body=$x%0D%0A%0D%0A$a"},
    {"whatsapp", "WhatsApp", "https://wa.me/?text=$b"},
    {"telegram", "Telegram", "https://t.me/share/url?url=$a&text=$x"},
    {"mastodon", "Mastodon", "https://$s/share?text=$b"},
    {"bluesky", "Bluesky", "https://bsky.app/intent/compose?text=$b"},
    {"linkedin", "LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url=$a"},
    {"facebook", "Facebook", "https://www.facebook.com/sharer/sharer.php?u=$a"},
    {"x", "X", "https://x.com/intent/post?text=$x&url=$a"},
}};

constexpr const WayTraits& traits_of(Way way) { return ways[static_cast<std::size_t>(way)]; }

// Where the way leads, percent-encoded. Server: that of whoever shares, for Mastodon.
std::string address_of(Way way, const Told& told, std::string_view server = {});

// The server in what people write for theirs: "mastodon.example", "https://mastodon.example/@ada",
// "@ada@mastodon.example"; empty where there is none.
std::string server_in(std::string_view written);

}  // namespace petition_box
