import { isObject, type JsonObject } from '#shared/model/json.ts';
import type { Fault } from '../faults.ts';
import { type PageSize, pageSizeFor } from '../paging.ts';
import { type Answer, armError } from './faulty.ts';
import type { ArmStore } from './store.ts';

export const GRAPH = 'Microsoft.ResourceGraph/resources';

/** As much of the query language as is asked for here: resources of some types, their ids, sorted. */
const QUERY = /^resources \| where type in~ \((?<types>.+)\) \| project id, type \| order by id asc$/;

/**
 * Azure Resource Graph over the resources of an estate. The form of the answer is that of the official examples of
 * 2021-03-01; the quota headers are those of its page on throttling.
 */
export function answerGraph(
  store: ArmStore,
  body: string,
  pageSize: PageSize,
  fault: Fault | undefined,
): Answer {
  const request: unknown = JSON.parse(body);
  if (!isObject(request)) return armError(400, 'BadRequest', 'The body is not an object.');
  const { subscriptions, query, options } = request;
  const types = QUERY.exec(String(query))?.groups?.['types'];
  if (types === undefined) return armError(400, 'BadRequest', 'Query is not understood by this estate.');
  const wanted = new Set(types.split(', ').map((type) => type.replaceAll("'", '').toLowerCase()));
  const rows = store
    .all()
    .flatMap(({ id }): JsonObject[] => (typeof id === 'string' ? [{ id, type: typeOf(id) }] : []))
    .filter(
      ({ id, type }) =>
        wanted.has(String(type)) &&
        Array.isArray(subscriptions) &&
        subscriptions.some((subscription) =>
          String(id).startsWith(`/subscriptions/${String(subscription)}/`),
        ),
    )
    .sort((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1));
  const { $top = 100, $skipToken } = isObject(options) ? options : {};
  if (fault?.kind === 'empty-page-with-next' && $skipToken === undefined) return page([], rows.length, '0');
  const start = Number($skipToken ?? 0);
  const end = start + pageSizeFor(pageSize, GRAPH, String($top));
  const next = fault?.kind === 'repeated-next' ? String(start) : end < rows.length ? String(end) : undefined;
  return page(rows.slice(start, end), rows.length, next);
}

function page(data: JsonObject[], totalRecords: number, $skipToken?: string): Answer {
  return {
    status: 200,
    headers: { 'x-ms-user-quota-remaining': '14', 'x-ms-user-quota-resets-after': '00:00:05' },
    body: {
      totalRecords,
      count: data.length,
      resultTruncated: 'false',
      facets: [],
      data,
      ...($skipToken === undefined ? {} : { $skipToken }),
    },
  };
}

/** The graph writes types in lower case. */
function typeOf(id: string): string {
  const [provider, ...segments] = id.slice(id.lastIndexOf('/providers/') + '/providers/'.length).split('/');
  return [provider, ...segments.filter((_segment, index) => index % 2 === 0)].join('/').toLowerCase();
}
