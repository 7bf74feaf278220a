import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Command } from 'commander';
import { readConfig } from '#shared/config/read.ts';
import { type FleetConfig, jobHistoryDaysOf } from '#shared/config/schema.ts';
import { signatureTrust } from '#shared/config/signers.ts';
import { documentsOf } from '#shared/ledger/documents.ts';
import { openEmbedded } from '#shared/ledger/embedded.ts';
import { type Ledger, openLedger } from '#shared/ledger/ledger.ts';
import { PROVIDERS, type Provider } from '#shared/model/scope.ts';
import { enabledChecks, enabledCombinations, enabledTechniques } from '#shared/pipeline/enabled-checks.ts';
import type { Fleet } from '#shared/pipeline/fleet.ts';
import { readableIn } from '#shared/pipeline/model-files/places.ts';
import { type Surroundings, UsageError } from './surroundings.ts';

export interface SessionOptions {
  readonly config?: string | undefined;
  /** A folder, or `memory`. */
  readonly store: string;
  /** A DynamoDB table in place of the embedded store: that of a deployed fleet. */
  readonly table?: string | undefined;
  readonly aws?: boolean | undefined;
  readonly azure?: boolean | undefined;
  readonly gcp?: boolean | undefined;
  readonly asFleet?: boolean | undefined;
}

/** Where findings live between runs on one machine. */
const DEFAULT_STORE = '.aispm/store';

export function withStore(command: Command): Command {
  return command
    .option('--store <folder>', 'where findings are kept between runs; "memory" keeps nothing', DEFAULT_STORE)
    .option('--table <name>', "use a deployed fleet's DynamoDB table instead of the store")
    .option('--config <file>', 'the config (default: aispm.config.yaml, if there is one)');
}

export function withClouds(command: Command): Command {
  return withStore(command)
    .option('--aws', 'Amazon Web Services')
    .option('--azure', 'Microsoft Azure')
    .option('--gcp', 'Google Cloud');
}

export interface Session {
  readonly config: FleetConfig;
  readonly fleet: Fleet;
}

/** Opens the store and, where `clouds` is set, the clouds; runs; and closes again whatever happens. */
export async function inSession<Result>(
  { clock, env, openClouds, openBucket, stderr }: Surroundings,
  options: SessionOptions,
  clouds: 'with clouds' | 'without clouds',
  run: (session: Session) => Promise<Result>,
): Promise<Result> {
  const config = readConfig(options.config ?? env['AISPM_CONFIG']);
  const chosen: Provider[] = PROVIDERS.filter((provider) => options[provider]);
  const { ledger, close } = await openStore(options, clock);
  try {
    const fleet: Fleet = {
      clouds: await openClouds(
        config,
        clouds === 'with clouds' ? chosen : [],
        options.asFleet ? 'fleet' : 'own login',
      ),
      ledger,
      checks: enabledChecks(config),
      techniques: enabledTechniques(config),
      combinations: enabledCombinations(config),
      jobHistoryDays: jobHistoryDaysOf(config),
      ownerTags: config.ownerTags,
      clock,
      ...(config.modelFiles && clouds === 'with clouds'
        ? { modelFiles: modelFilesWith(openBucket, config.modelFiles) }
        : {}),
      onDefect: (where, error) =>
        stderr.write(
          `defect in aispm at ${where}: ${error instanceof Error ? error.stack : String(error)}\n`,
        ),
    };
    return await run({ config, fleet });
  } finally {
    await close();
  }
}

/** For one request; what takes longer is on record as not read whole. */
const MILLISECONDS_A_REQUEST = 15_000;

/** Model files as the logins of this shell read them. */
const modelFilesWith = (
  openBucket: Surroundings['openBucket'],
  { places, signers }: NonNullable<FleetConfig['modelFiles']>,
): NonNullable<Fleet['modelFiles']> => ({
  isReadable: readableIn(places),
  open: (place) => openBucket(place, MILLISECONDS_A_REQUEST),
  trust: signatureTrust(signers),
});

async function openStore(
  { store, table }: SessionOptions,
  clock: () => Date,
): Promise<{ ledger: Ledger; close: () => Promise<void> }> {
  if (table !== undefined) {
    const client = new DynamoDBClient({});
    const documents = documentsOf(client);
    return {
      ledger: openLedger({ documents, table, clock }),
      close: async () => {
        documents.destroy();
        client.destroy();
      },
    };
  }
  const embedded = await openEmbedded(store === 'memory' ? {} : { directory: store }).catch(
    (error: unknown) => {
      throw new UsageError(
        `the store ${store} cannot be opened: ${reasonOf(error)}. Is another aispm using it? Name another with --store`,
      );
    },
  );
  return { ledger: openLedger({ ...embedded, clock }), close: () => embedded.close() };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
