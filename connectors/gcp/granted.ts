import pLimit from 'p-limit';
import * as z from 'zod';
import type { Scope } from '#shared/model/scope.ts';
import { operationsOf } from '../connector.ts';
import { CoverageRecorder, NotFound, ReadFailure } from '../coverage.ts';
import { dangersIn, type Excess, type Granted } from '../granted.ts';
import type { RestOperation } from '../operation.ts';
import { type RestSend, restReader } from '../rest.ts';
import { inventoryOperations } from './asset-inventory.ts';
import { googleDialect } from './dialect.ts';
import { gcpConnectors } from './index.ts';
import { projectOperations } from './projects.ts';

/** Of google.iam.v1.TestIamPermissionsRequest; a caller may always ask what it may do itself. */
const testPermissions = (resource: string, permissions: readonly string[]): RestOperation => ({
  id: `resourcemanager.${resource.split('/', 1)[0]}.testIamPermissions`,
  permission: 'none',
  method: 'POST',
  url: 'https://cloudresourcemanager.googleapis.com/v3/{+resource}:testIamPermissions',
  body: JSON.stringify({ permissions }),
});

/** Of one request, as the IAM documentation has it. */
const MOST_PERMISSIONS = 100;

const CONCURRENT_PROJECTS = 8;

/** What reading takes, in a project and in an organization or folder. */
const needed = {
  project: [
    ...gcpConnectors.filter(({ level }) => level === 'project').flatMap(operationsOf),
    ...Object.values(inventoryOperations),
  ].map(({ permission }) => permission),
  organization: [
    ...gcpConnectors.filter(({ level }) => level === 'organization').flatMap(operationsOf),
    projectOperations.list,
    projectOperations.folders,
  ].map(({ permission }) => permission),
};

const isRoot = ({ account }: Pick<Scope, 'account'>): boolean => account.includes(':');

/** `organizations/1` of a scope whose account is `organizations:1`; `projects/p` of one that is `p`. */
const resourceOf = ({ account }: Pick<Scope, 'account'>): string =>
  isRoot({ account }) ? account.replace(':', '/') : `projects/${account}`;

/** What the identity that asks may do in each of the projects, folders and organizations. */
export function googleGrants(
  scopes: readonly Scope[],
  send: RestSend,
  beside: readonly string[],
): Promise<Granted[]> {
  const limit = pLimit(CONCURRENT_PROJECTS);
  return limit.map(scopes, (scope) => ofScope(scope, send, beside));
}

async function ofScope(scope: Scope, send: RestSend, beside: readonly string[]): Promise<Granted> {
  const resource = resourceOf(scope);
  const dangers = dangersIn('gcp');
  const wanted = new Set(isRoot(scope) ? needed.organization : [...needed.project, ...beside]);
  const asked = [...new Set([...wanted, ...dangers.map(({ permission }) => permission)])].sort();
  try {
    const { held, untold } = await tested(resource, asked, scope, send);
    return {
      scope,
      visible: held.size > 0,
      missing: held.size > 0 ? [...wanted].filter((each) => !held.has(each) && !untold.has(each)).sort() : [],
      excess: excessOf(dangers.filter(({ permission }) => held.has(permission))),
      unread: [],
    };
  } catch (error) {
    // To who may do nothing at all there, a project is not there either.
    if (error instanceof NotFound) return { scope, visible: false, missing: [], excess: [], unread: [] };
    if (!(error instanceof Unanswered)) throw error;
    const isRefused = error.failure.outcome === 'denied';
    return {
      scope,
      ...(isRefused ? { visible: false } : {}),
      missing: [],
      excess: [],
      unread: isRefused ? [] : error.recorder.records(),
    };
  }
}

class Unanswered extends Error {
  readonly failure: ReadFailure;
  readonly recorder: CoverageRecorder;

  constructor(failure: ReadFailure, recorder: CoverageRecorder) {
    super(failure.message, { cause: failure });
    this.name = 'Unanswered';
    this.failure = failure;
    this.recorder = recorder;
  }
}

interface Tested {
  readonly held: ReadonlySet<string>;
  /** Those that cannot be asked for here. */
  readonly untold: ReadonlySet<string>;
}

const Answer = z.object({ permissions: z.array(z.string()).default([]) });

/** One permission that a resource does not know spoils the whole request: then its halves are asked for. */
async function tested(
  resource: string,
  permissions: readonly string[],
  scope: Scope,
  send: RestSend,
): Promise<Tested> {
  if (permissions.length > MOST_PERMISSIONS) return inHalves();
  const operation = testPermissions(resource, permissions);
  const recorder = new CoverageRecorder(scope);
  try {
    const answer = await restReader(send, googleDialect, recorder, new Set([operation.id])).get(operation, {
      resource,
    });
    return { held: new Set(Answer.parse(answer).permissions), untold: new Set() };
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    if (error.detail !== 'HTTP 400') throw new Unanswered(error, recorder);
    return permissions.length > 1 ? inHalves() : { held: new Set(), untold: new Set(permissions) };
  }

  async function inHalves(): Promise<Tested> {
    const middle = Math.ceil(permissions.length / 2);
    const first = await tested(resource, permissions.slice(0, middle), scope, send);
    const second = await tested(resource, permissions.slice(middle), scope, send);
    return { held: first.held.union(second.held), untold: first.untold.union(second.untold) };
  }
}

/** One for each reason. By which role it came, Google does not say. */
function excessOf(held: readonly { permission: string; reason: string }[]): Excess[] {
  return [...Map.groupBy(held, ({ reason }) => reason)].map(([reason, ofReason]) => {
    const granted = ofReason.map(({ permission }) => permission);
    return { granted, example: granted[0] ?? '', reason };
  });
}
