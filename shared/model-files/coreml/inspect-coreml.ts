import type { ByteSource } from '../bytes/byte-source.ts';
import { whereLeads } from '../file-reference.ts';
import type { Inspecting } from '../format.ts';
import { walkMessage } from '../protobuf/wire.ts';
import { quoted } from '../text.ts';
import { model } from './shapes.ts';

/** How a program names the folder that it lies in. */
const OWN_FOLDER = '@model_path/';

/** Classes of the app that a Core ML model has run, and files that it names. */
export async function inspectCoreml(source: ByteSource, inspecting: Inspecting): Promise<void> {
  const blobs = new Set<string>();
  const { damage } = await walkMessage({
    source,
    spending: inspecting.spending,
    shape: model,
    end(message) {
      const name = message.texts.get('className') ?? '';
      if (message.shape.name === 'CustomLayerParams' || message.shape.name === 'CustomModel') {
        const what = message.shape.name === 'CustomModel' ? 'model' : 'layer';
        inspecting.observe({
          rule: `coreml.custom-${what}`,
          effect: 'review',
          offset: message.from,
          text: `A custom ${what} runs the class ${quoted(name)} of the app that loads it.`,
        });
      } else if (message.shape.name === 'StringParameter') {
        const path = message.texts.get('defaultValue') ?? '';
        inspecting.observe({
          rule: 'coreml.linked-model',
          effect: 'review',
          offset: message.from,
          text: `It has another model loaded: its ${message.called === 'searchPath' ? 'search path' : 'file'} is ${quoted(path)}.`,
        });
      } else if (message.shape.name === 'Operation') {
        const type = message.texts.get('type') ?? '';
        if (/^custom/i.test(type))
          inspecting.observe({
            rule: 'coreml.custom-operation',
            effect: 'review',
            offset: message.from,
            text: `An operation of the program is ${quoted(type)}, whose code is the app's.`,
          });
      } else if (message.shape.name === 'SerializedModel')
        inspecting.missed(
          `it holds a model of the kind ${quoted(message.texts.get('identifier') ?? '')}, which only the system understands`,
        );
      else if (message.shape.name === 'BlobFileValue') {
        const file = message.texts.get('fileName') ?? '';
        const path = file.startsWith(OWN_FOLDER) ? file.slice(OWN_FOLDER.length) : file;
        if (whereLeads(path) !== 'elsewhere' || blobs.has(path)) return;
        if (blobs.size < 1000) blobs.add(path);
        inspecting.observe({
          rule: 'coreml.escaping-file',
          effect: 'dangerous',
          offset: message.from,
          text: `Weights are read from ${quoted(file)}, which leaves the folder of the model.`,
        });
      }
    },
  });
  if (damage !== undefined)
    inspecting.missed(`what follows byte ${damage.offset} was not understood: ${damage.why}`);
}
