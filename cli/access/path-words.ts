import type { AttackPath, Step } from '#shared/paths/attack-path.ts';

/** Who begins a path, as people say it. */
export const SOURCE_TEXT: Readonly<Record<AttackPath['source']['kind'], string>> = {
  'public-endpoint': 'anybody on the internet',
  'any-principal': 'anybody with an account of the cloud',
  'federated-outsider': 'somebody who signs in elsewhere',
  'internet-facing-compute': 'compute that faces the internet',
  'unverified-agent-tool': 'a tool that nobody vouches for',
  'outside-account': 'somebody of another account',
};

/** What a path leads to. */
export const TARGET_TEXT: Readonly<Record<AttackPath['target']['kind'], string>> = {
  'model-weights': 'model',
  'training-data': 'training data',
  'knowledge-base': 'knowledge base',
  'credentials-vault': 'credentials',
  'high-privilege-role': 'role that may do everything',
};

/** Whether a step belongs to how things are built, so that no permission is to be taken away. */
export const isStructural = ({ technique }: Step): boolean => technique.startsWith('relation.');

export const conditionsText = ({ access, conditions }: Step): string =>
  access === 'yes' ? '' : `only if ${conditions.join(' and ') || 'a condition holds that was not decided'}`;
