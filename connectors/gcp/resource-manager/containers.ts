import type { Scope } from '#shared/model/scope.ts';
import type { RestReader } from '../../rest.ts';
import { projectOperations } from '../projects.ts';

export const listFolders = projectOperations.folders;

/** The organisation or folder that is scanned, `organizations/1`, and every folder below it. */
export async function* containersIn(google: RestReader, { account }: Scope): AsyncGenerator<string> {
  const root = account.replace(':', '/');
  yield root;
  yield* foldersUnder(google, root);
}

async function* foldersUnder(google: RestReader, parent: string): AsyncGenerator<string> {
  for await (const { name } of google.list(listFolders, { parent })) {
    if (typeof name !== 'string') continue;
    yield name;
    yield* foldersUnder(google, name);
  }
}
