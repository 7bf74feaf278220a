import { isUnread, type Unread } from '#shared/model/coverage.ts';
import type { RestReader } from '../rest.ts';
import { listAccounts } from './cognitive-services/accounts.ts';
import { idOf } from './identity.ts';
import { listWorkspaces } from './machine-learning/workspaces.ts';
import { listServices } from './search/services.ts';

/** What a connector lists that reads who reaches AI assets: where there are none, it reads nothing. */
export const listsOfAiAssets = [listAccounts, listWorkspaces, listServices];

export interface AiAssets {
  /** Ids in lower case of accounts and workspaces, as far as they were read. */
  readonly ids: readonly string[];
  /** Whether anything of AI was seen here: one of those, or a search service. */
  readonly areThere: boolean;
  /** Whether every list was read: only then can it be said of anything that it is of no AI asset. */
  readonly areAllRead: boolean;
}

/** The AI assets of a subscription; what of them was not read is in the coverage of its own operation. */
export async function aiAssetsIn(arm: RestReader, subscription: string): Promise<AiAssets> {
  const [accounts, workspaces, services] = await Promise.all([
    arm.partList(listAccounts, { subscription }),
    arm.partList(listWorkspaces, { subscription }),
    arm.partList(listServices, { subscription }),
  ]);
  const ids = [accounts, workspaces].flatMap(read).map((asset) => idOf(asset).toLowerCase());
  return {
    ids,
    areThere: ids.length + read(services).length > 0,
    areAllRead: ![accounts, workspaces, services].some(isUnread),
  };
}

const read = <Element>(list: Element[] | Unread): Element[] => (Array.isArray(list) ? list : []);
