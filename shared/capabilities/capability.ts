import type { Hold } from './hold.ts';

/** What a permission lets somebody do with AI, from using it to switching off who would notice. */
export const CAPABILITY_CLASSES = [
  'invoke',
  'read_exfil',
  'modify_poison',
  'exec_code',
  'credential_access',
  'pass_role',
  'admin',
  'evade',
] as const;
export type CapabilityClass = (typeof CAPABILITY_CLASSES)[number];

/** One permission of a cloud, and on what assets it gives which class. */
export interface Capability {
  /** In the cloud's own spelling: `sagemaker:InvokeEndpoint`. */
  readonly permission: string;
  readonly class: CapabilityClass;
  /**
   * The types of assets whose own id a policy names for it. Empty where it is asked on something else, such as what
   * is to be created: then it is part of techniques alone.
   */
  readonly on: readonly string[];
  /** Where the id in the policy is not that of the asset: the pattern below it, `{id}/*` for objects of a bucket. */
  readonly resource?: string;
}

export const CLASS_MEANING: Readonly<Record<CapabilityClass, string>> = {
  invoke: 'use the model or agent',
  read_exfil: 'read models, data, memory or prompts',
  modify_poison: 'change models, data, indexes, memory or behaviour',
  exec_code: 'run own code under an attached identity',
  credential_access: 'obtain keys, tokens, presigned addresses or sessions of others',
  pass_role: 'attach an identity to a resource',
  admin: 'change policies, trust or sharing',
  evade: 'weaken guardrails, monitoring or logging',
};

/** How far a class brings who has it. Passing a role and evading bring nobody further by themselves. */
export const HOLD_OF_CLASS: Readonly<Record<CapabilityClass, Hold | undefined>> = {
  invoke: 'use',
  read_exfil: 'read',
  modify_poison: 'change',
  exec_code: 'control',
  credential_access: 'control',
  pass_role: undefined,
  admin: 'control',
  evade: undefined,
};
