import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { armAddress } from '#test/estate/azure/address.ts';
import { replies } from './azure-replies.ts';

/** Where an api-version of a type, or of another type of its provider, was seen. */
interface Seen {
  readonly type: string;
  readonly version: string;
  readonly source: string;
}

const MODULES = path.join(import.meta.dirname, '../../node_modules/@azure');
const VERSION = /\b20\d\d-\d\d-\d\d(?:-preview)?\b/g;
/** How the older generator of packages gives an operation its version. */
const VERSION_PARAMETER = /export const (apiVersion\d*) = \{.*?defaultValue: "([\d-]+(?:preview)?)"/gs;
/** The template of an address: in quotes, and in the newer packages with a query in braces. */
const TEMPLATE = /["'`](\/[^"'`]*\/providers\/Microsoft\.[\w./{}]+)/g;

/** What the operations of an installed package of Azure ask, file by file, and with which versions. */
function ofPackage(name: string): Seen[] {
  const folder = path.join(MODULES, name);
  const textsAt = (pattern: string): string[] =>
    globSync(`{dist/esm,dist-esm/src}/${pattern}`, { cwd: folder }).map((file) =>
      readFileSync(path.join(folder, file), 'utf8'),
    );
  const parameters = new Map(
    textsAt('models/parameters.js').flatMap((text) =>
      [...text.matchAll(VERSION_PARAMETER)].map(([, parameter = '', version = '']) => [parameter, version]),
    ),
  );
  const ofClient = textsAt('api/*Context.js').flatMap((text) => text.match(VERSION) ?? []);
  return textsAt('{operations/*,api/*/operations}.js').flatMap((text) => {
    const named = [...text.matchAll(/Parameters\.(apiVersion\d*)\b/g)].map(([, one = '']) =>
      parameters.get(one),
    );
    const own = [...named, ...(text.match(VERSION) ?? [])];
    const versions = new Set(own.length > 0 ? own : ofClient);
    const types = [...text.matchAll(TEMPLATE)].map(([, template = '']) => armAddress(template)?.type);
    return [...new Set(types)].flatMap((type) =>
      [...versions].flatMap((version) =>
        type && version ? [{ type, version, source: `@azure/${name}` }] : [],
      ),
    );
  });
}

/** Versions of types of which the fixtures and the packages have none or older ones: pages that show them. */
const DOCUMENTED: readonly Seen[] = [
  {
    type: 'Microsoft.ManagedIdentity/userAssignedIdentities',
    version: '2026-05-31',
    source:
      'https://github.com/Azure/azure-rest-api-specs/tree/main/specification/msi/resource-manager/Microsoft.ManagedIdentity/ManagedIdentity/stable/2026-05-31',
  },
  {
    type: 'Microsoft.Network/networkSecurityPerimeters',
    version: '2024-07-01',
    source: 'https://learn.microsoft.com/rest/api/network-security-perimeter',
  },
  {
    type: 'Microsoft.Security/pricings',
    version: '2024-01-01',
    source: 'https://learn.microsoft.com/azure/templates/microsoft.security/2024-01-01/pricings',
  },
  {
    type: 'Microsoft.Network/networkSecurityPerimeters/resourceAssociations',
    version: '2024-07-01',
    source:
      'https://www.pulumi.com/registry/packages/azure-native/api-docs/network/networksecurityperimeterassociation',
  },
];

const seen: readonly Seen[] = [
  ...DOCUMENTED,
  ...replies.flatMap(({ path: asked, apiVersion, from }) => {
    const address = armAddress(asked);
    return address && apiVersion ? [{ type: address.type, version: apiVersion, source: `${from}s` }] : [];
  }),
  ...globSync('arm-*', { cwd: MODULES }).sort().flatMap(ofPackage),
];

const providerOf = (type: string): string => type.split('/', 1)[0]?.toLowerCase() ?? '';

const ofProvider = Map.groupBy(seen, ({ type }) => providerOf(type));

/**
 * Where an api-version was seen for a type: in a fixture, an installed package of Azure or its reference. A provider
 * gives all its types a version at once, so one of another type counts, unless it is older than the first that was seen
 * of this type.
 */
export function seenVersion(type: string, version: string): string | undefined {
  const known = ofProvider.get(providerOf(type)) ?? [];
  const ofType = known.filter((one) => one.type.toLowerCase() === type.toLowerCase());
  const own = ofType.find((one) => one.version === version);
  if (own) return own.source;
  const first = ofType.map((one) => one.version).sort()[0];
  if (first !== undefined && version < first) return undefined;
  const other = known.find((one) => one.version === version);
  return other && `${other.source}, of ${other.type}`;
}
