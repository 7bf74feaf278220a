import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { type CoverageRecorder, ReadFailure } from '../coverage.ts';
import { addressOf, type RestOperation } from '../operation.ts';
import { partListOf } from '../parts.ts';
import type { RestReader, RestReply, RestSend } from '../rest.ts';
import { ARM, armDialect, millisecondsOf } from './dialect.ts';

/** https://learn.microsoft.com/rest/api/azureresourcegraph/resourcegraph/resources/resources */
export const queryResources: RestOperation = {
  id: 'Microsoft.ResourceGraph/resources',
  // It answers with what the caller may read, and needs no right of its own.
  permission: 'read access to resources of the subscription',
  method: 'POST',
  url: `${ARM}/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01`,
};

/**
 * Types whose resources the table `resources` holds, and that are looked for: what has none of them is not asked for
 * them. https://learn.microsoft.com/azure/governance/resource-graph/reference/supported-tables-resources. What an
 * account or a workspace holds beside endpoints is not there.
 */
const TYPES = [
  'Microsoft.BotService/botServices',
  'Microsoft.CognitiveServices/accounts',
  'Microsoft.Databricks/workspaces',
  'Microsoft.MachineLearningServices/registries',
  'Microsoft.MachineLearningServices/workspaces',
  'Microsoft.MachineLearningServices/workspaces/batchEndpoints',
  'Microsoft.MachineLearningServices/workspaces/batchEndpoints/deployments',
  'Microsoft.MachineLearningServices/workspaces/onlineEndpoints',
  'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments',
  'Microsoft.MachineLearningServices/workspaces/serverlessEndpoints',
  'Microsoft.Search/searchServices',
  'Microsoft.Synapse/workspaces',
];

/** Sorted, for pages of an unsorted result may repeat or leave out rows. */
const QUERY = `resources | where type in~ (${TYPES.map((type) => `'${type}'`).join(', ')}) | project id, type | order by id asc`;

/** The service’s own maximum. */
const PAGE = 1000;

const Page = z.looseObject({
  totalRecords: z.int().nonnegative(),
  resultTruncated: z.union([z.boolean(), z.enum(['true', 'false'])]),
  $skipToken: z.string().min(1).optional(),
  data: z.array(z.looseObject({ id: z.string(), type: z.string() })),
});

export interface ResourceGraph {
  /** Whether the list of an operation may hold anything; it may, where the graph was not read to its end. */
  mayHold(
    operation: RestOperation,
    parameters: Readonly<Record<string, string>>,
    recorder: CoverageRecorder,
  ): Promise<boolean>;
}

