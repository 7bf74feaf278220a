import Table from 'cli-table3';
import * as z from 'zod';
import { SCOPE_SCAN } from '#shared/ledger/ledger.ts';
import { type Coverage, isGap } from '#shared/model/coverage.ts';
import { scopeKey } from '#shared/model/scope.ts';
import { printable } from '#shared/sinks/text.ts';
import { OUTCOME_TEXT } from '#shared/sinks/unseen.ts';
import { cliCommand, StoreOptions } from '../command.ts';
import { json, write } from '../output.ts';
import { inSession, withStore } from '../session.ts';
import { EXIT } from '../surroundings.ts';

const hasLeft = ({ operation, outcome }: Coverage): boolean =>
  operation === SCOPE_SCAN && outcome === 'unavailable';

function outcomeText(record: Coverage): string {
  const detail = record.detail && printable(record.detail);
  // The detail of a scope that has left says all there is to say.
  if (hasLeft(record)) return detail ?? 'no longer scanned';
  return detail ? `${OUTCOME_TEXT[record.outcome]}: ${detail}` : OUTCOME_TEXT[record.outcome];
}

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
          ...shown.map((record) => [
            scopeKey(record.scope),
            record.operation,
            outcomeText(record),
            record.incomplete > 0
              ? `${record.incomplete} of ${record.calls} incomplete`
              : String(record.calls),
            record.outcome === 'denied' ? record.permission : '',
          ]),
        );
        const text = shown.length > 0 ? `${table.toString()}\n` : '';
        const notAsked = records.filter(({ outcome }) => outcome === 'not-asked').length;
        const asked = records.length - notAsked;
        await write(
          [
            `${text}${asked - gaps.length} of ${asked} operations in ${known.length} scopes were read completely\n`,
            ...(notAsked > 0
              ? [
                  `${notAsked} more, of rarely used services, were not asked: nothing hints at AI there (aws.rarelyUsedServices: everywhere asks them all)\n`,
                ]
              : []),
          ],
          surroundings.stdout,
        );
      }
      return gaps.length > 0 ? EXIT.incomplete : EXIT.clean;
    }),
});
