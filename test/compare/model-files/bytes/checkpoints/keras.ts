import { type Checkpoint, type Nature, oneFile } from '../checkpoint.ts';
import { contentOf } from '../content.ts';
import { ENCODER, type Tensor } from '../encoder.ts';
import { type Attribute, type Group, hdf5 } from './hdf5.ts';
import { storedZip } from './zip.ts';

/** Where KerasHub keeps what the modules of the encoder have, from its layers down. */
const PLACES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^embeddings\.word_embeddings$/, ['token_and_position_embedding', 'token_embedding']],
  [/^embeddings\.position_embeddings$/, ['token_and_position_embedding', 'position_embedding']],
  [/^embeddings\.token_type_embeddings$/, ['segment_embedding']],
  [/^embeddings\.LayerNorm$/, ['embeddings_layer_norm']],
  [/\.attention\.self\.query$/, ['_self_attention_layer', '_query_dense']],
  [/\.attention\.self\.key$/, ['_self_attention_layer', '_key_dense']],
  [/\.attention\.self\.value$/, ['_self_attention_layer', '_value_dense']],
  [/\.attention\.output\.dense$/, ['_self_attention_layer', '_output_dense']],
  [/\.attention\.output\.LayerNorm$/, ['_self_attention_layer_norm']],
  [/\.intermediate\.dense$/, ['_feedforward_intermediate_dense']],
  [/\.output\.dense$/, ['_feedforward_output_dense']],
  [/\.output\.LayerNorm$/, ['_feedforward_layer_norm']],
];

function placeOf(module: string): readonly string[] {
  const [, layer] = /^encoder\.layer\.(\d+)\./.exec(module) ?? [];
  const [, place] = PLACES.find(([pattern]) => pattern.test(module)) ?? [];
  if (place === undefined) throw new Error(`${module} has no place`);
  return layer === undefined ? place : [`transformer_layer_${layer}`, ...place];
}

/** The tensors of each module, by where KerasHub keeps them. */
const MODULES = [...Map.groupBy(ENCODER, ({ name }) => name.slice(0, name.lastIndexOf('.')))].map(
  ([module, tensors]) => ({ place: placeOf(module), tensors }),
);
const LAYERS = [...new Set(MODULES.map(({ place }) => place[0] ?? ''))];

interface Building {
  readonly attributes: Map<string, Attribute>;
  readonly children: Map<string, Building | Tensor>;
}
const building = (): Building => ({ attributes: new Map(), children: new Map() });

/** The group at a path, made where it is not there. */
function groupAt(root: Building, path: readonly string[]): Building {
  let group = root;
  for (const name of path) {
    const next = group.children.get(name) ?? building();
    group.children.set(name, next);
    if (!('children' in next)) throw new Error(`${name} is a data set`);
    group = next;
  }
  return group;
}

/** The weights of Keras 3: keras/src/saving/saving_lib.py, `H5IOStore`. */
function weights(): Group {
  const root = building();
  for (const { place, tensors } of MODULES) {
    const { children } = groupAt(root, ['layers', ...place, 'vars']);
    for (const [index, tensor] of tensors.entries()) children.set(String(index), tensor);
  }
  return root;
}

const object = (module: string, name: string, config: object, registered: string | null = null) => ({
  module,
  class_name: name,
  config,
  registered_name: registered,
});

/** A layer, and what its input is. */
const transformer = (name: string, index: number) => ({
  ...object(
    'keras_hub.src.layers.modeling.transformer_encoder',
    'TransformerEncoder',
    {
      name,
      trainable: true,
      dtype: object('keras', 'DTypePolicy', { name: 'float32' }),
      intermediate_dim: 2048,
      num_heads: 16,
      dropout: 0.1,
      activation: 'gelu',
      layer_norm_epsilon: 1e-12,
      kernel_initializer: object('keras.initializers', 'TruncatedNormal', {
        mean: 0,
        stddev: 0.02,
        seed: null,
      }),
      bias_initializer: object('keras.initializers', 'Zeros', {}),
      normalize_first: false,
    },
    'keras_hub>TransformerEncoder',
  ),
  build_config: { shapes_dict: { inputs_shape: [null, 512, 1024] } },
  name,
  inbound_nodes: [
    {
      args: [
        object('builtins', '__keras_tensor__', {
          shape: [null, 512, 1024],
          dtype: 'float32',
          keras_history: [LAYERS[index - 1] ?? 'inputs', 0, 0],
        }),
      ],
      kwargs: {},
    },
  ],
});

/** A layer with code of its own, as Python marshals it. */
const LAMBDA = {
  module: 'keras.layers',
  class_name: 'Lambda',
  config: {
    name: 'lambda',
    function: {
      class_name: '__lambda__',
      config: {
        code: Buffer.from(`e3${'00'.repeat(40)}`, 'hex').toString('base64'),
        defaults: null,
        closure: null,
      },
    },
  },
  registered_name: null,
};

const configOf = (nature: Nature): string =>
  JSON.stringify({
    module: 'keras.src.models.functional',
    class_name: 'Functional',
    config: {
      name: 'encoder',
      trainable: true,
      layers: [...LAYERS.map(transformer), ...(nature === 'hostile' ? [LAMBDA] : [])],
    },
    registered_name: 'Functional',
  });

/** `model.save('model.keras')`. */
export const kerasZip: Checkpoint = {
  id: 'keras-zip',
  title: 'Keras, .keras',
  mostPercent: 0.1,
  files: (nature) =>
    oneFile(
      'model.keras',
      contentOf(
        ...storedZip('Python', [
          {
            name: 'metadata.json',
            parts: [Buffer.from('{"keras_version": "3.11.3", "date_saved": "2026-11-01@09:30:00"}')],
          },
          { name: 'config.json', parts: [Buffer.from(configOf(nature))] },
          { name: 'model.weights.h5', parts: hdf5(weights()) },
        ]),
      ),
    ),
};

/** `model.save('model.h5')`: keras/src/legacy/saving/legacy_h5_format.py. */
export const kerasHdf5: Checkpoint = {
  id: 'keras-hdf5',
  title: 'Keras, HDF5',
  mostPercent: 0.1,
  files(nature) {
    const root = building();
    const versions = [
      ['keras_version', '3.11.3'],
      ['backend', 'tensorflow'],
    ] as const;
    for (const [name, value] of versions) root.attributes.set(name, value);
    root.attributes.set('model_config', configOf(nature));
    const all = groupAt(root, ['model_weights']);
    for (const [name, value] of versions) all.attributes.set(name, value);
    all.attributes.set('layer_names', LAYERS);
    for (const layer of LAYERS) {
      const group = groupAt(all, [layer]);
      const names: string[] = [];
      for (const { place, tensors } of MODULES.filter(({ place: [first] }) => first === layer))
        for (const [index, tensor] of tensors.entries()) {
          const within = place.map((name) => name.replace(/^_/, ''));
          const name = index === 0 ? 'kernel' : 'bias';
          groupAt(group, within).children.set(name, tensor);
          names.push([...within, name].join('/'));
        }
      group.attributes.set('weight_names', names);
    }
    return oneFile('model.h5', contentOf(...hdf5(root)));
  },
};
