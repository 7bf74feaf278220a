import { whereLeads } from '../file-reference.ts';
import type { ModelFormat } from '../format.ts';
import type { Head } from '../head.ts';
import { glimpse } from '../protobuf/glimpse.ts';
import { type Message, type Shape, walkMessage } from '../protobuf/wire.ts';
import { quoted } from '../text.ts';

// The numbers are those of paddle/fluid/framework/framework.proto, held against paddlepaddle 3.3.1.
const attribute: Shape = {
  name: 'Attr',
  fields: { 1: { called: 'name', text: 'last' }, 5: { called: 's', text: 'last' } },
};
const operation: Shape = {
  name: 'OpDesc',
  fields: { 3: { called: 'type', text: 'last' }, 4: { called: 'attrs', message: () => attribute } },
};
const block: Shape = { name: 'BlockDesc', fields: { 4: { called: 'ops', message: () => operation } } };
const program: Shape = { name: 'ProgramDesc', fields: { 1: { called: 'blocks', message: () => block } } };

// Names of operations are those that paddlepaddle 3.3.1 has in libpaddle.so and in its Python, and what earlier ones had.
const FILE_OPERATIONS = new Set([
  'load',
  'load_combine',
  'save',
  'save_combine',
  'sparse_tensor_load',
  'read_file',
]);
/** Which attribute of these names the file. */
const FILE_ATTRIBUTES = new Set(['file_path', 'filename']);
/** For training on several hosts. */
const NETWORK_OPERATIONS = new Set([
  'send',
  'recv',
  'send_and_recv',
  'send_barrier',
  'fetch_barrier',
  'listen_and_serv',
  'heter_listen_and_serv',
  'checkpoint_notify',
  'gen_nccl_id',
  'c_gen_nccl_id',
  'c_gen_bkcl_id',
  'c_gen_xccl_id',
]);
/** `tensorrt_engine`, `custom_engine`, and those of other accelerators. */
const ENGINE = /^[a-z]{1,30}_engine$/;

/** A block begins with its number and that of its parent. */
function claims(head: Head): boolean {
  const [first] = head.fields(1) ?? [];
  if (first?.number !== 1 || first.wire !== 2) return false;
  const [index, parent, variable] = glimpse(first.bytes, 3) ?? [];
  return (
    index?.number === 1 &&
    index.wire === 0 &&
    index.value === 0 &&
    parent?.number === 2 &&
    parent.wire === 0 &&
    (variable?.number === 3 || variable?.number === 4) &&
    variable.wire === 2
  );
}

export default {
  id: 'paddle',
  title: 'PaddlePaddle program',
  source: 'PaddlePaddle, paddle/fluid/framework/framework.proto',
  claims,
  async inspect(source, inspecting) {
    const paths = new Map<Message, string>();
    const { damage } = await walkMessage({
      source,
      spending: inspecting.spending,
      shape: program,
      end(message) {
        if (
          message.shape.name === 'Attr' &&
          FILE_ATTRIBUTES.has(message.texts.get('name') ?? '') &&
          message.parent
        )
          paths.set(message.parent, message.texts.get('s') ?? '');
        if (message.shape.name !== 'OpDesc') return;
        const type = message.texts.get('type') ?? '';
        const path = paths.get(message);
        paths.delete(message);
        if (type === 'py_func')
          inspecting.observe({
            rule: 'paddle.python-operation',
            effect: 'dangerous',
            offset: message.from,
            text: 'An operation is py_func, which calls a Python function of the process that runs the program.',
            call: 'py_func(…)',
          });
        else if (NETWORK_OPERATIONS.has(type))
          inspecting.observe({
            rule: 'paddle.network-operation',
            effect: 'review',
            offset: message.from,
            text: `An operation is ${type}, which talks to other hosts that the program or its process names.`,
          });
        else if (ENGINE.test(type))
          inspecting.observe({
            rule: 'paddle.opaque-program',
            effect: 'review',
            offset: message.from,
            text: `An operation is ${type}, which runs a program that was compiled for an accelerator and cannot be read here.`,
          });
        else if (FILE_OPERATIONS.has(type))
          inspecting.observe({
            rule: 'paddle.file-operation',
            effect: path !== undefined && whereLeads(path) === 'elsewhere' ? 'dangerous' : 'review',
            offset: message.from,
            text: `An operation is ${type}, on the file ${quoted(path ?? '')}.`,
          });
      },
    });
    if (damage !== undefined)
      inspecting.missed(`what follows byte ${damage.offset} was not understood: ${damage.why}`);
  },
} satisfies ModelFormat;
