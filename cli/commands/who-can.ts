import * as z from 'zod';
import { CAPABILITY_CLASSES, type CapabilityClass, CLASS_MEANING } from '#shared/capabilities/capability.ts';
import { whoCan as ask, type Holder, type WhoCan } from '#shared/paths/who-can.ts';
import { printable } from '#shared/sinks/text.ts';
import { count } from '#shared/sinks/wording.ts';
import { assetNamed, recordedEstate } from '../access/estate.ts';
import { becauseText, conditionText, kindText, type Styler, styler, unreadText } from '../access/words.ts';
import { cliCommand, StoreOptions } from '../command.ts';
import { json, write } from '../output.ts';
import { inSession, withStore } from '../session.ts';
import { EXIT, isColoured, UsageError } from '../surroundings.ts';

export const whoCan = cliCommand({
  declare: (program) =>
    withStore(program.command('who-can <capability> <asset>'))
      .description('who can do something with an asset, and which statements let them')
      .option('--administrators', 'name those too who administer the account and so can everything')
      .option('--json', 'as JSON, with every statement that decides')
      .addHelpText(
        'after',
        `\nCapabilities\n${CAPABILITY_CLASSES.map(
          (name) => `  ${name.padEnd(18)} ${CLASS_MEANING[name]}`,
        ).join(
          '\n',
        )}\n  or one permission, such as s3:PutObject, Microsoft.CognitiveServices/accounts/listKeys/action or aiplatform.endpoints.predict\n
Examples
  $ aispm who-can invoke claims-triage
  $ aispm who-can modify_poison arn:aws:s3:::nordlicht-models --json`,
      ),
  options: StoreOptions.extend({ administrators: z.boolean().optional(), json: z.boolean().optional() }),
  run: (surroundings, options, [capability = '', wanted = '']) =>
    inSession(surroundings, options, 'without clouds', async ({ fleet }) => {
      const { assets, analysis } = await recordedEstate(fleet);
      const asset = assetNamed(assets, wanted);
      const begin = performance.now();
      const answer = ask(analysis, asset, capabilityNamed(capability));
      const milliseconds = performance.now() - begin;
      const colour = isColoured(surroundings.stdout, surroundings.env);
      await write(
        options.json
          ? json(answer)
          : answerText(answer, {
              style: styler(colour),
              milliseconds,
              withAdministrators: options.administrators === true,
            }),
        surroundings.stdout,
      );
      return EXIT.clean;
    }),
});

function capabilityNamed(wanted: string): CapabilityClass | { readonly permission: string } {
  const named = CAPABILITY_CLASSES.find((name) => name === wanted.replaceAll('-', '_'));
  if (named) return named;
  if (/^[\w-]+:[\w*]+$|^[\w.]+\/[\w./*-]+$|^[a-z][\w-]*\.\w+\.\w+$/i.test(wanted))
    return { permission: wanted };
  throw new UsageError(
    `"${printable(wanted)}" is neither a capability (${CAPABILITY_CLASSES.join(', ')}) nor a permission such as s3:PutObject`,
  );
}

interface TextOptions {
  readonly style: Styler;
  readonly milliseconds: number;
  readonly withAdministrators: boolean;
}

function* answerText(
  answer: WhoCan,
  { style, milliseconds, withAdministrators }: TextOptions,
): Generator<string> {
  const { asset, capability, holders, permissions } = answer;
  yield `${style('bold', `Who can ${capability} ${printable(asset.name)}`)}\n${printable(asset.id)}\n\n`;
  if (permissions.length === 0 && holders.length === 0) {
    yield `No permission of the cloud gives ${capability} over a ${asset.type}.\n`;
    return;
  }
  const others = holders.filter(({ isAdministrator }) => !isAdministrator);
  const administrators = holders.length - others.length;
  if (others.length === 0)
    yield administrators > 0 ? 'Nobody but who administers the account.\n' : 'Nobody, as far as was read.\n';
  for (const holder of withAdministrators ? holders : others) yield* holderText(holder, style);
  yield `\n${count(others.length, 'principal')}`;
  if (administrators > 0)
    yield ` and ${count(administrators, 'administrator')} of the account${withAdministrators ? '' : ' (--administrators names them)'}`;
  yield `; asked in ${milliseconds.toFixed(1)} ms.\n`;
  yield* unreadText(answer.unread);
}

const MOST_GRANTS = 4;

function* holderText(holder: Holder, style: Styler): Generator<string> {
  const { principal, access, grants, techniques, isAdministrator } = holder;
  yield `${style(access === 'yes' ? 'bold' : 'dim', printable(principal.name))}  ${kindText(principal)}${
    isAdministrator ? ', administers the account' : ''
  }${access === 'conditional' ? ', conditional' : ''}\n  ${style('dim', printable(principal.id))}\n`;
  for (const { permission, decision } of grants.slice(0, MOST_GRANTS)) {
    yield `  ${permission}  ${becauseText(decision)}\n`;
    const condition = conditionText(decision);
    if (condition) yield `    ${condition}\n`;
  }
  if (grants.length > MOST_GRANTS) yield `  and ${count(grants.length - MOST_GRANTS, 'more permission')}\n`;
  for (const technique of techniques) yield `  by ${technique}\n`;
}
