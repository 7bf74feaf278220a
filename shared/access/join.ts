import type { AccessIndex, Holders, Principal, PrincipalNumbers, Question } from './access-index.ts';
import { NOBODY } from './principal-sets.ts';

/** Which cloud spells a permission so: AWS `s3:GetObject`, Azure `Microsoft.X/y/read`, Google `storage.objects.get`. */
export const cloudOfPermission = (permission: string): 'aws' | 'azure' | 'gcp' =>
  permission.includes(':') ? 'aws' : permission.includes('/') ? 'azure' : 'gcp';

/** The indices of the clouds as one: a question goes to the cloud whose permission it is about. */
export function joinAccess(indices: {
  readonly aws?: AccessIndex;
  readonly azure?: AccessIndex;
  readonly gcp?: AccessIndex;
}): AccessIndex {
  const principals: Principal[] = [];
  const parts = (['aws', 'azure', 'gcp'] as const).flatMap((cloud) => {
    const index = indices[cloud];
    if (!index) return [];
    const first = principals.length;
    for (const principal of index.principals) principals.push(principal);
    return [{ cloud, index, first, end: principals.length }];
  });
  const partOf = ({ permission }: Question) =>
    parts.find(({ cloud }) => cloud === cloudOfPermission(permission));
  const moved = (numbers: PrincipalNumbers, by: number): PrincipalNumbers =>
    by === 0 ? numbers : numbers.map((number) => number + by);
  return {
    principals,
    unread: parts.flatMap(({ index }) => index.unread),
    holders(question): Holders {
      const part = partOf(question);
      if (!part) return NOBODY;
      const { yes, conditional } = part.index.holders(question);
      return { yes: moved(yes, part.first), conditional: moved(conditional, part.first) };
    },
    decide(principal, question) {
      const part = partOf(question);
      return part && principal >= part.first && principal < part.end
        ? part.index.decide(principal - part.first, question)
        : { access: 'no', because: [] };
    },
    administrators(account) {
      for (const { index, first } of parts) {
        const found = index.administrators(account);
        if (found.length > 0) return moved(found, first);
      }
      return new Uint32Array(0);
    },
    covers(strong, weak) {
      const part = parts.find(({ first, end }) => strong >= first && strong < end);
      return part !== undefined && weak >= part.first && weak < part.end
        ? part.index.covers?.(strong - part.first, weak - part.first)
        : undefined;
    },
  };
}
