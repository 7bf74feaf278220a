import * as z from 'zod';
import { cliCommand, StoreOptions } from '../command.ts';
import { json, write } from '../output.ts';
import { inSession, withStore } from '../session.ts';
import { EXIT, UsageError } from '../surroundings.ts';

export const suppress = cliCommand({
  declare: (program) =>
    withStore(program.command('suppress <finding>'))
      .description('accept a finding for a time: it stays on record and is not reported as open')
      .option('--owner <name>', 'who answers for it')
      .option('--reason <text>', 'why it is acceptable')
      .option('--until <date>', 'when it is open again: 2027-03-31, or an instant')
      .option('--lift', 'end the suppression now')
      .option('--json', 'the finding as JSON')
      .addHelpText(
        'after',
        '\nExamples\n  $ aispm suppress 3f2a9c01 --owner ml-platform --reason "sandbox, no data" --until 2027-03-31\n  $ aispm suppress 3f2a9c01 --lift',
      ),
  options: StoreOptions.extend({
    owner: z.string().optional(),
    reason: z.string().optional(),
    until: z.string().optional(),
    lift: z.boolean().optional(),
    json: z.boolean().optional(),
  }),
  run: (surroundings, options, [id = '']) =>
    inSession(surroundings, options, 'without clouds', async ({ fleet }) => {
      const { finding } = options.lift
        ? await fleet.ledger.unsuppress(id)
        : await fleet.ledger.suppress(id, acceptedBy(options));
      if (options.json) await write(json(finding), surroundings.stdout);
      else {
        const what = finding.suppression
          ? `is suppressed until ${finding.suppression.until}`
          : `is ${finding.status} again`;
        await write([`${finding.id} ${what}\n`], surroundings.stdout);
      }
      return EXIT.clean;
    }),
});

function acceptedBy({
  owner,
  reason,
  until,
}: {
  owner?: string | undefined;
  reason?: string | undefined;
  until?: string | undefined;
}) {
  if (!owner?.trim() || !reason?.trim() || !until)
    throw new UsageError(
      'a suppression needs --owner, --reason and --until: somebody answers for it, and it ends',
    );
  const end = new Date(until);
  if (Number.isNaN(end.getTime())) throw new UsageError(`--until ${until} is no date; write 2027-03-31`);
  return { owner: owner.trim(), reason: reason.trim(), until: end.toISOString() };
}
