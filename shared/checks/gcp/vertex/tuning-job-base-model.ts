import { tuningJob } from '#shared/assets/gcp/vertex-jobs.ts';
import { check } from '#shared/model/check.ts';
import { parameter } from '#shared/model/governance.ts';
import { field, not } from '#shared/model/predicate.ts';
import { posted, provisioned } from '../fixes.ts';

const command = posted('tuningJobs', { baseModel: 'gemini-…' });
const $governance = { allowedModels: ['gemini-*'] };

export default check(tuningJob, {
  title: 'Only allowed models are tuned',
  severity: 'medium',
  applies: field('baseModel').isPresent(),
  fails: not(field('baseModel').fitsOneOf(parameter('allowedModels'))),
  why: 'What is tuned is used: your data go into a model that nobody has looked at.',
  fix: {
    console: 'Tune an allowed model instead, and delete the tuned one with its endpoint.',
    cli: command,
    terraform: provisioned(command),
  },
  source: 'google.cloud.aiplatform.v1.TuningJob.base_model',
  frameworks: { 'mitre-atlas': ['AML.T0010.003'], 'nist-ai-rmf': ['MANAGE 3.2'] },
  examples: {
    pass: [{ $config: { baseModel: 'gemini-2.5-flash' }, $governance }],
    fail: [{ $config: { baseModel: 'publishers/somebody/models/other-7b' }, $governance }],
    unknown: [{ $config: { baseModel: 7 }, $governance }],
    notApplicable: [{ $config: { baseModel: 'gemini-2.5-flash' } }, { $config: {}, $governance }],
  },
});
