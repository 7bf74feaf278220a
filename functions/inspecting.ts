import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Fleet } from '#shared/pipeline/fleet.ts';
import type { ModelFiles } from '#shared/pipeline/model-files/files.ts';
import type { InspectionRequest } from '#shared/pipeline/model-files/inspection-request.ts';
import { type KnownFiles, knownFilesOf } from '#shared/pipeline/model-files/loaders.ts';
import { type Environment, environmentOf, required } from './environment.ts';
import { ledgerFleet } from './ledger-fleet.ts';
import { modelFilesOf } from './model-files.ts';
import { requestedInspection } from './queued-inspection.ts';

/** What inspecting model files stands on: the ledger, and the buckets. It reads no configuration of any cloud. */
export interface Inspecting {
  readonly fleet: Fleet;
  readonly files: ModelFiles;
  /** What the inventory says of files, not older than a minute unless it has to be fresh. */
  readonly known: (freshness: 'fresh' | 'recent') => Promise<KnownFiles>;
  /** Hands files on to be inspected, each by itself. */
  readonly hand: (requests: readonly InspectionRequest[]) => Promise<void>;
}

/** Files come in hundreds at once; each need not read the whole inventory. */
const RECENT_MILLISECONDS = 60_000;

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html */
const MESSAGES_A_BATCH = 10;

export function inspecting(environment: Environment = environmentOf()): Inspecting {
  const fleet = ledgerFleet(environment);
  const sqs = new SQSClient({ region: environment.region });
  const QueueUrl = required(process.env, 'AISPM_INSPECTION_QUEUE');
  return {
    fleet,
    files: modelFilesOf(environment),
    known: recentlyKnown(fleet),
    hand: async (requests) => {
      for (let from = 0; from < requests.length; from += MESSAGES_A_BATCH) {
        const Entries = requests.slice(from, from + MESSAGES_A_BATCH).map((request, index) => ({
          Id: String(index),
          MessageBody: JSON.stringify(requestedInspection(request)),
        }));
        const { Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
        // The message of the scan comes again, and what was handed on already is found to be as it was.
        if (Failed[0]) throw new Error(`${Failed.length} files were not handed on: ${Failed[0].Code}`);
      }
    },
  };
}

/** Exported for its test. */
export function recentlyKnown(fleet: Pick<Fleet, 'ledger' | 'clock'>): Inspecting['known'] {
  let known: { readonly at: number; readonly files: Promise<KnownFiles> } | undefined;
  return (freshness) => {
    const now = fleet.clock().getTime();
    if (freshness === 'fresh' || known === undefined || now - known.at > RECENT_MILLISECONDS) {
      known = { at: now, files: knownFilesOf(fleet) };
      known.files.catch(() => {
        known = undefined;
      });
    }
    return known.files;
  };
}
