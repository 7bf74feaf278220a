import Table from 'cli-table3';
import * as z from 'zod';
import { SCOPE_SCAN } from '#shared/ledger/ledger.ts';
import { type Coverage, isGap } from '#shared/model/coverage.ts';
import { scopeKey } from '#shared/model/scope.ts';
import { printable } from '#shared/sinks/text.ts';
import { cliCommand, StoreOptions } from '../command.ts';
import { json, write } from '../output.ts';
import { inSession, withStore } from '../session.ts';
import { EXIT } from '../surroundings.ts';

const hasLeft = ({ operation, outcome }: Coverage): boolean =>
  operation === SCOPE_SCAN && outcome === 'unavailable';

export const coverage = cliCommand({
  declare: (program) =>
    withStore(program.command('coverage'))
      .description('what the last scans read, and what they could not see')
      .option('--all', 'also the operations that were read completely')
      .option('--json', 'as JSON')
      .addHelpText('after', '\nExample\n  $ aispm coverage --all --json'),
  options: StoreOptions.extend({ all: z.boolean().optional(), json: z.boolean().optional() }),
  run: (surroundings, options) =>
    inSession(surroundings, options, 'without clouds', async ({ fleet }) => {
      const known = await Array.fromAsync(fleet.ledger.scopes());
      const records = known.flatMap(({ scan }) => scan?.coverage ?? []);
      const gaps = records.filter(({ outcome }) => isGap(outcome));
      const shown = options.all ? records : records.filter((one) => isGap(one.outcome) || hasLeft(one));
      if (options.json) await write(json(shown), surroundings.stdout);
      else {
        const table = new Table({
          head: ['scope', 'operation', 'outcome', 'calls', 'grant'],
          style: { head: [], border: [] },
        });
        table.push(
          ...shown.map(({ scope, operation, outcome, calls, incomplete, permission, detail }) => [
            scopeKey(scope),
            operation,
            detail ? `${outcome}: ${printable(detail)}` : outcome,
            incomplete > 0 ? `${incomplete} of ${calls} incomplete` : String(calls),
            outcome === 'denied' ? permission : '',
          ]),
        );
        const text = shown.length > 0 ? `${table.toString()}\n` : '';
        await write(
          [
            `${text}${records.length - gaps.length} of ${records.length} operations in ${known.length} scopes were read completely\n`,
          ],
          surroundings.stdout,
        );
      }
      return gaps.length > 0 ? EXIT.incomplete : EXIT.clean;
    }),
});
