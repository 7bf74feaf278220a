import type { Inspecting } from '../format.ts';
import { inspectTargets } from '../hydra/inspect-targets.ts';
import { isObject, type Json, type JsonObject } from '../json/parse-json.ts';
import { inspectTemplate } from '../templates/inspect-template.ts';
import { quoted } from '../text/quoted.ts';

/** Keys by which a file is one of those that come with a model. */
const KNOWN_KEYS: ReadonlySet<string> = new Set([
  'model_type',
  'architectures',
  'transformers_version',
  'torch_dtype',
  'auto_map',
  'custom_pipelines',
  'tokenizer_class',
  'added_tokens_decoder',
  'added_tokens',
  'model_max_length',
  'chat_template',
  'bos_token',
  'eos_token',
  'unk_token',
  'cls_token',
  'pad_token',
  'bos_token_id',
  'eos_token_id',
  'weight_map',
  '_class_name',
  '_diffusers_version',
  'processor_class',
  'image_processor_type',
  'feature_extractor_type',
  '_from_model_config',
  'peft_type',
  'base_model_name_or_path',
  '__version__',
]);
/** Of the components of a pipeline of diffusers: modules that are installed, and not files beside the model. */
const PIPELINE_LIBRARIES =
  /^(?:diffusers|transformers|onnxruntime|flax|stable_diffusion|k_diffusion)(?:\.|$)/;

/** Looks at JSON that comes with a model. Returns whether it is of a kind that is known. */
export function inspectConfig(config: Json, inspecting: Inspecting): boolean {
  const hasTargets = inspectTargets(config, inspecting);
  if (Array.isArray(config)) return inspectModules(config, inspecting) || hasTargets;
  if (!isObject(config)) return false;
  const open: JsonObject[] = [config];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    inspecting.spending.inTime();
    inspectAutoMap(value.get('auto_map'), inspecting);
    for (const each of value.values()) if (isObject(each)) open.push(each);
  }
  inspectTemplates(config.get('chat_template'), 'chat_template', inspecting);
  inspectTemplates(config.get('default_chat_template'), 'default_chat_template', inspecting);
  inspectCustomPipelines(config.get('custom_pipelines'), inspecting);
  inspectWeightMap(config.get('weight_map'), inspecting);
  inspectPipeline(config, inspecting);
  inspectAdapter(config.get('auto_mapping'), inspecting);
  inspectActivations(config, inspecting);
  return hasTargets || [...config.keys()].some((key) => KNOWN_KEYS.has(key));
}

const remoteCode = (inspecting: Inspecting, text: string): void =>
  inspecting.observe({ rule: 'huggingface.remote-code', effect: 'review', text });

/** `{"AutoModel": "owner/repository--modeling_file.Class"}`; of tokenizers there are two, the slow and the fast. */
function inspectAutoMap(map: Json | undefined, inspecting: Inspecting): void {
  if (map === undefined || map === null) return;
  const entries: readonly (readonly [string, Json])[] = isObject(map) ? [...map] : [['', map]];
  for (const [name, classes] of entries.slice(0, 50))
    for (const reference of (Array.isArray(classes) ? classes : [classes]).slice(0, 10)) {
      if (typeof reference !== 'string') continue;
      const [repository, file] = reference.includes('--') ? reference.split('--', 2) : [undefined, reference];
      remoteCode(
        inspecting,
        `Loaded with trust_remote_code, ${quoted(name || 'the model', 40)} is ${quoted(file ?? '', 80)}, code ${
          repository === undefined ? 'beside the file' : `of the repository ${quoted(repository, 80)}`
        }.`,
      );
    }
}

function inspectTemplates(templates: Json | undefined, name: string, inspecting: Inspecting): void {
  if (typeof templates === 'string') inspectTemplate(templates, inspecting, { name });
  if (isObject(templates)) {
    for (const [key, template] of templates)
      if (typeof template === 'string') inspectTemplate(template, inspecting, { name: `${name}.${key}` });
    return;
  }
  if (!Array.isArray(templates)) return;
  for (const each of templates as readonly Json[]) {
    const [named, template] = isObject(each) ? [each.get('name'), each.get('template')] : [];
    if (typeof template === 'string')
      inspectTemplate(template, inspecting, { name: `${name}.${String(named)}` });
  }
}

