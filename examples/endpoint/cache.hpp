#pragma once

namespace petition_box::endpoint {

// What is the same for all who ask and may be a little late: petitions, and their pages with a form
// nobody has touched. A cache in front keeps it for ten seconds, gives it for twenty more while it
// asks for it anew, and for a day while there is no answer (RFC 9111 #section-5.2.2, RFC 5861).
constexpr const char* shared_cache =
    "public, max-age=10, stale-while-revalidate=20, stale-if-error=86400";

// Their numbers. A browser would give its own signer an old one meanwhile.
constexpr const char* count_cache = "public, max-age=10, stale-if-error=86400";

// What is for one reader alone.
constexpr const char* personal_cache = "no-store";

}  // namespace petition_box::endpoint
