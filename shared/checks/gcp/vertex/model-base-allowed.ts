import { vertexModel } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { parameter } from '#shared/model/governance.ts';
import { field, not } from '#shared/model/predicate.ts';
import { provisioned } from '../fixes.ts';

const BASE = 'baseModelSource.modelGardenSource.publicModelName';
const command = 'gcloud ai models delete MODEL --region=REGION';
const $governance = { allowedModels: ['publishers/google/models/*'] };
const from = (publicModelName: string | number) => ({
  $config: { baseModelSource: { modelGardenSource: { publicModelName } } },
  $governance,
});

export default check(vertexModel, {
  title: 'Models taken from Model Garden are allowed ones',
  severity: 'medium',
  applies: field(BASE).isPresent(),
  fails: not(field(BASE).fitsOneOf(parameter('allowedModels'))),
  why: 'Its weights were made by somebody whom nobody has looked at, and names of open models are taken over by strangers.',
  fix: {
    console: 'Undeploy and delete the model, or have it reviewed and add it to the allowed models.',
    cli: command,
    terraform: provisioned(command),
  },
  source: 'google.cloud.aiplatform.v1.Model.base_model_source, ModelGardenSource.public_model_name',
  frameworks: {
    'mitre-atlas': ['AML.T0010.003', 'AML.T0058'],
    'owasp-llm-2026': ['LLM04:2026'],
    'nist-ai-rmf': ['MANAGE 3.2'],
  },
  examples: {
    pass: [from('publishers/google/models/gemma3@gemma-3-27b-it')],
    fail: [from('publishers/hf-somebody/models/other-7b')],
    unknown: [from(7)],
    notApplicable: [
      { $config: {}, $governance },
      { $config: { baseModelSource: { modelGardenSource: { publicModelName: 'publishers/x/models/y' } } } },
    ],
  },
});
