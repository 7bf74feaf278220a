import * as z from 'zod';
import { enabledServices } from '#shared/assets/gcp/service-usage.ts';
import type { Asset } from '#shared/model/asset.ts';

const Services = z.object({ services: z.array(z.object({ config: z.object({ name: z.string() }) })) });

/** By project of Google Cloud: the APIs that it says are enabled, where that could be read. */
export function enabledApis(assets: readonly Asset[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    assets
      .filter(({ type }) => type === enabledServices.id)
      .flatMap(({ scope, config }) => {
        const { data } = Services.safeParse(config);
        return data
          ? [[scope.account, new Set(data.services.map((service) => service.config.name))] as const]
          : [];
      }),
  );
}
