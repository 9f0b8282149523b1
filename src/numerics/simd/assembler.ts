/**
 * A small assembler of WebAssembly modules: functions over one imported memory, written as nested calls that give their bytes (WebAssembly
 * core specification 2.0, sections 5.3 to 5.5). It knows the few instructions that kernels.ts needs and checks nothing: the engine
 * validates the module when it is compiled.
 */
export type Code = readonly number[];
export type ValueType = 'i32' | 'f32' | 'v128';
const typeByte = { i32: 0x7f, f32: 0x7d, v128: 0x7b } as const;

export interface WasmFunction {
  readonly name: string;
  /** In the order of the arguments; nothing is returned. */
  readonly parameters: readonly ValueType[];
  readonly locals: readonly ValueType[];
  readonly body: Code;
}

type Indices<Name extends string> = Readonly<Record<Name, number>>;

/** Names → the functions of a module; `body` gets the index of each local by its name, parameters first. */
export function wasmFunction<Parameter extends string, Local extends string>(
  name: string,
  parameters: Readonly<Record<Parameter, ValueType>>,
  locals: Readonly<Record<Local, ValueType>>,
  body: (at: Indices<Parameter> & Indices<Local>) => readonly Code[],
): WasmFunction {
  const names = [...Object.keys(parameters), ...Object.keys(locals)];
  const at = Object.fromEntries(names.map((each, i) => [each, i])) as Indices<Parameter> & Indices<Local>;
  return {
    name,
    parameters: Object.values(parameters),
    locals: Object.values(locals),
    body: body(at).flat(),
  };
}

/** The module: `memory` is imported from `env`, every function exported under its name. */
export function assemble(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters }) => [
    0x60,
    ...vector(parameters.map((type) => [typeByte[type]])),
    0, // no result
  ]);
  const bodies = functions.map(({ locals, body }) => {
    const code = [...vector(locals.map((type) => [1, typeByte[type]])), ...body, 0x0b];
    return [...unsigned(code.length), ...code];
  });
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // \0asm, version 1
    ...section(1, types),
    ...section(2, [[...text('env'), ...text('memory'), 2, 0, 1]]),
    ...section(
      3,
      functions.map((_, i) => unsigned(i)),
    ),
    ...section(
      7,
      functions.map(({ name }, i) => [...text(name), 0, ...unsigned(i)]),
    ),
    ...section(10, bodies),
  ]);
}

function unsigned(value: number): number[] {
  const bytes = [];
  for (; value >= 0x80; value = Math.floor(value / 0x80)) bytes.push((value % 0x80) + 0x80);
  return [...bytes, value];
}

function signed(value: number): number[] {
  const bytes = [];
  for (;;) {
    const low = value & 0x7f;
    value >>= 7;
    if ((value === 0 && (low & 0x40) === 0) || (value === -1 && (low & 0x40) !== 0)) return [...bytes, low];
    bytes.push(low + 0x80);
  }
}

const vector = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
const text = (value: string): Code => vector(Array.from(new TextEncoder().encode(value), (byte) => [byte]));

function section(id: number, items: readonly Code[]): Code {
  const content = vector(items);
  return [id, ...unsigned(content.length), ...content];
}

const floatBytes = (value: number): Code => [...new Uint8Array(Float32Array.of(value).buffer)];
const binary =
  (...opcode: number[]) =>
  (a: Code, b: Code): Code => [...a, ...b, ...opcode];
const unary =
  (...opcode: number[]) =>
  (a: Code): Code => [...a, ...opcode];
const simd = (opcode: number): Code => [0xfd, ...unsigned(opcode)];
/** Alignment is a hint of no effect; 0 is always valid. */
const memoryAt = (offset: number): Code => [0, ...unsigned(offset)];

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)];
export const when = (condition: Code, body: readonly Code[]): Code => [
  ...condition,
  0x04,
  0x40,
  ...body.flat(),
  0x0b,
];
/** Runs the body, then again as long as the condition is not 0. */
export const repeatWhile = (condition: Code, body: readonly Code[]): Code => [
  0x03,
  0x40,
  ...body.flat(),
  ...condition,
  0x0d,
  0,
  0x0b,
];

export const i32 = {
  constant: (value: number): Code => [0x41, ...signed(value)],
  add: binary(0x6a),
  subtract: binary(0x6b),
  or: binary(0x72),
  less: binary(0x49), // unsigned: addresses
  load: (address: Code, offset = 0): Code => [...address, 0x28, ...memoryAt(offset)],
  store: (address: Code, value: Code, offset = 0): Code => [...address, ...value, 0x36, ...memoryAt(offset)],
};

export const f32 = {
  load: (address: Code, offset = 0): Code => [...address, 0x2a, ...memoryAt(offset)],
  store: (address: Code, value: Code, offset = 0): Code => [...address, ...value, 0x38, ...memoryAt(offset)],
  constant: (value: number): Code => [0x43, ...floatBytes(value)],
  add: binary(0x92),
};

/** Four floats, or four integers where it says so. */
export const f32x4 = {
  load: (address: Code, offset = 0): Code => [...address, ...simd(0x00), ...memoryAt(offset)],
  /** One float from memory in all four places. */
  loadSplat: (address: Code, offset = 0): Code => [...address, ...simd(0x09), ...memoryAt(offset)],
  store: (address: Code, value: Code, offset = 0): Code => [
    ...address,
    ...value,
    ...simd(0x0b),
    ...memoryAt(offset),
  ],
  splat: unary(...simd(0x13)),
  constant: (value: number): Code => [...f32.constant(value), ...simd(0x13)],
  add: binary(...simd(0xe4)),
  subtract: binary(...simd(0xe5)),
  multiply: binary(...simd(0xe6)),
  divide: binary(...simd(0xe7)),
  min: binary(...simd(0xe8)),
  max: binary(...simd(0xe9)),
  abs: unary(...simd(0xe0)),
  negate: unary(...simd(0xe1)),
  squareRoot: unary(...simd(0xe3)),
  nearest: unary(...simd(0x6a)),
  less: binary(...simd(0x43)),
  greater: binary(...simd(0x44)),
  lessOrEqual: binary(...simd(0x45)),
  and: binary(...simd(0x4e)),
  /** Lanes of a where the mask's bits are set, else of b. */
  select: (a: Code, b: Code, mask: Code): Code => [...a, ...b, ...mask, ...simd(0x52)],
  toIntegers: unary(...simd(0xf8)),
  addIntegers: binary(...simd(0xae)),
  shiftLeft: (a: Code, bits: number): Code => [...a, ...i32.constant(bits), ...simd(0xab)],
  integers: (value: number): Code => [...i32.constant(value), ...simd(0x11)],
};
