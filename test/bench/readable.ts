import Table from 'cli-table3';
import { PROVIDERS } from '#shared/model/scope.ts';
import { IMPORT_BUDGET_MILLISECONDS } from './bundles.ts';
import type { Report } from './run.ts';

const whole = (number: number): string => Math.round(number).toLocaleString('en-US');
const fixed = (number: number, digits = 2): string => number.toFixed(digits);
const kibibytes = (bytes: number): string => `${whole(bytes / 1024)} KiB`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const drawn = new Table({ head: [...head], style: { head: [], border: [], compact: true } });
  drawn.push(...rows.map((row) => [...row]));
  return drawn.toString();
}

/** The report for people. */
export function readable(report: Report): string {
  return `${[
    `aispm on ${report.machine.cores} cores (${report.machine.cpu}), Node ${report.machine.node}: ${report.checks} checks, ${report.scopes} scopes, three loopback clouds`,
    scans(report),
    calls(report),
    accounts(report),
    estates(report),
    reach(report),
    `Verdicts: ${whole(report.judging.verdictsPerSecondPerCore)} per second and core (${whole(report.judging.verdicts)} in ${fixed(report.judging.cpuSeconds)} s of processor time)`,
    `Requests to AWS decided in: ${report.access.map(({ title, microseconds }) => `${fixed(microseconds, 1)} µs (${title})`).join(', ')}`,
    ledger(report),
    bundles(report),
    cost(report),
  ].join('\n\n')}\n`;
}

function accounts({ accounts: figures }: Report): string {
  return table(
    ['AWS account', 'calls', 'at most', 'Prowler, modelled', 'wall s', 'peak MiB', 'assets', 'gaps'],
    figures.map((account) => [
      account.title,
      whole(account.calls),
      whole(account.budget),
      account.prowlerModelled === undefined ? '' : whole(account.prowlerModelled),
      fixed(account.seconds, 1),
      whole(account.peakMebibytes),
      whole(account.assets),
      String(account.gaps),
    ]),
  );
}

function reach({ reach: { access, graph } }: Report): string {
  const { ours, graphology } = graph.compared;
  return [
    `Who can: ${whole(access.principals)} principals, ${whole(access.assets)} assets and ${access.permissions} permissions compiled in ${fixed(access.compileSeconds, 1)} s (${fixed(access.compileCpuSeconds, 1)} s of processor time), ${whole(access.peakMebibytes)} MiB with the inventory (${whole(access.inventoryMebibytes)} MiB before); an answer takes ${fixed(access.whoCan.medianMilliseconds, 1)} ms (median of ${access.whoCan.questions}; the slowest ${whole(access.whoCan.slowestMilliseconds)} ms); of ${whole(access.sampled)} answers (${whole(access.sampledYes)} yes, ${whole(access.sampledConditional)} conditional) ${access.mismatches} differ from the evaluation one by one`,
    `Graph: ${whole(graph.nodes)} nodes and ${whole(graph.edges)} edges built in ${whole(graph.buildMilliseconds)} ms and searched from ${whole(graph.sources)} sources in ${whole(graph.searchMilliseconds)} ms; with ${whole(graph.compared.edges)} edges graphology takes ${fixed(graphology.search / ours.search, 0)} times as long to search and ${fixed(graphology.build / ours.build, 0)} times to build`,
  ].join('\n');
}

function estates({ estates: figures }: Report): string {
  return table(
    ['Azure and Google Cloud', 'calls', 'enough', 'calls / enough', 'wall s', 'peak MiB', 'assets', 'gaps'],
    figures.map((estate) => [
      estate.title,
      whole(estate.calls),
      whole(estate.least),
      fixed(estate.calls / estate.least, 3),
      fixed(estate.seconds, 1),
      whole(estate.peakMebibytes),
      whole(estate.assets),
      String(estate.gaps),
    ]),
  );
}

