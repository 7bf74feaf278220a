import { enforcedCheck } from './constraint.ts';

export default enforcedCheck({
  constraint: 'iam.automaticIamGrantsForDefaultServiceAccounts',
  title: 'Default service accounts of AI projects are not made editors',
  severity: 'medium',
  why: 'When an API is switched on its default service account becomes an editor of the project: every notebook and job that names no account of its own may then change everything.',
  frameworks: { 'mitre-atlas': ['AML.T0012'], 'owasp-agentic-2026': ['ASI03'] },
});
