import pLimit from 'p-limit';
import { SourceChanged, SourceUnreadable } from '#shared/model-files/bytes/byte-source.ts';
import type { Limits } from '#shared/model-files/bytes/limits.ts';
import { inspectModelFile } from '#shared/model-files/inspect.ts';
import type { Inspection } from '#shared/model-files/inspection.ts';
import { notOpened } from '#shared/model-files/not-opened.ts';
import { printable } from '#shared/sinks/text.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Candidate } from './candidates.ts';
import { inspectionProgressOn } from './progress.ts';

/** Files at a time: they wait for servers most of the time. */
const AT_A_TIME = 4;

/** Inspects the files, in their order. A defect of ours in one of them leaves the others as they are. */
export async function inspectAll(
  files: readonly Candidate[],
  limits: Partial<Limits>,
  surroundings: Pick<Surroundings, 'stderr'>,
): Promise<Inspection[]> {
  const progress = inspectionProgressOn(surroundings, files.length);
  const limit = pLimit(AT_A_TIME);
  const inspected = files.map((file) =>
    limit(async () => {
      progress.started(file.name);
      try {
        return await inspectOne(file, limits);
      } catch (error) {
        surroundings.stderr.write(
          `defect in aispm at ${printable(file.name)}: ${error instanceof Error ? error.stack : String(error)}\n`,
        );
        return notOpened(file.name, 'aispm has a defect that this file shows; please report it');
      } finally {
        progress.finished(file.name);
      }
    }),
  );
  const inspections = await Promise.all(inspected);
  progress.end();
  return inspections;
}

async function inspectOne({ name, open }: Candidate, limits: Partial<Limits>): Promise<Inspection> {
  try {
    const source = await open();
    try {
      return await inspectModelFile(source, { limits });
    } finally {
      await source.close();
    }
  } catch (error) {
    if (error instanceof SourceUnreadable || error instanceof SourceChanged)
      return notOpened(name, error.message);
    throw error;
  }
}
