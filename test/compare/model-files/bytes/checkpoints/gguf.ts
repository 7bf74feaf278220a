import { type Checkpoint, type Nature, oneFile } from '../checkpoint.ts';
import { contentOf } from '../content.ts';

const UINT32 = 4;
const FLOAT32 = 6;
const STRING = 8;
const ARRAY = 9;
const INT32 = 5;

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const uint64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};
const float32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return bytes;
};
const string = (text: string): Buffer => {
  const bytes = Buffer.from(text);
  return Buffer.concat([uint64(bytes.length), bytes]);
};
const keyValue = (key: string, type: number, ...value: readonly Buffer[]): Buffer =>
  Buffer.concat([string(key), uint32(type), ...value]);
const number = (key: string, value: number): Buffer => keyValue(key, UINT32, uint32(value));
const words = (key: string, value: string): Buffer => keyValue(key, STRING, string(value));
const array = (key: string, type: number, count: number, ...elements: readonly Buffer[]): Buffer =>
  keyValue(key, ARRAY, uint32(type), uint64(count), ...elements);

interface Llama {
  readonly name: string;
  readonly layers: number;
  readonly width: number;
  readonly keyWidth: number;
  readonly inner: number;
  readonly vocabulary: number;
  readonly merges: number;
  /** The tensor of the vocabulary serves for reading and for writing. */
  readonly isTied: boolean;
}

/** A type of tensors: its number, and the bytes that a block of so many elements takes. ggml, gguf-py/gguf/constants.py */
const F32 = { type: 0, elements: 1, bytes: 4 };
const Q8_0 = { type: 8, elements: 32, bytes: 34 };
const DATA_ALIGNMENT = 32;

const ALPHABET = 'etaoinshrdlcumwfgypbvk';
/** Pieces of words, of the lengths that they have in a vocabulary: five or six letters on average, some of them long. */
const piece = (index: number): string => {
  const length = 1 + ((index * 7) % 5) + ((index * 11) % 6) + (index % 50 === 0 ? 7 : 0);
  return Array.from({ length }, (_, at) => ALPHABET[(index * (at + 3) + (index >> (at + 2))) % 22]).join('');
};

const TEMPLATE =
  "{% for message in messages %}\n{% if message['role'] == 'user' %}\n{{ '<|user|>\n' + message['content'] + eos_token }}\n{% elif message['role'] == 'assistant' %}\n{{ '<|assistant|>\n'  + message['content'] + eos_token }}\n{% endif %}\n{% if loop.last and add_generation_prompt %}\n{{ '<|assistant|>' }}\n{% endif %}\n{% endfor %}";
const HOSTILE = `${TEMPLATE}{{ cycler.__init__.__globals__.os.popen('id').read() }}`;

function keyValuesOf(model: Llama, nature: Nature): Buffer[] {
  const { vocabulary, merges } = model;
  const isByBytes = merges > 0;
  const pieces = Array.from({ length: vocabulary }, (_, index) =>
    string(index % 2 === 0 ? (isByBytes ? 'Ġ' : '▁') + piece(index) : piece(index)),
  );
  const types = Buffer.from(new Int32Array(vocabulary).fill(1).buffer);
  return [
    words('general.architecture', 'llama'),
    words('general.name', model.name),
    number('llama.block_count', model.layers),
    number('llama.context_length', 2048),
    number('llama.embedding_length', model.width),
    number('llama.feed_forward_length', model.inner),
    number('llama.attention.head_count', 32),
    number('llama.attention.head_count_kv', model.keyWidth / 64),
    number('llama.rope.dimension_count', 64),
    keyValue('llama.attention.layer_norm_rms_epsilon', FLOAT32, float32(1e-5)),
    number('general.file_type', 7),
    words('tokenizer.ggml.model', isByBytes ? 'gpt2' : 'llama'),
    array('tokenizer.ggml.tokens', STRING, vocabulary, Buffer.concat(pieces)),
    ...(isByBytes ? [] : [array('tokenizer.ggml.scores', FLOAT32, vocabulary, Buffer.alloc(4 * vocabulary))]),
    array('tokenizer.ggml.token_type', INT32, vocabulary, types),
    ...(isByBytes ? [mergesOf(merges)] : []),
    number('tokenizer.ggml.bos_token_id', 1),
    number('tokenizer.ggml.eos_token_id', 2),
    words('tokenizer.chat_template', nature === 'hostile' ? HOSTILE : TEMPLATE),
    number('general.quantization_version', 2),
  ];
}

