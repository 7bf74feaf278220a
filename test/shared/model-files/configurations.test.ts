import { describe, expect, it } from 'vitest';
import hydra from '#shared/model-files/formats/hydra-config.ts';
import json from '#shared/model-files/formats/json-config.ts';
import { judgeTarget } from '#shared/model-files/hydra/judge-target.ts';
import { expectRobust, inspectedAs, rulesOf } from './inspecting.ts';

const formats = [json, hydra];
const inspected = (config: object | string) =>
  inspectedAs(typeof config === 'string' ? config : JSON.stringify(config), ...formats);

const CLEAN: readonly (readonly [string, object | string])[] = [
  [
    'of a model',
    { architectures: ['LlamaForCausalLM'], model_type: 'llama', torch_dtype: 'bfloat16', _commit_hash: null },
  ],
  [
    'of a tokenizer',
    {
      added_tokens_decoder: {},
      tokenizer_class: 'X',
      chat_template: '{% for m in messages %}{{ m.content }}{% endfor %}',
    },
  ],
  [
    'of a tokenizer with several templates',
    { eos_token: '</s>', chat_template: [{ name: 'default', template: '{{ messages[0].content }}' }] },
  ],
  ['of a generation', { bos_token_id: 1, eos_token_id: 2, transformers_version: '4.50.0' }],
  ['of shards', { metadata: { total_size: 12 }, weight_map: { a: 'model-00001-of-00002.safetensors' } }],
  [
    'of a pipeline of diffusers',
    {
      _class_name: 'P',
      _diffusers_version: '0.30',
      unet: ['diffusers', 'UNet2DConditionModel'],
      safety: [null, null],
    },
  ],
  [
    'of steps of sentence-transformers',
    [{ idx: 0, name: '0', path: '', type: 'sentence_transformers.models.Transformer' }],
  ],
  [
    'of Hydra',
    '# made\noptim:\n  _target_: torch.optim.AdamW\n  lr: 1e-3\nmodel: &m\n  _target_: torch.nn.Linear\nother: *m\n',
  ],
  ['of Hydra in JSON', { optim: { _target_: 'torch.optim.Adam', lr: 0.1 } }],
  [
    'of NeMo',
    'sample_rate: 16000\npreprocessor:\n  _target_: nemo.collections.asr.modules.AudioToMelSpectrogramPreprocessor\ntarget: nemo.collections.asr.models.EncDecCTCModelBPE\n',
  ],
  ['of MLflow', 'artifact_path: model\nflavors:\n  python_function:\n    loader_module: mlflow.sklearn\n'],
];

const DANGEROUS: readonly (readonly [string, object | string, string])[] = [
  [
    'a command in YAML (CVE-2025-23304)',
    'model:\n  x:\n    - _target_: os.system\n      command: id\n',
    'hydra.dangerous-target',
  ],
  [
    'a command in JSON (CVE-2026-24157)',
    { model_type: 'x', a: [{ _target_: 'subprocess.run', args: ['id'] }] },
    'hydra.dangerous-target',
  ],
  ['a function by its name', '_target_: hydra.utils.get_method\npath: os.system\n', 'hydra.dangerous-target'],
  ['code', { _target_: 'builtins.exec', _args_: ['import os'] }, 'hydra.dangerous-target'],
  ['a module within an allowed package', '_target_: nemo.utils.os.system\n', 'hydra.dangerous-target'],
  ['an internal attribute', '_target_: torch.nn.Linear.__init__.__globals__\n', 'hydra.dangerous-target'],
  ['a target behind an alias', 'a: &t os.system\nb:\n  _target_: *t\n', 'hydra.dangerous-target'],
  ['a target in another document', 'a: 1\n---\n_target_: os.popen\n', 'hydra.dangerous-target'],
  [
    'a target beside params',
    'x:\n  target: subprocess.Popen\n  params: {args: id}\n',
    'hydra.dangerous-target',
  ],
  ['an object of Python', 'a: !!python/object/apply:os.system [id]\n', 'yaml.python-tag'],
  [
    'an object of Python by its whole tag',
    'a: !<tag:yaml.org,2002:python/object/new:os.system> [id]\n',
    'yaml.python-tag',
  ],
  [
    'a template',
    { tokenizer_class: 'x', chat_template: "{{ ''.__class__ }}" },
    'template.internal-attribute',
  ],
  [
    'one template of several',
    {
      tokenizer_class: 'x',
      chat_template: [
        { name: 'a', template: 'x' },
        { name: 'b', template: "{{ ''.__class__ }}" },
      ],
    },
    'template.internal-attribute',
  ],
  [
    'a template by its name',
    { tokenizer_class: 'x', chat_template: { b: "{{ ''.__class__ }}" } },
    'template.internal-attribute',
  ],
  [
    'a template after much else',
    `{"x": "${'y'.repeat(9000)}", "chat_template": "{{ ''.__class__ }}"}`,
    'template.internal-attribute',
  ],
];

