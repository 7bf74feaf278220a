import { enforcedCheck } from './constraint.ts';

export default enforcedCheck({
  constraint: 'iam.disableServiceAccountKeyCreation',
  title: 'The organisation keeps service accounts of AI projects free of keys',
  severity: 'medium',
  why: 'A key file works from anywhere until somebody deletes it, and with it whatever the account of a model, job or agent may do.',
  frameworks: { 'mitre-atlas': ['AML.T0012', 'AML.T0055'] },
});
