import { vertexModel } from '#shared/assets/gcp/vertex.ts';
import { check } from '#shared/model/check.ts';
import { field } from '#shared/model/predicate.ts';
import { provisioned } from '../fixes.ts';

const command = 'gcloud ai models list --region=REGION --filter="modelSourceInfo.sourceType=MARKETPLACE"';

export default check(vertexModel, {
  title: 'Models that came from a marketplace or from Model Garden are known',
  severity: 'informational',
  byDefault: 'off',
  applies: field('modelSourceInfo.sourceType').isPresent(),
  fails: field('modelSourceInfo.sourceType').isOneOf('MODEL_GARDEN', 'MARKETPLACE'),
  why: 'What they were trained on, and what else they do, only those know who made them.',
  fix: {
    console: 'Enter the model, with its publisher and its licence, where you keep your bill of materials.',
    cli: command,
    terraform: provisioned(command),
  },
  source: 'google.cloud.aiplatform.v1.ModelSourceInfo.source_type',
  frameworks: { 'mitre-atlas': ['AML.T0010.003'], 'nist-ai-rmf': ['MANAGE 3.2'] },
  examples: {
    pass: [{ modelSourceInfo: { sourceType: 'CUSTOM' } }],
    fail: [
      { modelSourceInfo: { sourceType: 'MODEL_GARDEN' } },
      { modelSourceInfo: { sourceType: 'MARKETPLACE' } },
    ],
    unknown: [{ modelSourceInfo: { sourceType: 'MOON' } }],
    notApplicable: [{}],
  },
});
