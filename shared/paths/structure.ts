import type { RelationKind } from '#shared/model/asset.ts';
import type { Basis, Hold } from './technique.ts';

/** What a hold on one end of a relation gives of the other end, where that needs no permission. */
export interface Lead {
  /** `forward`: from the asset that has the relation to its target. */
  readonly direction: 'forward' | 'backward';
  readonly from: Hold;
  readonly to: Hold;
  readonly basis: Basis;
  readonly sentence: string;
  /** The types of asset of whose relation this holds, where it does not hold of every one. */
  readonly only?: ReadonlySet<string>;
}

/** What is asked and answers out of what it reads from; jobs read from what nobody asks them about. */
const ANSWERS: ReadonlySet<string> = new Set([
  'aws.bedrock.agent',
  'aws.bedrock.flow',
  'aws.bedrock.knowledge-base',
  'aws.kendra.index',
  'aws.qbusiness.application',
  'azure.cognitive-services.account',
  'azure.cognitive-services.agent-application',
  'gcp.dialogflow.agent',
  'gcp.discoveryengine.engine',
  'gcp.vertex.rag-corpus',
  'gcp.vertex.reasoning-engine',
]);

/**
 * How things lead on to each other. What a role may do is no matter of relations: a workload gets at its data as the
 * identity that it assumes. Sources: the paths of the research, where each of these is a step.
 */
export const LEADS: Readonly<Partial<Record<RelationKind, readonly Lead[]>>> = {
  assumes: [{ direction: 'forward', from: 'control', to: 'control', basis: 'vendor', sentence: 'runs as' }],
  calls: [
    { direction: 'forward', from: 'use', to: 'use', basis: 'vendor', sentence: 'calls' },
    { direction: 'backward', from: 'control', to: 'change', basis: 'inferred', sentence: 'answers' },
  ],
  // Whoever writes the file has the code that loading it runs.
  'loaded-by': [
    { direction: 'forward', from: 'control', to: 'control', basis: 'vendor', sentence: 'is loaded by' },
  ],
  'reads-from': [
    {
      direction: 'forward',
      from: 'use',
      to: 'read',
      basis: 'inferred',
      sentence: 'answers out of',
      only: ANSWERS,
    },
    { direction: 'backward', from: 'control', to: 'change', basis: 'vendor', sentence: 'feeds' },
  ],
  'stored-in': [
    { direction: 'backward', from: 'control', to: 'change', basis: 'vendor', sentence: 'keeps' },
    { direction: 'backward', from: 'control', to: 'read', basis: 'vendor', sentence: 'keeps' },
  ],
  'trained-on': [
    { direction: 'backward', from: 'control', to: 'change', basis: 'vendor', sentence: 'trains' },
  ],
  'runs-image': [
    { direction: 'backward', from: 'control', to: 'control', basis: 'vendor', sentence: 'is the image of' },
  ],
  'deployed-as': [
    { direction: 'forward', from: 'change', to: 'change', basis: 'vendor', sentence: 'is served by' },
    { direction: 'forward', from: 'control', to: 'control', basis: 'vendor', sentence: 'is served by' },
    { direction: 'backward', from: 'use', to: 'use', basis: 'vendor', sentence: 'serves' },
  ],
  contains: [
    { direction: 'forward', from: 'control', to: 'control', basis: 'vendor', sentence: 'contains' },
    { direction: 'backward', from: 'change', to: 'change', basis: 'vendor', sentence: 'is a part of' },
  ],
  'derived-from': [
    { direction: 'backward', from: 'change', to: 'change', basis: 'inferred', sentence: 'is the base of' },
    // Code in its containers has the models and the role that its configuration names.
    {
      direction: 'forward',
      from: 'control',
      to: 'control',
      basis: 'vendor',
      sentence: 'runs',
      only: new Set(['aws.sagemaker.endpoint']),
    },
    {
      direction: 'forward',
      from: 'control',
      to: 'read',
      basis: 'vendor',
      sentence: 'has loaded',
      only: new Set(['azure.machine-learning.online-deployment']),
    },
  ],
  'attached-to': [
    {
      direction: 'backward',
      from: 'control',
      to: 'control',
      basis: 'vendor',
      sentence: 'runs',
      only: new Set(['azure.machine-learning.online-deployment']),
    },
  ],
};
