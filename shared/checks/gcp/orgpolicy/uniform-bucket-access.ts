import { enforcedCheck } from './constraint.ts';

export default enforcedCheck({
  constraint: 'storage.uniformBucketLevelAccess',
  title: 'The organisation keeps buckets of AI projects free of lists per object',
  severity: 'low',
  why: 'Lists on single objects escape the policy of the bucket, and with it every review.',
  frameworks: { 'mitre-atlas': ['AML.T0035'], 'iso-42001': ['A.7.2'] },
});