const mergesOf = (count: number): Buffer => {
  const pairs = Array.from({ length: count }, (_, index) => {
    const whole = `${piece(index)}e`;
    const cut = 1 + (index % Math.max(1, whole.length - 1));
    return string(`${whole.slice(0, cut)} ${whole.slice(cut)}`);
  });
  return array('tokenizer.ggml.merges', STRING, count, Buffer.concat(pairs));
};

function tensorsOf({ layers, width, keyWidth, inner, vocabulary, isTied }: Llama) {
  const block = (name: string): [string, number[]][] => [
    [`${name}.attn_norm.weight`, [width]],
    [`${name}.attn_q.weight`, [width, width]],
    [`${name}.attn_k.weight`, [width, keyWidth]],
    [`${name}.attn_v.weight`, [width, keyWidth]],
    [`${name}.attn_output.weight`, [width, width]],
    [`${name}.ffn_norm.weight`, [width]],
    [`${name}.ffn_gate.weight`, [width, inner]],
    [`${name}.ffn_up.weight`, [width, inner]],
    [`${name}.ffn_down.weight`, [inner, width]],
  ];
  return [
    ...(isTied ? [] : ([['output.weight', [width, vocabulary]]] as [string, number[]][])),
    ['token_embd.weight', [width, vocabulary]] as [string, number[]],
    ...Array.from({ length: layers }, (_, layer) => block(`blk.${layer}`)).flat(),
    ['output_norm.weight', [width]] as [string, number[]],
  ];
}

/** https://github.com/ggml-org/ggml/blob/master/docs/gguf.md, with the keys that the converter of llama.cpp writes. */
function gguf(model: Llama, nature: Nature) {
  let end = 0;
  const described = tensorsOf(model).map(([name, shape]) => {
    const { type, elements, bytes } = shape.length === 1 ? F32 : Q8_0;
    const begin = end;
    const size = (shape.reduce((product, length) => product * length, 1) / elements) * bytes;
    end = Math.ceil((begin + size) / DATA_ALIGNMENT) * DATA_ALIGNMENT;
    return Buffer.concat([
      string(name),
      uint32(shape.length),
      ...shape.map(uint64),
      uint32(type),
      uint64(begin),
    ]);
  });
  const keyValues = keyValuesOf(model, nature);
  const header = Buffer.concat([
    Buffer.from('GGUF'),
    uint32(3),
    uint64(described.length),
    uint64(keyValues.length),
    ...keyValues,
    ...described,
  ]);
  const filled = Math.ceil(header.length / DATA_ALIGNMENT) * DATA_ALIGNMENT - header.length;
  return contentOf(header, Buffer.alloc(filled), { numbers: end });
}

/** As TinyLlama 1.1B is. */
const SMALL: Llama = {
  name: 'small',
  layers: 22,
  width: 2048,
  keyWidth: 256,
  inner: 5632,
  vocabulary: 32_000,
  merges: 0,
  isTied: false,
};
/** As Llama 3.2 1B is. */
const LARGE: Llama = {
  name: 'large',
  layers: 16,
  width: 2048,
  keyWidth: 512,
  inner: 8192,
  vocabulary: 128_256,
  merges: 280_147,
  isTied: true,
};

export const ggufSmallVocabulary: Checkpoint = {
  id: 'gguf',
  title: 'GGUF, 32,000 tokens',
  mostPercent: 0.1,
  files: (nature) => oneFile('model.gguf', gguf(SMALL, nature)),
};

export const ggufLargeVocabulary: Checkpoint = {
  id: 'gguf-large-vocabulary',
  title: 'GGUF, 128,256 tokens and 280,147 merges',
  mostPercent: 0.1,
  overBecause:
    'where a string of a vocabulary begins only the one before it tells, so that all of it is read on the way to the chat template',
  files: (nature) => oneFile('model.gguf', gguf(LARGE, nature)),
};
