#include <cstdint>

#include <brotli/encode.h>
#include <zlib.h>

#include <endpoint/compressed.hpp>

namespace petition_box::endpoint {

std::string compressed_by_brotli(std::string_view bytes) {
  std::string compressed(BrotliEncoderMaxCompressedSize(bytes.size()), '\0');
  std::size_t size = compressed.size();
  const BROTLI_BOOL done =
      BrotliEncoderCompress(BROTLI_MAX_QUALITY, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT,
                            bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()),
                            &size, reinterpret_cast<std::uint8_t*>(compressed.data()));
  compressed.resize(done == BROTLI_TRUE ? size : 0);
  return compressed;
}

std::string compressed_by_gzip(std::string_view bytes) {
  constexpr int in_gzip = 16;  // beside the bits of the window: what zlib is to write around it
  constexpr int usual_memory = 8;
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, MAX_WBITS + in_gzip, usual_memory,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    return {};
  }
  std::string compressed(deflateBound(&stream, bytes.size()), '\0');
  // Its interface knows no const; it only reads.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(compressed.data());
  stream.avail_out = static_cast<uInt>(compressed.size());
  const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  compressed.resize(done ? stream.total_out : 0);
  deflateEnd(&stream);
  return compressed;
}

}  // namespace petition_box::endpoint
