# The Emscripten toolchain of whichever emcc is on the PATH: Debian's package or an emsdk.
find_program(EMCC emcc REQUIRED)
find_program(EM_CONFIG em-config HINTS ENV EMSDK REQUIRED)
execute_process(
  COMMAND ${EM_CONFIG} EMSCRIPTEN_ROOT
  OUTPUT_VARIABLE EMSCRIPTEN_FOLDER
  OUTPUT_STRIP_TRAILING_WHITESPACE
  COMMAND_ERROR_IS_FATAL ANY)
# Debian 12's Emscripten hands Node a flag that newer Nodes refuse.
set(CMAKE_CROSSCOMPILING_EMULATOR node CACHE STRING "Runs what was compiled to WebAssembly")
include(${EMSCRIPTEN_FOLDER}/cmake/Modules/Platform/Emscripten.cmake)
