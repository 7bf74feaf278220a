import { enforcedCheck } from './constraint.ts';

export default enforcedCheck({
  constraint: 'storage.publicAccessPrevention',
  title: 'The organisation keeps buckets of AI projects from becoming public',
  severity: 'medium',
  why: 'Without the constraint one wrong grant makes a training set or a model readable, or writable, by anybody.',
  frameworks: { 'mitre-atlas': ['AML.T0035'], 'iso-42001': ['A.7.2'] },
});
