import * as z from 'zod';

const patterns = z.array(z.string().min(1).max(512)).min(1);

/**
 * What an organisation decides for itself and no cloud can know. Patterns may hold `*` for any text and are
 * compared without regard to case. A check that needs a setting which is not there does not apply.
 */
export const Governance = z.strictObject({
  /** Model ids, ARNs or patterns of them that may be used: `anthropic.claude-*`. */
  allowedModels: patterns.optional(),
  /** Publishers whose models may be used, as the cloud writes them: `Anthropic`, `Amazon`. */
  allowedPublishers: patterns.optional(),
  /** Regions in which data may be processed: `eu-*`. */
  allowedRegions: patterns.optional(),
  /** Tag keys that every AI asset must have. */
  requiredTags: patterns.optional(),
  /** Container images that may be run, as patterns of their address. */
  approvedImages: patterns.optional(),
  /** Registries that images may come from: `111122223333.dkr.ecr.eu-west-1.amazonaws.com`. */
  approvedRegistries: patterns.optional(),
  /** Hosts that tools of agents, such as MCP servers, may be on: `*.example.com`. */
  allowedToolHosts: patterns.optional(),
  /** Accounts outside the scanned ones that may share what is ours. */
  trustedAccounts: z
    .array(z.string().regex(/^\d{12}$/))
    .min(1)
    .optional(),
  /** How long something that costs money may idle before it is to shut itself down, in minutes. */
  maximumIdleMinutes: z.int().min(1).max(525_600).default(120),
  /** How long memories of agents and recorded conversations may be kept, in days. */
  maximumRetentionDays: z.int().min(1).max(3_653).default(90),
  /** How long a permission may lie unused, in days. */
  maximumUnusedDays: z.int().min(1).max(3_653).default(90),
  /** How old the last synchronisation of a knowledge base may be, in days. */
  maximumSyncAgeDays: z.int().min(1).max(3_653).default(30),
});
export type Governance = z.infer<typeof Governance>;
export type ParameterName = keyof Governance;

/** The settings of a config that names none. */
export const DEFAULT_GOVERNANCE: Governance = Governance.parse({});

/** A setting of {@link Governance} in the place of a value that a check's author would write. */
export interface Parameter {
  readonly parameter: ParameterName;
}

/** `field('foundationModel').fitsOneOf(parameter('allowedModels'))` */
export const parameter = (name: ParameterName): Parameter => ({ parameter: name });

export const isParameter = (value: unknown): value is Parameter =>
  typeof value === 'object' && value !== null && 'parameter' in value;

/** Whether a text fits a pattern in which `*` stands for any text, without regard to case. */
export function fits(text: string, pattern: string): boolean {
  const literal = pattern.split('*').map((piece) => piece.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${literal.join('.*')}$`, 'is').test(text);
}
