import { styleText } from 'node:util';
import * as z from 'zod';
import type { Connector } from '#connectors/connector.ts';
import { connectors as connectorsByCloud } from '#connectors/index.ts';
import { checks as catalogue } from '#shared/checks/index.ts';
import { coverageCheck } from '#shared/ledger/coverage-finding.ts';
import type { Check, Rule } from '#shared/model/check.ts';
import type { Finding } from '#shared/model/finding.ts';
import { DEFAULT_GOVERNANCE, type ParameterName } from '#shared/model/governance.ts';
import { scopeKey } from '#shared/model/scope.ts';
import { sentence } from '#shared/model/sentence.ts';
import { combinations, techniques } from '#shared/paths/index.ts';
import { rulesById } from '#shared/pipeline/known-rules.ts';
import { operationsOfCheck } from '#shared/pipeline/rules.ts';
import { riskTermTexts, riskText } from '#shared/sinks/risk-text.ts';
import { printable } from '#shared/sinks/text.ts';
import { cliCommand, StoreOptions } from '../command.ts';
import { json, write } from '../output.ts';
import { inSession, withStore } from '../session.ts';
import { EXIT, isColoured, UsageError } from '../surroundings.ts';
import { described, governanceOf } from './checks.ts';

const connectors = new Map<string, Connector>(
  Object.values(connectorsByCloud)
    .flat()
    .map((connector) => [connector.assetType.id, connector]),
);

export const explain = cliCommand({
  declare: (program) =>
    withStore(program.command('explain <check|finding>'))
      .description('what a check looks at and why, or what a finding rests on and how to fix it')
      .option('--json', 'as JSON')
      .addHelpText(
        'after',
        '\nExamples\n  $ aispm explain aws.sagemaker.notebook-direct-internet\n  $ aispm explain 3f2a9c01',
      ),
  options: StoreOptions.extend({ json: z.boolean().optional() }),
  run: async (surroundings, options, [subject = '']) => {
    const colour = isColoured(surroundings.stdout, surroundings.env);
    const rule = graphRules.get(subject);
    if (rule) {
      await write(options.json ? json(asData(rule)) : ruleText(rule, colour), surroundings.stdout);
      return EXIT.clean;
    }
    const check = catalogue.find(({ id }) => id === subject);
    if (check) {
      await write(
        options.json
          ? json({ ...described(check), operations: operationsOfCheck(check, connectors) })
          : checkText(check, colour),
        surroundings.stdout,
      );
      return EXIT.clean;
    }
    if (!/^[0-9a-f]{8,40}$/.test(subject))
      throw new UsageError(
        `"${printable(subject)}" is neither a check nor a finding; "aispm checks" and "aispm findings" list them${similar(subject)}`,
      );
    return inSession(surroundings, options, 'without clouds', async ({ fleet }) => {
      const finding = await fleet.ledger.finding(subject);
      if (!finding)
        throw new UsageError(`there is no finding ${subject}; "aispm findings --status all" lists them`);
      await write(options.json ? json(finding) : findingText(finding, colour), surroundings.stdout);
      return EXIT.clean;
    });
  },
});

/** Techniques and combinations. */
const graphRules = rulesById({ checks: [], techniques, combinations });

const asData = ({ id, title, severity, assetType, why, fix, source, frameworks, fails }: Rule) => ({
  id,
  title,
  severity,
  assetType: assetType.id,
  failsWhen: sentence(fails),
  why,
  fix,
  source,
  frameworks,
});

function* ruleText(rule: Rule, colour: boolean): Generator<string> {
  const style = styler(colour);
  yield `${style('bold', rule.title)}\n${rule.id} · ${rule.severity} · ${rule.assetType.title}\n\n`;
  yield `${rule.why}\n\nFails when ${sentence(rule.fails)}.\nSource: ${rule.source}.\n\n`;
  yield* fixText(rule, style);
  for (const [framework, ids] of Object.entries(rule.frameworks)) yield `${framework}: ${ids.join(', ')}\n`;
}

function similar(subject: string): string {
  const last = subject.split('.').at(-1) ?? subject;
  const near = catalogue.filter(({ id }) => last.length > 2 && id.includes(last)).slice(0, 3);
  return near.length > 0 ? `. Did you mean ${near.map(({ id }) => id).join(' or ')}?` : '';
}

