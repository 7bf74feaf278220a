import { fits } from '#shared/model/governance.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { judgedBy, type Predicate, pathSegments } from '#shared/model/predicate.ts';

/** The host of an address, in lower case; `undefined` where the text is no address. */
const hostOf = (address: string): string | undefined => URL.parse(address)?.hostname || undefined;

function textAt(config: Json | undefined, path: string): Json | undefined {
  let current = config;
  for (const key of pathSegments(path)) current = isObject(current) ? current[key] : undefined;
  return current;
}

/** One of the addresses is on a host that `governance.allowedToolHosts` does not name. */
export const isOnForeignHost = (...paths: readonly string[]): Predicate =>
  judgedBy({
    sentence: `the host of ${paths.map((path) => `\`${path}\``).join(' or ')} fits none of governance.allowedToolHosts`,
    reads: paths,
    parameters: ['allowedToolHosts'],
    judge: ({ config }, { allowedToolHosts = [] }) => {
      const expected = `a host that fits one of ${allowedToolHosts.join(', ')}`;
      const set = paths.flatMap((path) => {
        const found = textAt(config, path);
        return found === undefined ? [] : [{ path, found }];
      });
      if (set.length === 0)
        return {
          truth: false,
          evidence: paths.map((path) => ({ path, state: 'absent', expected })),
        };
      const judged = set.map(({ path, found }) => {
        const host = typeof found === 'string' ? hostOf(found) : undefined;
        const foreign =
          host === undefined ? undefined : !allowedToolHosts.some((allowed) => fits(host, allowed));
        return { path, found, host, foreign };
      });
      const unclear = judged.some(({ foreign }) => foreign === undefined);
      return {
        truth: judged.some(({ foreign }) => foreign === true) ? true : unclear ? undefined : false,
        evidence: judged.map(({ path, found, host }) =>
          host === undefined
            ? { path, state: 'malformed', expected }
            : { path, state: 'read', found, expected },
        ),
      };
    },
  });