const REVIEW: readonly (readonly [string, object | string, string])[] = [
  [
    'code of another repository',
    { model_type: 'x', auto_map: { AutoModel: 'owner/code--modeling_x.XModel' } },
    'huggingface.remote-code',
  ],
  [
    'code of a part',
    { model_type: 'x', vision_config: { auto_map: { AutoConfig: 'configuration_x.X' } } },
    'huggingface.remote-code',
  ],
  [
    'code of tokenizers',
    { tokenizer_class: 'x', auto_map: { AutoTokenizer: [null, 'tokenization_x.XFast'] } },
    'huggingface.remote-code',
  ],
  [
    'code of a pipeline',
    { model_type: 'x', custom_pipelines: { 'text-x': { impl: 'pipeline.X' } } },
    'huggingface.remote-code',
  ],
  [
    'code of a component',
    { _diffusers_version: '0.30', unet: ['my_unet', 'Unet'] },
    'huggingface.remote-code',
  ],
  [
    'a library of an adapter',
    { peft_type: 'LORA', auto_mapping: { parent_library: 'mine' } },
    'huggingface.remote-code',
  ],
  ['code of a step', [{ idx: 0, type: 'custom_st.Transformer' }], 'huggingface.remote-code'],
  ['shards elsewhere', { weight_map: { a: '../../secret.safetensors' } }, 'huggingface.shard-elsewhere'],
  ['a key twice', '{"model_type": "a", "model_type": "b"}', 'json.duplicate-key'],
  ['a target nobody knows', '_target_: mine.Model\n', 'hydra.unknown-target'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: OmegaConf writes it so
  ['a target that is put together', '_target_: ${x}.system\n', 'hydra.computed-target'],
  ['a target that is no name', { _target_: { a: 1 } }, 'hydra.computed-target'],
  [
    'code beside a model of MLflow',
    'flavors:\n  python_function:\n    loader_module: mine\n',
    'mlflow.own-code',
  ],
  ['an object of Python without a call', 'a: !!python/tuple [1]\n', 'yaml.python-tag'],
];

describe('a configuration', () => {
  it.each(CLEAN)('%s is clean', async (_name, config) => {
    expect(await inspected(config)).toMatchObject({
      verdict: 'clean',
      status: 'complete',
      observations: [],
      notRead: [],
    });
  });

  it.each(DANGEROUS)('with %s is dangerous', async (_name, config, rule) => {
    const inspection = await inspected(config);
    expect(rulesOf(inspection)).toContain(rule);
    expect(inspection.verdict).toBe('dangerous');
  });

  it.each(REVIEW)('with %s is for a person to look at', async (_name, config, rule) => {
    const inspection = await inspected(config);
    expect(rulesOf(inspection)).toEqual([rule]);
    expect(inspection).toMatchObject({ verdict: 'review', status: 'complete' });
  });

  it('names the repository and the class of code that is loaded', async () => {
    const [seen] = (
      await inspected({ model_type: 'x', auto_map: { AutoModel: 'owner/code--modeling_x.XModel' } })
    ).observations;
    expect(seen?.text).toBe(
      'Loaded with trust_remote_code, “AutoModel” is “modeling_x.XModel”, code of the repository “owner/code”.',
    );
  });

  it('shows the call, as Python writes it', async () => {
    const [seen] = (await inspected({ _target_: 'subprocess.run', _args_: ['id'], shell: true }))
      .observations;
    expect(seen).toMatchObject({ call: 'subprocess.run("id", shell=true)', global: 'subprocess.run' });
  });

  it.each([
    ['JSON of no kind that is known', { anything: 1 }],
    ['YAML of no kind that is known', 'anything: 1\n'],
    ['JSON with something after it', '{"model_type": "x"} {"auto_map": {}}'],
    ['damaged JSON', '{"model_type": "x"'],
    ['damaged YAML', 'a: [1\nb: }\n'],
    ['JSON nested without end', `{"model_type": ${'['.repeat(100_000)}`],
    ['long JSON', `{"model_type": "${'x'.repeat(16 * 1024 * 1024)}"}`],
    ['long YAML', `a: ${'x'.repeat(1024 * 1024)}\n`],
    ['YAML nested without end', `a: ${'['.repeat(200_000)}`],
    ['maps nested without end', `a: ${'{a: '.repeat(100_000)}`],
    ['lists nested without end', `${'- '.repeat(100_000)}x`],
    ['anchors without end', `a: ${'&a '.repeat(100_000)}`],
    ['brackets without end', `a: ${'[]'.repeat(200_000)}`],
    [
      'blocks nested without end',
      Array.from({ length: 1000 }, (_each, depth) => `${' '.repeat(depth)}a:\n`).join(''),
    ],
  ])('%s is partial, and does not take long', async (_name, config) => {
    const inspection = await inspected(config);
    expect(inspection).toMatchObject({ verdict: 'review', status: 'partial' });
    expect(inspection.milliseconds).toBeLessThan(3000);
  });

  it('does not expand aliases', async () => {
    const lines = ['a0: &a0 [x, x]'];
    for (let index = 1; index < 60; index++)
      lines.push(`a${index}: &a${index} [*a${index - 1}, *a${index - 1}]`);
    const inspection = await inspected(`${lines.join('\n')}\nb:\n  _target_: os.system\n`);
    expect(inspection.verdict).toBe('dangerous');
    expect(inspection.milliseconds).toBeLessThan(1000);
  });

  it('leaves JSON of Keras and of XGBoost to others', async () => {
    for (const config of [
      { class_name: 'Sequential', config: {} },
      { learner: {}, version: [2, 0, 0] },
    ])
      expect((await inspected(config)).formats).toEqual([]);
  });

  it('allows a target by its whole name alone', () => {
    expect(judgeTarget('torch.nn.Linear')).toBe('known');
    expect(judgeTarget('torch.nn.Linear.forward')).toBe('unknown');
    expect(judgeTarget('hydra.utils')).toBe('unknown');
    expect(judgeTarget('os.path.join')).toBe('unknown');
    expect(judgeTarget('torch.load')).toBe('dangerous');
    expect(judgeTarget('constructor')).toBe('unknown');
  });

  it('never throws for what is damaged', async () => {
    for (const [, config] of [...CLEAN.slice(0, 4), ...CLEAN.slice(7, 10)])
      await expectRobust(Buffer.from(typeof config === 'string' ? config : JSON.stringify(config)), formats, {
        changes: 100,
      });
  });
});