type Style = Parameters<typeof styleText>[0];

const styler = (colour: boolean) => (format: Style, text: string) =>
  colour ? styleText(format, text, { validateStream: false }) : text;

function* checkText(check: Check, colour: boolean): Generator<string> {
  const style = styler(colour);
  yield `${style('bold', check.title)}\n${check.id} · ${check.severity} · ${check.assetType.title}\n\n`;
  yield `${check.why}\n\n`;
  yield `Fails when ${sentence(check.fails)}.\n`;
  if (check.applies) yield `Applies when ${sentence(check.applies)}.\n`;
  for (const name of governanceOf(check)) yield `${settingText(name)}\n`;
  if (check.byDefault === 'off')
    yield `Off by default; switch it on in the config: checks: {enabled: [${check.id}]}\n`;
  yield `Rests on ${operationsOfCheck(check, connectors).join(', ') || 'nothing that a connector reads'}.\nSource: ${check.source}.\n\n`;
  yield* fixText(check, style);
  for (const [framework, ids] of Object.entries(check.frameworks)) yield `${framework}: ${ids.join(', ')}\n`;
  // The table's own ids stand for nothing that a person could look up.
  const peers = Object.entries(check.peers ?? {}).filter(([tool]) => tool !== 'union');
  if (peers.length > 0) yield `\n${style('bold', 'What other tools call it')}\n`;
  for (const [tool, ids] of peers) yield `  ${tool}: ${ids.join(', ')}\n`;
}

/** What the organisation has to say for the check to have something to compare with. */
function settingText(name: ParameterName): string {
  const byDefault = DEFAULT_GOVERNANCE[name];
  return byDefault === undefined
    ? `Applies only where the config sets governance.${name}.`
    : `Decides by governance.${name} of the config (default: ${byDefault}).`;
}

function* fixText({ fix }: Pick<Rule, 'fix'>, style: ReturnType<typeof styler>): Generator<string> {
  yield `${style('bold', 'Fix')}\n  ${fix.console}\n  $ ${fix.cli.replaceAll('\n', '\n    ')}\n`;
  if (fix.cloudformation) yield `  CloudFormation: ${JSON.stringify(fix.cloudformation)}\n`;
  if (fix.bicep) yield `  Bicep: ${fix.bicep.replaceAll('\n', '\n    ')}\n`;
  if (fix.terraform) yield `  Terraform: ${fix.terraform.replaceAll('\n', '\n    ')}\n`;
  yield '\n';
}

function* findingText(finding: Finding, colour: boolean): Generator<string> {
  const style = styler(colour);
  const { asset, evidence, suppression } = finding;
  yield `${style('bold', printable(finding.title))}\n${finding.id} · ${finding.severity} · ${finding.status}\n\n`;
  yield `asset       ${printable(asset.name)}\n            ${printable(asset.id)}\nscope       ${scopeKey(finding.scope)}\n`;
  if (finding.owner) yield `owner       ${printable(finding.owner)}\n`;
  yield `first seen  ${finding.firstSeenAt}\nlast seen   ${finding.lastSeenAt}\n`;
  if (finding.reopened > 0) yield `reopened    ${finding.reopened} times, last ${finding.openedAt}\n`;
  if (finding.resolvedAt) yield `resolved    ${finding.resolvedAt} (${finding.resolution})\n`;
  if (suppression)
    yield `suppressed  by ${printable(suppression.owner)} until ${suppression.until}: ${printable(suppression.reason)}\n`;
  if (finding.status !== 'resolved') {
    yield `\n${style('bold', 'Risk')}  ${riskText(finding)}\n`;
    for (const term of riskTermTexts(finding)) yield `  ${printable(term)}\n`;
  }
  yield `\n${style('bold', 'Evidence')}\n`;
  for (const { path, state, found, expected, note } of evidence)
    yield `  ${printable(path)}: ${state === 'read' ? printable(JSON.stringify(found)) : state}; right would be: ${printable(expected)}${note ? ` (${printable(note)})` : ''}\n`;
  yield '\n';
  const check = catalogue.find(({ id }) => id === finding.checkId);
  const rule = graphRules.get(finding.checkId);
  if (check) yield* checkText(check, colour);
  else if (rule) yield* ruleText(rule, colour);
  else if (finding.checkId === coverageCheck.id) yield `${coverageCheck.why}\n`;
}
