import Table from 'cli-table3';
import * as z from 'zod';
import { type Coverage, isGap } from '#shared/model/coverage.ts';
import { scopeKey } from '#shared/model/scope.ts';
import { cloudOf } from '#shared/pipeline/fleet.ts';
import { readingOf } from '#shared/pipeline/scan-scope.ts';
import { printable } from '#shared/sinks/text.ts';
import { remedy } from '#shared/sinks/unseen.ts';
import { CloudOptions, cliCommand } from '../command.ts';
import { json, write } from '../output.ts';
import { inSession, withClouds } from '../session.ts';
import { EXIT } from '../surroundings.ts';

export const doctor = cliCommand({
  declare: (program) =>
    withClouds(program.command('doctor'))
      .description('before a scan: which scopes there are, and what will and will not be seen in them')
      .option('--json', 'as JSON')
      .addHelpText(
        'after',
        `
Tries credentials, then each operation once, on the first asset that it meets. Operations that there was
nothing to try on are counted as untried. Nothing is written.

Example
  $ aispm doctor --aws --azure`,
      ),
  options: CloudOptions.extend({ json: z.boolean().optional() }),
  run: (surroundings, options) =>
    inSession(surroundings, { ...options, store: 'memory' }, 'with clouds', async ({ fleet }) => {
      const startedAt = surroundings.clock().toISOString();
      const coverage: Coverage[] = [];
      let scopes = 0;
      for (const cloud of fleet.clouds) {
        const plan = await cloud.plan();
        coverage.push(...plan.coverage);
        scopes += plan.scopes.length;
        for (const scope of plan.scopes) {
          surroundings.stderr.write(`trying ${scopeKey(scope)}\n`);
          const tried = await cloudOf(fleet, scope.provider).discover(readingOf(fleet, scope, startedAt), {
            onlyFirst: true,
          });
          coverage.push(...tried.coverage);
        }
      }
      const gaps = coverage.filter(({ outcome }) => isGap(outcome));
      if (options.json) await write(json(coverage), surroundings.stdout);
      else await write(diagnosis(coverage, gaps, scopes), surroundings.stdout);
      return gaps.length > 0 || scopes === 0 ? EXIT.incomplete : EXIT.clean;
    }),
});

function* diagnosis(
  coverage: readonly Coverage[],
  gaps: readonly Coverage[],
  scopes: number,
): Generator<string> {
  if (gaps.length > 0) {
    const table = new Table({
      head: ['scope', 'will not be seen', 'why', 'what to do'],
      style: { head: [], border: [] },
    });
    table.push(
      ...gaps.map(({ scope, operation, outcome, detail, permission }) => [
        scopeKey(scope),
        operation,
        detail ? `${outcome}: ${printable(detail)}` : outcome,
        remedy({ operation, outcome, permission }),
      ]),
    );
    yield `${table.toString()}\n`;
  }
  const untried = coverage.filter(({ calls }) => calls === 0).length;
  const allowed = coverage.length - gaps.length - untried;
  yield `${scopes} scopes · ${allowed} operations allowed · ${gaps.length} not · ${untried} untried, for want of an asset to try them on\n`;
}
