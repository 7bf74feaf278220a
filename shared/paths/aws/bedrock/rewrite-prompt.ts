import { prompt } from '#shared/assets/aws/bedrock-agent.ts';
import { permission, technique } from '../../technique.ts';
import { narrowed } from '../narrowed.ts';

export default technique(prompt, {
  title: 'Only who deploys a managed prompt can change it',
  gains: 'other words in the prompt that applications and flows send',
  by: 'principal',
  needs: [permission('bedrock:UpdatePrompt')],
  holds: 'change',
  severity: 'medium',
  basis: 'documented',
  reference: ['AWS-EX-14'],
  why: 'Whatever names the draft of the prompt sends the new words with the next call.',
  fix: narrowed(
    'Allow bedrock:UpdatePrompt to the role that deploys prompts alone, and call prompts by version.',
    'bedrock:UpdatePrompt',
    'arn:aws:bedrock:…:…:prompt/…',
  ),
  source: 'Service Authorization Reference, Amazon Bedrock: UpdatePrompt',
  frameworks: { 'mitre-atlas': ['AML.T0018.003'], 'owasp-agentic-2026': ['ASI01'] },
});