/** Azure Resource Graph over one subscription: which types it holds, in one query. */
export function resourceGraph(send: RestSend, subscription: string, pace: Pace): ResourceGraph {
  let reading: Promise<ReadonlySet<string> | undefined> | undefined;

  /** The lists that hold something, as the paths that Resource Manager gives them. */
  async function nonEmptyLists(recorder: CoverageRecorder): Promise<ReadonlySet<string> | undefined> {
    try {
      const ids = await resourceIds(recorder);
      return new Set(ids.flatMap((id) => listsOf(id, subscription)));
    } catch (error) {
      if (error instanceof ReadFailure) return undefined;
      throw error;
    }
  }

  async function resourceIds(recorder: CoverageRecorder): Promise<string[]> {
    const ids: string[] = [];
    const tokens = new Set<string>();
    let token: string | undefined;
    do {
      const page = await ask(token, recorder);
      ids.push(...page.data.map(({ id }) => id));
      const next = page.$skipToken;
      if (next !== undefined && tokens.has(next))
        return recorder.fail(queryResources, 'failed', 'the same page was offered twice', 0);
      if (next === undefined && (String(page.resultTruncated) === 'true' || ids.length < page.totalRecords))
        return recorder.fail(queryResources, 'failed', 'the result was cut short', 0);
      if (next !== undefined) tokens.add(next);
      token = next;
    } while (token !== undefined);
    return ids;
  }

  async function ask(token: string | undefined, recorder: CoverageRecorder): Promise<z.infer<typeof Page>> {
    const options = { resultFormat: 'objectArray', $top: PAGE, ...(token && { $skipToken: token }) };
    const body = JSON.stringify({ subscriptions: [subscription], query: QUERY, options });
    await pace.turn();
    let reply: RestReply;
    try {
      reply = await send({ ...queryResources, body }, new URL(queryResources.url));
    } catch (error) {
      return recorder.fail(queryResources, 'failed', error instanceof Error ? error.name : 'no reply');
    }
    pace.heed(reply);
    if (reply.status !== 200)
      return recorder.fail(
        queryResources,
        armDialect.outcomeOf(reply.status, reply.text),
        `HTTP ${reply.status}`,
      );
    const page = Page.safeParse(parsed(reply.text));
    if (!page.success) return recorder.fail(queryResources, 'failed', 'the reply is not a page of rows');
    recorder.note(queryResources, 'complete');
    return page.data;
  }

  return {
    async mayHold(operation, parameters, recorder) {
      if (!TYPES.some((type) => operation.id === `${type}/list`)) return true;
      reading ??= nonEmptyLists(recorder);
      const lists = await reading;
      return lists?.has(pathOf(addressOf(operation, parameters))) ?? true;
    },
  };
}

/** The query allowance of the identity, which all subscriptions share: 15 queries in five seconds. */
export class Pace {
  #notBefore = 0;

  async turn(): Promise<void> {
    const wait = this.#notBefore - Date.now();
    if (wait > 0) await sleep(wait);
  }

  /** Reads the quota headers of a reply: with nothing left, the next query waits until the window is over. */
  heed({ header }: RestReply): void {
    const after = millisecondsOf(header?.('x-ms-user-quota-resets-after'));
    if (header?.('x-ms-user-quota-remaining') === '0' && after !== undefined)
      this.#notBefore = Math.max(this.#notBefore, Date.now() + Math.min(after, LONGEST_WAIT_MILLISECONDS));
  }
}

const LONGEST_WAIT_MILLISECONDS = 10_000;

export interface Sparing {
  readonly graph: ResourceGraph;
  readonly recorder: CoverageRecorder;
  /**
   * Whether the subscription held resources of a type before. The graph follows its subjects after a while, and
   * that they are gone is said by Resource Manager itself.
   */
  readonly heldBefore: (nativeType: string) => Promise<boolean>;
}

/** A reader that does not ask for lists of which the graph says that they are empty. */
export function sparing(reader: RestReader, { graph, recorder, heldBefore }: Sparing): RestReader {
  async function mayHold(operation: RestOperation, parameters: Readonly<Record<string, string>>) {
    if (await graph.mayHold(operation, parameters, recorder)) return true;
    return 'subscription' in parameters && (await heldBefore(operation.id.replace(/\/list$/, '')));
  }
  async function* list(operation: RestOperation, parameters: Readonly<Record<string, string>>) {
    if (await mayHold(operation, parameters)) yield* reader.list(operation, parameters);
    else recorder.declareComplete(operation);
  }
  return { ...reader, list, partList: (...asked) => partListOf(list(...asked)) };
}

/** The lists that hold a resource: the one of its parent, and, for a resource of a group, the subscription’s. */
function listsOf(id: string, subscription: string): string[] {
  const lower = id.toLowerCase();
  const ofParent = lower.slice(0, lower.lastIndexOf('/'));
  const inGroup = /\/resourcegroups\/[^/]+(\/providers\/[^/]+\/[^/]+)$/.exec(ofParent)?.[1];
  return inGroup ? [ofParent, `/subscriptions/${subscription.toLowerCase()}${inGroup}`] : [ofParent];
}

const pathOf = (address: string): string => decodeURI(new URL(address).pathname).toLowerCase();

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
