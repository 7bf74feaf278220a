import * as z from 'zod';
import type { Granted } from '#connectors/granted.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { Coverage } from '#shared/model/coverage.ts';
import { type Scope, scopeKey } from '#shared/model/scope.ts';
import { cloudOf } from '#shared/pipeline/fleet.ts';
import { readingOf } from '#shared/pipeline/scan-scope.ts';
import { CloudOptions, cliCommand } from '../command.ts';
import { diagnose } from '../doctor/diagnosis.ts';
import { enabledApis } from '../doctor/enabled-apis.ts';
import { report } from '../doctor/report.ts';
import { json, write } from '../output.ts';
import { inSession, withClouds } from '../session.ts';
import { planningPermissions } from '../setup/readers.ts';
import { EXIT } from '../surroundings.ts';

export const doctor = cliCommand({
  declare: (program) =>
    withClouds(program.command('doctor'))
      .description('before a scan: which scopes there are, and what will and will not be seen in them')
      .option('--as-fleet', 'enter Azure and Google Cloud as the fleet does, by the federation of the config')
      .option('--json', 'as JSON')
      .addHelpText(
        'after',
        `
Tries credentials, then each operation once, on the first asset that it meets. Operations that there was
nothing to try on are counted as untried; in Azure and Google Cloud it also asks what this identity was granted,
and so knows of what is missing there, and of what is too much. Nothing is written.

With --as-fleet, this shell needs credentials of a role of AWS that the clouds trust: "aispm setup" takes one of
yours with --role-arn beside the fleet's, for as long as you look. It then ends with 1 where the identity
may do more than read.

Examples
  $ aispm doctor --aws --azure
  $ aispm doctor --azure --gcp --as-fleet --config aispm.config.yaml`,
      ),
  options: CloudOptions.extend({ asFleet: z.boolean().optional(), json: z.boolean().optional() }),
  run: (surroundings, options) =>
    inSession(surroundings, { ...options, store: 'memory' }, 'with clouds', async ({ fleet, config }) => {
      const startedAt = surroundings.clock().toISOString();
      const coverage: Coverage[] = [];
      const granted: Granted[] = [];
      const scopes: Scope[] = [];
      const assets: Asset[] = [];
      for (const cloud of fleet.clouds) {
        const plan = await cloud.plan();
        coverage.push(...plan.coverage);
        scopes.push(...plan.scopes);
        granted.push(...((await cloud.granted?.(plan.scopes, planningPermissions(cloud.provider))) ?? []));
        for (const scope of plan.scopes) {
          surroundings.stderr.write(`trying ${scopeKey(scope)}\n`);
          const tried = await cloudOf(fleet, scope.provider).discover(readingOf(fleet, scope, startedAt), {
            onlyFirst: true,
          });
          coverage.push(...tried.coverage);
          assets.push(...tried.assets);
        }
      }
      const login = options.asFleet ? 'fleet' : 'own login';
      const diagnosis = diagnose({
        config,
        login,
        scopes,
        coverage,
        granted,
        enabled: enabledApis(assets),
      });
      if (options.json) await write(json({ ...diagnosis, coverage, granted }), surroundings.stdout);
      else await write(report(diagnosis, granted), surroundings.stdout);
      if (diagnosis.gaps.length > 0 || scopes.length === 0) return EXIT.incomplete;
      return login === 'fleet' && diagnosis.tooMuch.length > 0 ? EXIT.findings : EXIT.clean;
    }),
});
