import path from 'node:path';
import * as z from 'zod';
import { DEFAULT_LIMITS } from '#shared/model-files/bytes/limits.ts';
import { FILE_VERDICTS, type FileVerdict } from '#shared/model-files/inspection.ts';
import { withSignatures } from '#shared/model-files/signing/with-signatures.ts';
import { inspectionCycloneDx } from '#shared/sinks/model-files/cyclonedx.ts';
import { inspectionJson } from '#shared/sinks/model-files/json.ts';
import type { InspectionFormat, InspectionReport } from '#shared/sinks/model-files/report.ts';
import { inspectionSarif } from '#shared/sinks/model-files/sarif.ts';
import { inspectionTable } from '#shared/sinks/model-files/table.ts';
import { cliCommand } from '../command.ts';
import { candidatesOf } from '../inspect/candidates.ts';
import { inspectAll } from '../inspect/run.ts';
import { targetOf } from '../inspect/targets.ts';
import { trustOf } from '../inspect/trust.ts';
import { write } from '../output.ts';
import { EXIT, type ExitCode, isColoured, type Surroundings } from '../surroundings.ts';
import { product } from '../version.ts';

const FORMATS = ['table', 'json', 'sarif', 'cyclonedx'] as const;
const BARS = ['review', 'dangerous', 'never'] as const;
/** Of one folder or prefix. */
const MOST_FILES = 10_000;
const LONGEST_REQUEST_MILLISECONDS = 15_000;

const UNITS: Readonly<Record<string, number>> = { '': 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3 };
const Bytes = z
  .string()
  .regex(/^[1-9]\d{0,11}([KMG](iB)?)?$/, 'a number of bytes is wanted, such as 1048576, 64M or 2GiB')
  .transform((text) => Number.parseInt(text, 10) * (UNITS[/[KMG]/.exec(text)?.[0] ?? ''] ?? 1));
const Seconds = z
  .string()
  .regex(/^[1-9]\d{0,4}$/, 'a number of seconds is wanted')
  .transform(Number);

const HELP = `
What may be named
  a file, or a folder with everything below it that is not hidden
  s3://bucket/key, gs://bucket/object, az://account/container/blob, and a bucket or a prefix that ends with /
  https://host/path; that of a blob in Azure is read with your login unless it carries a signature

Examples
  $ aispm inspect model.pt
  $ aispm inspect ./models --fail-on review
  $ aispm inspect s3://models/churn/ --format sarif --output models.sarif
  $ aispm inspect ./model --public-key publisher.pem --verify-digests
  $ aispm inspect https://huggingface.co/org/model/resolve/main/pytorch_model.bin

Signatures of OpenSSF Model Signing
  with a key, certificates or an identity named, files that nobody who is trusted signed are for review, and those that
  are not what was signed are dangerous; digests are taken from S3 where it keeps them, else --verify-digests reads all

Exit codes
  0  every file was read as far as it decides, and none is at or above the bar of --fail-on
  1  a file is at or above the bar
  2  a mistake in usage, such as a path that is not there
  3  something that may decide was not read: a limit, a denial, damage, or a format that is not known`;

