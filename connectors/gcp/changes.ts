import type { ChangedAsset } from '../changed-asset.ts';
import type { RestOperation } from '../operation.ts';
import type { GcpConnector } from './connector.ts';
import { scopeOf } from './scope.ts';

/** What an audit log says of a call, as far as it tells which asset to read again. */
export interface AuditedCall {
  /** The project whose log it stands in, by id. */
  readonly project: string;
  /** `aiplatform.googleapis.com` */
  readonly serviceName: string;
  /**
   * What the call was about, relative to the service, the likeliest first: its target; and, because the target of
   * a creation is the collection, what was asked and answered and what the long-running operation works on.
   */
  readonly names: readonly string[];
}

type Audited = Pick<GcpConnector, 'assetType' | 'operations' | 'level' | 'auditedAs'>;

/**
 * The assets that a call was about: what it names, or the nearest above it that connectors read. None where no
 * connector reads any of them, or where the name is none of this project.
 */
export function changedAssets(
  connectors: readonly Audited[],
  { project, serviceName, names }: AuditedCall,
): ChangedAsset[] {
  if (!PROJECT.test(project)) return [];
  const ofService = inProjects(connectors).filter((connector) => serviceOf(connector) === serviceName);
  for (const name of names.flatMap((each) => namesWithin(each, project))) {
    const changed = ofService.flatMap((connector) => {
      const assetId = assetIdOf(connector, name, project);
      return assetId ? [{ scope: scopeOf(project), assetType: connector.assetType.id, assetId }] : [];
    });
    if (changed.length > 0) return changed;
  }
  return [];
}

/** The services whose audit logs can tell of a change of an asset: what a sink lets through. */
export const servicesOf = (connectors: readonly Audited[]): string[] =>
  [...new Set(inProjects(connectors).map(serviceOf))].sort();

/** Connectors of projects to which nothing in an audit log could lead: they have to say `auditedAs`. */
export const unnamedInAuditLogs = (connectors: readonly Audited[]): string[] =>
  inProjects(connectors)
    .filter((connector) => !connector.auditedAs && !namePatternOf(connector))
    .map(({ assetType }) => assetType.id);

/** What an organisation or a folder has itself stands in logs of its own, and waits for the schedule. */
const inProjects = (connectors: readonly Audited[]): Audited[] =>
  connectors.filter(({ level }) => level === 'project');

const serviceOf = ({ assetType }: Audited): string => assetType.nativeType.replace(/\/.*/, '');

const PROJECT = /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/;

/**
 * A part of a resource name. The name becomes the path of a request, so nothing passes that a URL would read
 * otherwise than as a part: no dots alone, no percent, no delimiter.
 */
const PART = /^[A-Za-z0-9_][\w.~:@-]{0,254}$/;

/** A location becomes a part of the host. */
const LOCATION = /^[a-z0-9-]{2,40}$/;

/** A name and those above it, from the inside out, with the project by its id. */
function namesWithin(name: string, project: string): string[] {
  const [collection, owner = '', ...parts] = name.split('/');
  if (collection !== 'projects' || !parts.every((part) => PART.test(part))) return [];
  const [within, location = ''] = parts;
  if (within === 'locations' && !LOCATION.test(location)) return [];
  // By number or by a wildcard a name does not say of which project it is: the log does.
  if (owner !== project && !/^(?:\d+|[_-])$/.test(owner)) return [];
  const root = ['projects', /^\d/.test(owner) ? project : owner];
  return Array.from({ length: parts.length + 1 }, (_, up) =>
    [...root, ...parts.slice(0, parts.length - up)].join('/'),
  );
}

function assetIdOf(connector: Audited, name: string, project: string): string | undefined {
  if (connector.auditedAs) return connector.auditedAs(name, project);
  // A version of a model is read with the model.
  const named = name.replace(/@[^/]*$/, '');
  const isOne = name.startsWith(`projects/${project}/`) && namePatternOf(connector)?.test(named);
  return isOne ? `//${serviceOf(connector)}/${named}` : undefined;
}

/** How the assets that the connector lists are named, `projects/p/locations/l/endpoints/e`: from the list's address. */
function namePatternOf(connector: Audited): RegExp | undefined {
  // Every operation of Google Cloud is of its REST API.
  const last = connector.operations.list.at(-1) as RestOperation | undefined;
  const url = last?.items === undefined ? '' : last.url;
  const [, host = '', path = ''] = /^https:\/\/([^/]+)\/v[^/]+\/([^?]+)/.exec(url) ?? [];
  const [service = ''] = serviceOf(connector).split('.');
  if (!host.split(/[.}-]/).includes(service)) return undefined;
  const parts = path.split('/').map((part) => (part === '-' || part.startsWith('{') ? '[^/]+' : part));
  // Of the project, and a collection: not what a placeholder stands for.
  const isCollection = parts[0] === 'projects' && /^\w+$/.test(parts.at(-1) ?? '');
  return isCollection ? new RegExp(`^${parts.join('/')}/[^/]+$`) : undefined;
}
