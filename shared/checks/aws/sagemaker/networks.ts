import { field, type Predicate } from '#shared/model/predicate.ts';

const OPTIONAL = 'NetworkConfig and MonitoringNetworkConfig: optional, and only true';

/** Of a network configuration: the containers may call out, and be called. */
export const isNotIsolated = (path: string): Predicate =>
  field(`${path}.EnableNetworkIsolation`).absentIs(false, `${OPTIONAL} isolates`).is(false);

/** Of whatever says it: what the instances of a job tell each other goes in the clear. */
export const talksInTheClear = (path: string): Predicate =>
  field(`${path}.EnableInterContainerTrafficEncryption`).absentIs(false, `${OPTIONAL} encrypts`).is(false);
