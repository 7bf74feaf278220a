import type { Head } from '../head.ts';
import { type Glimpse, glimpse } from '../protobuf/glimpse.ts';
import { decoded } from '../text.ts';

const VARINT = 0;
const BYTES = 2;

const only = (
  fields: readonly Glimpse[] | undefined,
  wires: Readonly<Record<number, number>>,
): fields is readonly Glimpse[] =>
  fields !== undefined && fields.length > 0 && fields.every(({ number, wire }) => wires[number] === wire);

const isName = ({ bytes }: Glimpse): boolean =>
  bytes.length > 0 && /^[A-Za-z0-9_.\\/>-]+$/.test(decoded(bytes.subarray(0, 200)));

/** A node has a name and an operation, as its first fields when TensorFlow writes it. */
function isNode({ bytes }: Glimpse): boolean {
  const fields = glimpse(bytes, 8);
  if (!only(fields, { 1: BYTES, 2: BYTES, 3: BYTES, 4: BYTES, 5: BYTES, 6: BYTES, 7: BYTES })) return false;
  const [name, operation] = [1, 2].map((number) => fields.find((field) => field.number === number));
  return name !== undefined && operation !== undefined && isName(name) && isName(operation);
}

const GRAPH_FIELDS = { 1: BYTES, 2: BYTES, 3: VARINT, 4: BYTES, 5: BYTES };

const isGraph = ({ bytes }: Glimpse): boolean => {
  const fields = glimpse(bytes, 2);
  return only(fields, GRAPH_FIELDS) && (fields[0]?.number !== 1 || isNode(fields[0]));
};

const META_GRAPH_FIELDS = { 1: BYTES, 2: BYTES, 3: BYTES, 4: BYTES, 5: BYTES, 6: BYTES, 7: BYTES };

/** Tags, the version of TensorFlow, the operations that are used. */
const isMetaInformation = ({ bytes }: Glimpse): boolean =>
  only(glimpse(bytes, 2), {
    1: BYTES,
    2: BYTES,
    3: BYTES,
    4: BYTES,
    5: BYTES,
    6: BYTES,
    7: VARINT,
    8: BYTES,
  });

function isMetaGraph(bytes: Uint8Array): boolean {
  const fields = glimpse(bytes, 3);
  if (!only(fields, META_GRAPH_FIELDS)) return false;
  const information = fields.find(({ number }) => number === 1);
  const graph = fields.find(({ number }) => number === 2);
  if (information !== undefined && !isMetaInformation(information)) return false;
  if (graph !== undefined && graph.bytes.length > 0 && !isGraph(graph)) return false;
  // What TensorFlow writes begins with the one, and what is not cut has the other.
  return graph !== undefined || information?.isCut === true;
}

export function seemsSavedModel(head: Head): boolean {
  const fields = head.fields(4);
  if (!only(fields, { 1: VARINT, 2: BYTES })) return false;
  const versions = fields.filter(({ number }) => number === 1);
  const graphs = fields.filter(({ number }) => number === 2);
  return (
    versions.every(({ value }) => value <= 16) &&
    graphs.some((graph) => isMetaGraph(graph.bytes)) &&
    graphs.every((graph) => graph.value > 0)
  );
}

/** A graph by itself, frozen or of version 1, or with what a saver of it needs: a `.meta` file. */
export function seemsGraph({ bytes }: Pick<Head, 'bytes'>): boolean {
  const fields = glimpse(bytes, 4);
  if (only(fields, GRAPH_FIELDS) && fields.some((field) => field.number === 1 && isNode(field))) return true;
  return isMetaGraph(bytes) && !seemsKerasMetadata({ bytes });
}

export const isMetaGraphFile = ({ bytes }: Pick<Head, 'bytes'>): boolean => {
  const fields = glimpse(bytes, 4);
  return !(only(fields, GRAPH_FIELDS) && fields.some((field) => field.number === 1 && isNode(field)));
};

/** Layers of Keras, each with its identifier and its configuration in JSON: saved_metadata_pb2.py of tf_keras 2.21.0. */
export function seemsKerasMetadata({ bytes }: Pick<Head, 'bytes'>): boolean {
  const fields = glimpse(bytes, 2);
  if (!only(fields, { 1: BYTES })) return false;
  const inside = glimpse(fields[0]?.bytes ?? bytes, 8);
  return (
    only(inside, { 1: BYTES, 2: VARINT, 3: BYTES, 4: BYTES, 5: BYTES, 6: BYTES }) &&
    inside.some((field) => field.number === 4 && decoded(field.bytes).includes('keras'))
  );
}
