import { AWS } from './aws.ts';
import { AZURE } from './azure.ts';
import type { Capability } from './capability.ts';
import { GCP } from './gcp.ts';

/** Every capability of the three clouds. */
export const capabilities: readonly Capability[] = [...AWS, ...AZURE, ...GCP];

const byType = new Map<string, Capability[]>();
for (const capability of capabilities)
  for (const type of capability.on) {
    const known = byType.get(type);
    if (known) known.push(capability);
    else byType.set(type, [capability]);
  }

/** What may be done with an asset of a type, where policies name the asset's own id for it. */
export const capabilitiesOf = (type: string): readonly Capability[] => byType.get(type) ?? [];
