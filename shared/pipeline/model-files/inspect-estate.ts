import pLimit from 'p-limit';
import type { Change } from '#shared/model/finding.ts';
import type { Scope } from '#shared/model/scope.ts';
import type { Fleet } from '../fleet.ts';
import type { ModelFiles } from './files.ts';
import { inspectArtefact } from './inspect-artefact.ts';
import { knownFilesOf } from './loaders.ts';
import { type InspectionPlan, planInspections } from './plan-inspections.ts';

/** Files at a time: they wait for servers most of the time. */
const AT_A_TIME = 4;

export interface EstateInspection {
  readonly plan: InspectionPlan;
  readonly inspected: number;
  readonly bytesRead: number;
  readonly changes: readonly Change[];
}

export interface EstateInspectionOptions {
  /** Only files of these scopes. */
  readonly isWanted?: (scope: Scope) => boolean;
  readonly onProgress?: (done: number, of: number) => void;
}

/** Inspects in one process what the fleet inspects message by message. A defect in one file leaves the others. */
export async function inspectEstate(
  fleet: Fleet,
  files: ModelFiles,
  scanId: string,
  { isWanted = () => true, onProgress = () => undefined }: EstateInspectionOptions = {},
): Promise<EstateInspection> {
  const known = await knownFilesOf(fleet);
  const all = await planInspections(known, files, scanId);
  const plan = { ...all, requests: all.requests.filter(({ scope }) => isWanted(scope)) };
  const changes: Change[] = [];
  let inspected = 0;
  let bytesRead = 0;
  let done = 0;
  await pLimit(AT_A_TIME).map(plan.requests, async (request) => {
    try {
      const {
        outcome,
        bytesRead: read = 0,
        changes: ofFile,
      } = await inspectArtefact(fleet, files, known, request);
      if (outcome === 'inspected') inspected += 1;
      bytesRead += read;
      changes.push(...ofFile);
    } catch (error) {
      fleet.onDefect?.(`model file ${request.object}`, error);
    }
    done += 1;
    onProgress(done, plan.requests.length);
  });
  return { plan, inspected, bytesRead, changes };
}
