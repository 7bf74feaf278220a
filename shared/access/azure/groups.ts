/**
 * Who is in which group. Being a member of a member counts
 * (https://learn.microsoft.com/azure/role-based-access-control/overview, “Groups”).
 */
export interface Groups {
  /** Whether the members of any group were read. */
  readonly areKnown: boolean;
  /** Whether a principal is in a group; `undefined` where the members of one that decides were not read. */
  readonly contains: (group: string, principal: string) => boolean | undefined;
  /** The groups that a principal is known to be in. */
  readonly of: (principal: string) => ReadonlySet<string>;
}

/** `members`: object ids by the group's object id; a group that is not there is one whose members were not read. */
export function groupsOf(
  groups: ReadonlySet<string>,
  members: ReadonlyMap<string, readonly string[]>,
): Groups {
  const parents = new Map<string, string[]>();
  for (const [group, inside] of members)
    for (const member of inside) parents.set(member, [...(parents.get(member) ?? []), group]);
  const of = reachable((id) => parents.get(id) ?? []);
  const within = reachable((id) => members.get(id) ?? []);
  return {
    areKnown: members.size > 0,
    of,
    contains: (group, principal) => {
      if (of(principal).has(group)) return true;
      const unread = [group, ...within(group)].some((id) => groups.has(id) && !members.has(id));
      return unread ? undefined : false;
    },
  };
}

/** All that is reached over one or more steps, remembered. */
function reachable(next: (id: string) => readonly string[]): (from: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (from) => {
    const before = known.get(from);
    if (before) return before;
    const found = new Set<string>();
    const open = [...next(from)];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (found.has(id)) continue;
      found.add(id);
      open.push(...next(id));
    }
    known.set(from, found);
    return found;
  };
}
