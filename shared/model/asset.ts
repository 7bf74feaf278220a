import * as z from 'zod';
import { Unread, unreadWithin } from './coverage.ts';
import { JsonObject } from './json.ts';
import { Scope } from './scope.ts';

/**
 * The kinds of edge between two assets, read from the first to the second. `exposes`: requests are handed on without
 * anybody being asked who they are; it stands beside `calls`. `grants`: a policy that binds a role to somebody. `loaded-by`: a file, and what
 * loads it.
 */
export const RelationKind = z.enum([
  'assumes',
  'attached-to',
  'calls',
  'contains',
  'deployed-as',
  'derived-from',
  'encrypted-by',
  'exposes',
  'grants',
  'guarded-by',
  'loaded-by',
  'logs-to',
  'reads-from',
  'runs-image',
  'stored-in',
  'trained-on',
  'writes-to',
]);
export type RelationKind = z.infer<typeof RelationKind>;

/** A typed edge to another asset id, which may lie in another scope or cloud, or never have been seen. */
export const Relation = z.strictObject({ kind: RelationKind, target: z.string().min(1) });
export type Relation = z.infer<typeof Relation>;

/** A place in a config whose value is not of the documented type or set of values. */
export const Malformed = z.strictObject({ path: z.string(), problem: z.string() });
export type Malformed = z.infer<typeof Malformed>;

/** One thing in a cloud, as last read. */
export const Asset = z.strictObject({
  /** The cloud's own id: ARN, ARM resource id, Google full resource name. Never invented. */
  id: z.string().min(1).max(4096),
  /** `aws.sagemaker.notebook-instance` */
  type: z.string(),
  scope: Scope,
  name: z.string(),
  /** The API's own field names. A part that could not be read is an {@link Unread} in its place. */
  config: JsonObject,
  relations: z.array(Relation),
  tags: z.record(z.string(), z.string()).optional(),
  /** Set when the asset was listed but not described: absent fields are then unread, not absent. */
  unread: Unread.optional(),
  malformed: z.array(Malformed).optional(),
  /**
   * Set on what is no part of the AI estate, and is kept because it decides who reaches it: a role that is held
   * elsewhere, a service account that no AI asset runs as. No check applies to it.
   */
  isContext: z.literal(true).optional(),
});
export type Asset = z.infer<typeof Asset>;

/** Whether it is part of the AI estate: what is counted and listed as an asset. */
export const isOfEstate = ({ isContext }: Pick<Asset, 'isContext'>): boolean => isContext !== true;

/** Whether everything of the asset was read: nothing in its config stands for something that was not. */
export const isWhole = ({ unread, config }: Asset): boolean =>
  unread === undefined && unreadWithin(config) === undefined;

/** What a connector knows before the frame adds scope, relations and validation. */
export interface Identity {
  readonly id: string;
  readonly name: string;
}
