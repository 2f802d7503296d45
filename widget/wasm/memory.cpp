// Where the objects of the core live. Blocks are of sizes that are powers of two, each size with a
// list of those that are free: what was given back is used again for another of its size. A box
// makes and drops alike things, a view for each message; to join free blocks would gain it nothing.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>

namespace {

// Stands before what was asked for, and keeps it aligned: nothing here asks for more than 8 bytes.
union alignas(8) Header {
  std::size_t size_class;  // the block has 16 << size_class bytes
  Header* next;            // of a block that is free
};

constexpr std::size_t size_classes = 28;
constexpr std::size_t page = 65536;
std::array<Header*, size_classes> free_blocks;

// What has never been given out. The linker says where the memory begins that nothing else uses.
extern "C" std::uint8_t __heap_base;
std::uint8_t* unused = &__heap_base;

// A block that was never used, from the end of what is; memory grows where that does not reach.
Header* new_block(std::size_t bytes) {
  auto* const block = unused;
  unused += bytes;
  const std::size_t have = __builtin_wasm_memory_size(0) * page;
  const std::size_t need = reinterpret_cast<std::size_t>(unused);
  if (need > have && __builtin_wasm_memory_grow(0, (need - have + page - 1) / page) ==
                         static_cast<std::size_t>(-1)) {
    std::abort();
  }
  return reinterpret_cast<Header*>(block);
}

}  // namespace

// Without exceptions there is nobody to tell that memory has run out.
[[gnu::noinline]] void* operator new(std::size_t size) {
  std::size_t size_class = 0;
  while ((std::size_t{16} << size_class) < size + sizeof(Header)) ++size_class;
  if (size_class >= size_classes) std::abort();
  Header* block = free_blocks[size_class];
  if (block != nullptr) {
    free_blocks[size_class] = block->next;
  } else {
    block = new_block(std::size_t{16} << size_class);
  }
  block->size_class = size_class;
  return block + 1;
}

[[gnu::noinline]] void operator delete(void* memory) noexcept {
  if (memory == nullptr) return;
  Header* block = static_cast<Header*>(memory) - 1;
  const std::size_t size_class = block->size_class;
  block->next = free_blocks[size_class];
  free_blocks[size_class] = block;
}
