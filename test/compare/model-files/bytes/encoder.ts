/** A tensor of 32-bit floats. */
export interface Tensor {
  readonly name: string;
  readonly shape: readonly number[];
}

export const BYTES_OF_FLOAT = 4;
export const elementsOf = ({ shape }: Tensor): number =>
  shape.reduce((product, length) => product * length, 1);
export const bytesOf = (tensor: Tensor): number => BYTES_OF_FLOAT * elementsOf(tensor);

const WIDTH = 1024;
const WIDER = 2048;
const LAYERS = 24;
const VOCABULARY = 50_265;
const POSITIONS = 512;

const pair = (name: string, ...weight: readonly number[]): Tensor[] => [
  { name: `${name}.weight`, shape: weight },
  { name: `${name}.bias`, shape: weight.slice(0, 1) },
];

/** A text encoder of the kind of BERT, named as in PyTorch: 389 tensors that take 1.01 GB. */
export const ENCODER: readonly Tensor[] = [
  { name: 'embeddings.word_embeddings.weight', shape: [VOCABULARY, WIDTH] },
  { name: 'embeddings.position_embeddings.weight', shape: [POSITIONS, WIDTH] },
  { name: 'embeddings.token_type_embeddings.weight', shape: [2, WIDTH] },
  ...pair('embeddings.LayerNorm', WIDTH),
  ...Array.from({ length: LAYERS }, (_, layer) => {
    const within = `encoder.layer.${layer}`;
    return [
      ...['query', 'key', 'value'].flatMap((name) => pair(`${within}.attention.self.${name}`, WIDTH, WIDTH)),
      ...pair(`${within}.attention.output.dense`, WIDTH, WIDTH),
      ...pair(`${within}.attention.output.LayerNorm`, WIDTH),
      ...pair(`${within}.intermediate.dense`, WIDER, WIDTH),
      ...pair(`${within}.output.dense`, WIDTH, WIDER),
      ...pair(`${within}.output.LayerNorm`, WIDTH),
    ];
  }).flat(),
];