function inspectCustomPipelines(pipelines: Json | undefined, inspecting: Inspecting): void {
  if (!isObject(pipelines)) return;
  for (const [task, described] of [...pipelines].slice(0, 50)) {
    const code = isObject(described) ? described.get('impl') : undefined;
    remoteCode(
      inspecting,
      `Loaded with trust_remote_code, the pipeline ${quoted(task, 40)} is ${quoted(typeof code === 'string' ? code : '', 80)}, code beside the file.`,
    );
  }
}

/** The names of the files that the tensors are in. */
function inspectWeightMap(map: Json | undefined, inspecting: Inspecting): void {
  if (!isObject(map)) return;
  const files = new Set([...map.values()].filter((file) => typeof file === 'string'));
  for (const file of files)
    if (/^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|:\/\//.test(file))
      inspecting.observe({
        rule: 'huggingface.shard-elsewhere',
        effect: 'review',
        text: `Tensors are read from ${quoted(file)}, which is not beside the file.`,
      });
}

/** Of sentence-transformers: each is imported by its name, and called. */
const ACTIVATIONS = ['activation_function', 'activation_fn', 'sbert_ce_default_activation_function'];

function inspectActivations(config: JsonObject, inspecting: Inspecting): void {
  const own = config.get('sentence_transformers');
  for (const part of isObject(own) ? [config, own] : [config])
    for (const key of ACTIVATIONS) {
      const name = part.get(key);
      // Without a dot it is one of the names that transformers has for activations.
      if (typeof name !== 'string' || !name.includes('.') || /^torch\.nn\.(?:\w+\.)*[A-Z]\w*$/.test(name))
        continue;
      inspecting.imports(name.slice(0, 200));
      remoteCode(inspecting, `Loading the model imports and calls ${quoted(name, 80)}.`);
    }
}

/** `model_index.json` of diffusers names a class and its library for each component. */
function inspectPipeline(config: JsonObject, inspecting: Inspecting): void {
  const own = config.get('_class_name');
  // What is no pipeline has pairs of names too, and loads nothing by them.
  const isPipeline = Array.isArray(own) || (typeof own === 'string' && own.includes('Pipeline'));
  if (!isPipeline && (own !== undefined || !config.has('_diffusers_version'))) return;
  for (const [component, classes] of config) {
    if (!Array.isArray(classes) || classes.length !== 2) continue;
    const [library, name] = classes as readonly Json[];
    if (typeof library !== 'string' || typeof name !== 'string' || PIPELINE_LIBRARIES.test(library)) continue;
    remoteCode(
      inspecting,
      `The component ${quoted(component, 40)} of the pipeline is ${quoted(`${library}.${name}`, 80)}, which may be code beside the file.`,
    );
  }
}

/** PEFT imports the library that an adapter names. */
function inspectAdapter(mapping: Json | undefined, inspecting: Inspecting): void {
  const library = isObject(mapping) ? mapping.get('parent_library') : undefined;
  if (typeof library !== 'string' || /^(?:transformers|peft|torch)(?:\.|$)/.test(library)) return;
  inspecting.imports(library.slice(0, 200));
  remoteCode(inspecting, `Loading the adapter imports ${quoted(library, 80)}.`);
}

/** Classes of sentence-transformers itself. A module of it has others at hand, such as `os`. */
const OWN_STEPS =
  /^sentence_transformers\.(?:models|sparse_encoder\.models|base\.models)\.(?:[A-Za-z]\w*\.)?[A-Z]\w*$/;

/** `modules.json` of sentence-transformers names a class for each step. */
function inspectModules(modules: readonly Json[], inspecting: Inspecting): boolean {
  const types = modules.map((each) => (isObject(each) && each.has('idx') ? each.get('type') : undefined));
  for (const type of types) {
    if (typeof type !== 'string' || OWN_STEPS.test(type)) continue;
    inspecting.imports(type.slice(0, 200));
    remoteCode(
      inspecting,
      `A step of the model is ${quoted(type)}, which is code beside the file, or is imported.`,
    );
  }
  return types.length > 0 && types.every((type) => typeof type === 'string');
}
