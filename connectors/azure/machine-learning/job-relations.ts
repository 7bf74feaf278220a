import type { Relation } from '#shared/model/asset.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { valueAt } from '../reply.ts';
import { datastoreIn } from './data-addresses.ts';

const MODEL_INPUTS = new Set(['custom_model', 'mlflow_model', 'triton_model']);

/** What a job, or the job that a schedule makes, runs on, runs in, runs as, loads and reads. */
export function relationsOfJob(
  definition: Json | undefined,
  workspace: string | undefined,
): (Relation | undefined)[] {
  return [
    relation('attached-to', valueAt(definition, 'computeId')),
    relation('assumes', valueAt(definition, 'identity', 'resourceId')),
    relation('runs-image', valueAt(definition, 'environmentId')),
    relation('runs-image', valueAt(definition, 'trial', 'environmentId')),
    ...elementsOf(valueAt(definition, 'inputs')).map((input) => inputOf(input, workspace)),
    ...elementsOf(valueAt(definition, 'outputs')).map((output) =>
      relation('writes-to', datastoreIn(valueAt(output, 'uri'), workspace)),
    ),
  ];
}

function inputOf(input: Json | undefined, workspace: string | undefined): Relation | undefined {
  const uri = valueAt(input, 'uri');
  return MODEL_INPUTS.has(String(valueAt(input, 'jobInputType')))
    ? relation('derived-from', uri)
    : relation('reads-from', datastoreIn(uri, workspace) ?? armIdIn(uri));
}

const armIdIn = (uri: Json | undefined): string | undefined =>
  typeof uri === 'string' && uri.startsWith('/subscriptions/') ? uri : undefined;

const elementsOf = (map: Json | undefined): (Json | undefined)[] => (isObject(map) ? Object.values(map) : []);
