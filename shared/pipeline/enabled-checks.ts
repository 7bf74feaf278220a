import { checks } from '#shared/checks/index.ts';
import type { FleetConfig } from '#shared/config/schema.ts';
import { bindGovernance } from '#shared/model/bind.ts';
import type { Check } from '#shared/model/check.ts';
import type { Combination } from '#shared/paths/combination.ts';
import { combinations, techniques } from '#shared/paths/index.ts';
import type { Technique } from '#shared/paths/technique.ts';

/** The checks that a config switches on, with its governance in place of their parameters. */
export function enabledChecks({
  checks: { disabled = [], enabled = [] },
  governance,
}: Pick<FleetConfig, 'checks' | 'governance'>): Check[] {
  return checks
    .filter(({ id, byDefault }) => !disabled.includes(id) && (byDefault !== 'off' || enabled.includes(id)))
    .map((check) => bindGovernance(check, governance));
}

/** The techniques that a config does not switch off. */
export const enabledTechniques = ({ checks: { disabled = [] } }: Pick<FleetConfig, 'checks'>): Technique[] =>
  techniques.filter(({ id }) => !disabled.includes(id));

/** The combinations that a config does not switch off. */
export const enabledCombinations = ({
  checks: { disabled = [] },
}: Pick<FleetConfig, 'checks'>): Combination[] => combinations.filter(({ id }) => !disabled.includes(id));
