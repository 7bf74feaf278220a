import Table from 'cli-table3';
import * as z from 'zod';
import { checks as catalogue } from '#shared/checks/index.ts';
import { parametersOf } from '#shared/model/bind.ts';
import type { Check } from '#shared/model/check.ts';
import type { ParameterName } from '#shared/model/governance.ts';
import { PROVIDERS, Provider } from '#shared/model/scope.ts';
import { sentence } from '#shared/model/sentence.ts';
import { atLeast, bySeverity } from '#shared/model/severity.ts';
import { cliCommand, SeverityOption } from '../command.ts';
import { json, write } from '../output.ts';
import { EXIT, isColoured } from '../surroundings.ts';

export const checks = cliCommand({
  declare: (program) =>
    program
      .command('checks')
      .description('the checks that there are')
      .option('--cloud <cloud>', PROVIDERS.join(', '))
      .option('--severity <severity>', 'at or above')
      .option('--json', 'as JSON, with everything that "aispm explain" says')
      .addHelpText('after', '\nExample\n  $ aispm checks --cloud azure --severity high'),
  options: z.object({ cloud: Provider.optional(), severity: SeverityOption, json: z.boolean().optional() }),
  run: async ({ stdout, env }, { cloud, severity, json: asJson }) => {
    const wanted = catalogue
      .filter(({ assetType }) => !cloud || assetType.provider === cloud)
      .filter((check) => !severity || atLeast(check.severity, severity))
      .toSorted((a, b) => bySeverity(a.severity, b.severity) || (a.id < b.id ? -1 : 1));
    if (asJson) {
      await write(json(wanted.map(described)), stdout);
      return EXIT.clean;
    }
    const table = new Table({
      head: ['severity', 'check', 'title', 'default'],
      style: isColoured(stdout, env) ? { head: ['bold'], border: [] } : { head: [], border: [] },
    });
    table.push(
      ...wanted.map(({ id, severity: grade, title, byDefault }) => [grade, id, title, byDefault ?? '']),
    );
    const off = wanted.filter(({ byDefault }) => byDefault === 'off').length;
    const howToSwitchOn =
      off > 0
        ? `, of which ${off} are off by default; name those that you want in the config: checks: {enabled: […]}`
        : '';
    await write([`${table.toString()}\n${wanted.length} checks${howToSwitchOn}\n`], stdout);
    return EXIT.clean;
  },
});

/** A check as data for other programs. */
export function described(check: Check) {
  const { id, title, severity, assetType, fails, applies, why, fix, source, frameworks, peers } = check;
  return {
    id,
    title,
    severity,
    byDefault: check.byDefault ?? 'on',
    assetType: assetType.id,
    failsWhen: sentence(fails),
    ...(applies ? { appliesWhen: sentence(applies) } : {}),
    governance: governanceOf(check),
    why,
    fix,
    source,
    frameworks,
    ...(peers ? { peers } : {}),
  };
}

/** The settings of `governance` that the check decides by. */
export const governanceOf = ({ fails, applies }: Pick<Check, 'fails' | 'applies'>): ParameterName[] => [
  ...new Set([fails, ...(applies ? [applies] : [])].flatMap(parametersOf)),
];