export const inspect = cliCommand({
  declare: (program) =>
    program
      .command('inspect <what...>')
      .description(
        'what loading model files would run, from the bytes that decide; nothing of them is executed',
      )
      .option('--format <format>', FORMATS.join(', '), 'table')
      .option('--json', 'the same as --format json')
      .option('--output <file>', 'write there instead of to the terminal')
      .option('--fail-on <verdict>', `exit with 1 at or above: ${BARS.join(', ')}`, 'dangerous')
      .option(
        '--exclude <pattern>',
        'of folders and prefixes, leave out names such as "*.md" or "docs/**"; may be repeated',
        (pattern: string, before: readonly string[] = []) => [...before, pattern],
      )
      .option('--max-bytes <bytes>', 'of one file, read at most', String(DEFAULT_LIMITS.bytes))
      .option('--timeout <seconds>', 'of one file, take at most', String(DEFAULT_LIMITS.milliseconds / 1000))
      .option(
        '--public-key <file>',
        'trust signatures by this key (PEM); may be repeated',
        (file: string, before: readonly string[] = []) => [...before, file],
      )
      .option('--certificate-chain <file>', 'trust signatures by certificates of these authorities (PEM)')
      .option('--identity <name>', 'trust keyless signatures by this address or workflow')
      .option('--issuer <address>', 'who has to attest of --identity, such as https://accounts.google.com')
      .option('--trusted-root <file>', 'the authorities and logs of Sigstore for it (JSON)')
      .option('--verify-digests', 'read files whole to compare them with what was signed')
      .option('--private-networks', 'follow addresses into private networks as well')
      .addHelpText('after', HELP),
  options: z.object({
    format: z.enum(FORMATS),
    json: z.boolean().optional(),
    output: z.string().optional(),
    failOn: z.enum(BARS),
    exclude: z.array(z.string()).optional(),
    maxBytes: Bytes,
    timeout: Seconds,
    privateNetworks: z.boolean().optional(),
    publicKey: z.array(z.string()).optional(),
    certificateChain: z.string().optional(),
    identity: z.string().optional(),
    issuer: z.string().optional(),
    trustedRoot: z.string().optional(),
    verifyDigests: z.boolean().optional(),
  }),
  run: async (surroundings, options, words) => {
    const trust = trustOf(options);
    const milliseconds = options.timeout * 1000;
    const { files, skipped, unseen } = await candidatesOf(
      words.map(targetOf),
      {
        exclude: options.exclude ?? [],
        most: MOST_FILES,
        timeoutMilliseconds: Math.min(milliseconds, LONGEST_REQUEST_MILLISECONDS),
        privateNetworks: options.privateNetworks ?? false,
        mostBytes: options.maxBytes,
      },
      surroundings.openBucket,
    );
    const limits = { bytes: options.maxBytes, milliseconds };
    const inspections = await inspectAll(files, limits, surroundings);
    const report: InspectionReport = {
      generatedAt: surroundings.clock().toISOString(),
      product,
      inspections: await withSignatures(
        files.flatMap(({ name, open, isListed }, index) => {
          const inspection = inspections[index];
          return inspection ? [{ inspection, place: placeOf(name), open, isListed }] : [];
        }),
        {
          trust,
          readsWhole: options.verifyDigests ?? false,
          mostBytesOfFile: Number.MAX_SAFE_INTEGER,
          passed: skipped.map(({ name, why }) => ({
            place: placeOf(name),
            why,
            isLink: why.includes('a link'),
          })),
        },
      ),
      skipped,
      unseen,
    };
    const format = formatOf(options.json ? 'json' : options.format, surroundings);
    await write(format.render(report), surroundings.stdout, options.output);
    return exitCodeOf(report, options.failOn);
  },
});

/** By which files and signatures are found to lie together. */
const placeOf = (name: string): string => name.replaceAll(path.sep, '/');

function formatOf(
  id: (typeof FORMATS)[number],
  { stdout, env }: Pick<Surroundings, 'stdout' | 'env'>,
): InspectionFormat {
  switch (id) {
    case 'table':
      return inspectionTable({ colour: isColoured(stdout, env) });
    case 'json':
      return inspectionJson;
    case 'sarif':
      return inspectionSarif;
    case 'cyclonedx':
      return inspectionCycloneDx;
  }
}

/** What was found outweighs what was not read, and a gate takes neither for a pass. */
function exitCodeOf({ inspections, unseen }: InspectionReport, bar: FileVerdict | 'never'): ExitCode {
  const isAtBar = (verdict: FileVerdict): boolean =>
    bar !== 'never' && FILE_VERDICTS.indexOf(verdict) >= FILE_VERDICTS.indexOf(bar);
  if (inspections.some(({ verdict }) => isAtBar(verdict))) return EXIT.findings;
  const isIncomplete = unseen.length > 0 || inspections.some(({ status }) => status !== 'complete');
  return isIncomplete ? EXIT.incomplete : EXIT.clean;
}
