import type { ByteSource } from '../bytes/byte-source.ts';
import { whereLeads } from '../file-reference.ts';
import { Flatbuffer, NoFlatbuffer } from '../flatbuffer.ts';
import type { Inspecting } from '../format.ts';
import { operationByName } from '../tensorflow/by-name.ts';
import { quoted } from '../text.ts';

// Places of fields, in the order of tensorflow/lite/schema/schema.fbs, held against tflite 2.18.0 of PyPI, and those of
// files beside the model against schema_py_generated.py of ai-edge-litert 2.3.0.
const MODEL = { operatorCodes: 1, buffers: 4, metadata: 6, externalBufferGroups: 8 } as const;
const EXTERNAL_BUFFER_GROUP = { name: 0 } as const;
const OPERATOR_CODE = { deprecatedBuiltinCode: 0, customCode: 1, builtinCode: 3 } as const;
const METADATA = { name: 0, buffer: 1 } as const;

/** BuiltinOperator.CUSTOM */
const CUSTOM = 32;
const MOST_CODES = 4096;
const MOST_METADATA = 256;
const MOST_GROUPS = 4096;
const LONGEST_PATH = 4096;

/** Custom operators that the runtimes of Google register themselves. */
const KNOWN_CUSTOM = new Set([
  'TFLite_Detection_PostProcess',
  'AudioSpectrogram',
  'Mfcc',
  'NumericVerify',
  'Convolution2DTransposeBias',
  'MaxPoolingWithArgmax2D',
  'MaxUnpooling2D',
  'MaxPoolWithArgmax',
  'TransformLandmarks',
  'TransformTensorBilinear',
  'Landmarks2TransformMatrix',
  'edgetpu-custom-op',
]);

/** What a model of TensorFlow Lite calls that TensorFlow Lite does not bring itself. */
export async function inspectTflite(source: ByteSource, inspecting: Inspecting): Promise<void> {
  if (source.size === undefined) {
    inspecting.missed('a flatbuffer is read from many places, and this one can only be read from its begin');
    return;
  }
  const buffer = new Flatbuffer(source, source.size);
  try {
    const model = await buffer.follow(0);
    await operatorCodes(buffer, model, inspecting);
    await metadata(buffer, model, inspecting);
    await externalFiles(buffer, model, inspecting);
  } catch (error) {
    if (!(error instanceof NoFlatbuffer)) throw error;
    inspecting.missed(`it is damaged: ${error.message}`);
  }
}

async function operatorCodes(buffer: Flatbuffer, model: number, inspecting: Inspecting): Promise<void> {
  const at = await buffer.field(model, MODEL.operatorCodes);
  if (at === undefined) return;
  const { from, count } = await buffer.vector(at, 4);
  if (count > MOST_CODES)
    inspecting.missed(`it has ${count} kinds of operators, of which ${MOST_CODES} were read`);
  for (let index = 0; index < Math.min(count, MOST_CODES); index++) {
    inspecting.spending.inTime();
    const code = await buffer.follow(from + 4 * index);
    const named = await buffer.field(code, OPERATOR_CODE.customCode);
    const narrow = await buffer.field(code, OPERATOR_CODE.deprecatedBuiltinCode);
    const wide = await buffer.field(code, OPERATOR_CODE.builtinCode);
    const builtin = Math.max(
      narrow === undefined ? 0 : await buffer.int8(narrow),
      wide === undefined ? 0 : await buffer.int32(wide),
    );
    if (builtin !== CUSTOM) continue;
    const name = named === undefined ? '' : await buffer.text(named);
    tellCustom(name, code, inspecting);
  }
}

function tellCustom(name: string, offset: number, inspecting: Inspecting): void {
  const operation = name.startsWith('Flex') ? name.slice(4) : undefined;
  if (operation !== undefined) {
    const judged = operationByName(operation);
    inspecting.observe({
      rule: 'tflite.flex-operation',
      effect: judged?.effect ?? 'note',
      offset,
      text: `It calls ${quoted(operation)} of TensorFlow, by the Flex delegate${judged === undefined ? '' : `, which ${judged.does}`}.`,
      ...(judged === undefined ? {} : { call: `${operation}(…)` }),
    });
    return;
  }
  const isKnown = KNOWN_CUSTOM.has(name);
  inspecting.observe({
    rule: 'tflite.custom-operator',
    effect: isKnown ? 'note' : 'review',
    offset,
    text: isKnown
      ? `It calls the custom operator ${quoted(name)}, which runtimes of TensorFlow Lite bring.`
      : `It calls the custom operator ${quoted(name)}, whose code comes from a library that is loaded with the model.`,
  });
}

async function metadata(buffer: Flatbuffer, model: number, inspecting: Inspecting): Promise<void> {
  const at = await buffer.field(model, MODEL.metadata);
  if (at === undefined) return;
  const buffersAt = await buffer.field(model, MODEL.buffers);
  const buffers = buffersAt === undefined ? { from: 0, count: 0 } : await buffer.vector(buffersAt, 4);
  const { from, count } = await buffer.vector(at, 4);
  if (count > MOST_METADATA)
    inspecting.missed(`it has ${count} entries of metadata, of which ${MOST_METADATA} were read`);
  const names: string[] = [];
  for (let index = 0; index < Math.min(count, MOST_METADATA); index++) {
    inspecting.spending.inTime();
    const entry = await buffer.follow(from + 4 * index);
    const nameAt = await buffer.field(entry, METADATA.name);
    const bufferAt = await buffer.field(entry, METADATA.buffer);
    if (nameAt !== undefined) names.push(await buffer.text(nameAt, 60));
    const target = bufferAt === undefined ? 0 : await buffer.uint32(bufferAt);
    if (target >= buffers.count)
      throw new NoFlatbuffer(`metadata names the buffer ${target} of ${buffers.count}`);
  }
  if (names.length > 0)
    inspecting.observe({
      rule: 'tflite.metadata',
      effect: 'note',
      text: `It carries metadata: ${names
        .slice(0, 5)
        .map((name) => quoted(name, 40))
        .join(', ')}${names.length > 5 ? ' and more' : ''}.`,
    });
}

/** LiteRT opens the file that a group of buffers is named by: joined to the folder of the model, or where it says. */
async function externalFiles(buffer: Flatbuffer, model: number, inspecting: Inspecting): Promise<void> {
  const at = await buffer.field(model, MODEL.externalBufferGroups);
  if (at === undefined) return;
  const { from, count } = await buffer.vector(at, 4);
  if (count > MOST_GROUPS)
    inspecting.missed(`it names ${count} files with weights, of which ${MOST_GROUPS} were read`);
  for (let index = 0; index < Math.min(count, MOST_GROUPS); index++) {
    inspecting.spending.inTime();
    const group = await buffer.follow(from + 4 * index);
    const nameAt = await buffer.field(group, EXTERNAL_BUFFER_GROUP.name);
    const name = nameAt === undefined ? '' : await buffer.text(nameAt, LONGEST_PATH);
    const leavesFolder = whereLeads(name) === 'elsewhere';
    inspecting.observe({
      rule: leavesFolder ? 'tflite.escaping-file' : 'tflite.external-file',
      effect: leavesFolder ? 'dangerous' : 'note',
      offset: group,
      text: `Weights are read from ${quoted(name)}${leavesFolder ? ', which leaves the folder of the model' : ' beside the model'}.`,
    });
  }
}
