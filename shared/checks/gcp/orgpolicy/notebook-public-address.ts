import { enforcedCheck } from './constraint.ts';

export default enforcedCheck({
  constraint: 'ainotebooks.restrictPublicIp',
  title: 'The organisation keeps notebooks from having public addresses',
  severity: 'low',
  why: 'Each user who makes a notebook decides again whether the internet can reach it, unless the constraint decides for all.',
  frameworks: { 'mitre-atlas': ['AML.T0049'] },
});
