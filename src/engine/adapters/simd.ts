/** Whether this browser's WebAssembly has vectors. Imports nothing: small workers ask it before anything is there. */

/** A module of one function, `i8x16.splat (i32.const 0)`: valid where there is SIMD. */
const simdModule = Uint8Array.of(
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // \0asm, version 1
  ...[1, 5, 1, 0x60, 0, 1, 0x7b], // a type: nothing → v128
  ...[3, 2, 1, 0], // a function of it
  ...[10, 8, 1, 6, 0, 0x41, 0, 0xfd, 15, 0x0b], // its body
);

export const hasSimd = (): boolean => WebAssembly.validate(simdModule);
