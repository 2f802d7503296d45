#include <algorithm>
#include <array>
#include <cstdint>

#include <form/sha256.hpp>

namespace petition_box {
namespace {

using Word = std::uint32_t;

using State = std::array<Word, 8>;
using Words = std::array<Word, 64>;

bool is_prime(int number) {
  for (int factor = 2; factor * factor <= number; ++factor) {
    if (number % factor == 0) return false;
  }
  return true;
}

// The first 32 bits of the fraction of the number's root, 2 for the square root and 3 for the cube
// root, by Newton's method.
Word fraction_of_root(int number, int degree) {
  double root = number;
  for (int step = 0; step < 40; ++step) {
    const double power = degree == 2 ? root : root * root;
    root -= (root - number / power) / degree;
  }
  return static_cast<Word>(static_cast<std::uint64_t>(root * 0x1p32));
}

// Of the roots of the first 64 primes.
Words fractions_of_roots(int degree) {
  Words fractions{};
  std::size_t found = 0;
  for (int number = 2; found < fractions.size(); ++number) {
    if (is_prime(number)) fractions[found++] = fraction_of_root(number, degree);
  }
  return fractions;
}

Word rotated(Word x, int by) { return x >> by | x << (32 - by); }

Word word_at(std::string_view block, std::size_t i) {
  const auto byte = [&](std::size_t n) {
    return static_cast<Word>(static_cast<unsigned char>(block[i * 4 + n]));
  };
  return byte(0) << 24 | byte(1) << 16 | byte(2) << 8 | byte(3);
}

// FIPS 180-4, section 6.2.2; the block has 64 bytes.
void add_block(State& state, const Words& k, std::string_view block) {
  Words w{};
  for (std::size_t t = 0; t < 16; ++t) w[t] = word_at(block, t);
  for (std::size_t t = 16; t < 64; ++t) {
    const Word s0 = rotated(w[t - 15], 7) ^ rotated(w[t - 15], 18) ^ w[t - 15] >> 3;
    const Word s1 = rotated(w[t - 2], 17) ^ rotated(w[t - 2], 19) ^ w[t - 2] >> 10;
    w[t] = w[t - 16] + s0 + w[t - 7] + s1;
  }
  auto [a, b, c, d, e, f, g, h] = state;
  for (std::size_t t = 0; t < 64; ++t) {
    const Word sum1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const Word t1 = h + sum1 + ((e & f) ^ (~e & g)) + k[t] + w[t];
    const Word sum0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
    const Word t2 = sum0 + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = d + t1;
    d = c;
    c = b;
    b = a;
    a = t1 + t2;
  }
  const State added{a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < state.size(); ++i) state[i] += added[i];
}

}  // namespace

std::string sha256(std::string_view bytes) {
  std::string padded(bytes);
  padded += '\x80';
  padded.resize((padded.size() + 8 + 63) / 64 * 64 - 8);
  for (int shift = 56; shift >= 0; shift -= 8) {
    padded += static_cast<char>(static_cast<std::uint64_t>(bytes.size()) * 8 >> shift);
  }
  // FIPS 180-4, sections 4.2.2 and 5.3.3.
  const Words k = fractions_of_roots(3);
  const Words squares = fractions_of_roots(2);
  State state{};
  std::copy_n(squares.begin(), state.size(), state.begin());
  for (std::size_t at = 0; at < padded.size(); at += 64) {
    add_block(state, k, std::string_view(padded).substr(at, 64));
  }
  std::string hex;
  for (const Word word : state) {
    for (int shift = 28; shift >= 0; shift -= 4) hex += "0123456789abcdef"[word >> shift & 0xFU];
  }
  return hex;
}

}  // namespace petition_box