function scans({ scans: { first, unchanged }, memoryMebibytes, connections }: Report): string {
  const figures = { 'first scan': first, 'unchanged scan': unchanged };
  const rows = Object.entries(figures).map(([name, scan]) => [
    name,
    whole(scan.assets),
    fixed(scan.seconds, 1),
    whole(scan.assetsPerSecond),
    fixed(scan.cpuSeconds, 1),
    fixed(scan.correlationCpuSeconds, 1),
    whole(scan.assets / scan.cpuSeconds),
    fixed(scan.loopbackCpuSeconds.clouds, 1),
    fixed(scan.loopbackCpuSeconds.ledger, 1),
    whole(scan.verdicts),
    whole(scan.changes),
    String(scan.gaps + scan.defects),
  ]);
  return [
    table(
      [
        '',
        'assets',
        'wall s',
        'assets/s',
        'CPU s',
        'correlating',
        'assets per CPU s',
        'CPU s of clouds',
        'of ledger',
        'verdicts',
        'changes',
        'gaps',
      ],
      rows,
    ),
    `Peak memory of the scanning process ${whole(memoryMebibytes.peak)} MiB, ${whole(memoryMebibytes.beforeScan)} MiB before it scanned. Clouds and ledger are processes of their own on the same cores, which they use as well. Connections to clouds: ${connections.first}, then ${connections.unchanged}.`,
  ].join('\n');
}

function calls({ calls: byCloud }: Report): string {
  const rows = PROVIDERS.map((cloud) => {
    const { assets, made, least, unreckoned, perAsset, leastPerAsset } = byCloud[cloud];
    return [
      cloud,
      whole(assets),
      whole(made),
      whole(least),
      fixed(perAsset),
      fixed(leastPerAsset),
      whole(unreckoned.calls),
      fixed((made - unreckoned.calls) / least),
    ];
  });
  const excesses = PROVIDERS.flatMap((cloud) => [...byCloud[cloud].above, ...byCloud[cloud].below]).map(
    ({ operation, made, least, reason }) =>
      `  ${operation}: ${whole(made)}, least ${whole(least)}: ${reason ?? 'NO REASON KNOWN'}`,
  );
  return [
    table(
      ['API calls', 'assets', 'calls', 'least', 'per asset', 'least', 'not reckoned', 'ratio of the rest'],
      rows,
    ),
    'Where the calls differ from the least possible:',
    ...excesses,
  ].join('\n');
}

function ledger({ scans: { first, unchanged } }: Report): string {
  const rows = (name: string, { ledger: used }: typeof first): string[][] => [
    ...Object.entries(used.writes).map(([kind, written]) => [
      name,
      `write ${kind}`,
      whole(written.rows),
      whole(written.units),
      fixed(written.units / written.rows),
    ]),
    [name, 'read', whole(used.reads), whole(used.readUnits), fixed(used.readUnits / first.assets)],
  ];
  return [
    table(
      ['ledger', '', 'requests', 'units', 'a row; read: an asset'],
      [...rows('first', first), ...rows('unchanged', unchanged)],
    ),
    `An unchanged scan writes ${unchanged.ledger.writes['finding']?.rows ?? 0} findings and ${unchanged.ledger.writes['asset']?.rows ?? 0} assets.`,
  ].join('\n');
}

function bundles({ bundles: figures }: Report): string {
  const rows = figures.map(({ name, bytes, gzipBytes, importMilliseconds, quickestMilliseconds }) => [
    name,
    kibibytes(bytes),
    kibibytes(gzipBytes),
    `${whole(importMilliseconds)} ms`,
    `${whole(quickestMilliseconds)} ms${quickestMilliseconds > IMPORT_BUDGET_MILLISECONDS ? ' OVER' : ''}`,
  ]);
  return table(
    ['bundle', 'size', 'gzipped', 'import', `quickest (of ${IMPORT_BUDGET_MILLISECONDS} ms)`],
    rows,
  );
}

function cost({ cost: { lines, dollarsPerMonth, assumptions } }: Report): string {
  const rows = lines.map(({ what, amount, dollars }) => [what, amount, fixed(dollars)]);
  return [
    table(['modelled monthly cost', '', 'US$'], [...rows, ['together', '', fixed(dollarsPerMonth)]]),
    'Assumed:',
    ...assumptions.map((text) => `  ${text}`),
  ].join('\n');
}
