import { callerOf, type Requester } from '#shared/access/aws/caller.ts';
import type { Context } from '#shared/access/aws/conditions/context.ts';
import { evaluate, type Policies } from '#shared/access/aws/evaluate.ts';
import { type Request, requestOf } from '#shared/access/aws/request.ts';
import { type Policy, parsePolicy } from '#shared/access/aws/statement.ts';
import type { Decision } from '#shared/access/decision.ts';

/** A policy as somebody writes it. */
export interface Document {
  readonly Version?: string;
  readonly Statement: readonly Readonly<Record<string, unknown>>[];
}

/** A request and the policies that AWS would look at, as JSON. */
export interface Scenario {
  readonly requester: Requester;
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
  readonly identity: readonly Document[];
  readonly boundary?: Document;
  readonly session?: Document;
  readonly resourcePolicy?: Document;
  readonly serviceControls: readonly (readonly Document[])[];
  readonly resourceControls: readonly (readonly Document[])[];
}

export function parsed(source: string, document: Document): Policy {
  const policy = parsePolicy(source, document);
  if ('malformed' in policy) throw new Error(`${source}: ${policy.malformed}`);
  return policy;
}

const levels = (kind: string, documents: Scenario['serviceControls']): readonly (readonly Policy[])[] =>
  documents.map((level, at) => level.map((each, index) => parsed(`${kind} ${at + 1}.${index + 1}`, each)));

export const policiesOf = (scenario: Scenario): Policies => ({
  identity: scenario.identity.map((each, index) => parsed(`identity ${index + 1}`, each)),
  boundary: scenario.boundary && parsed('boundary', scenario.boundary),
  session: scenario.session && [parsed('session', scenario.session)],
  resource: scenario.resourcePolicy && parsed('resource', scenario.resourcePolicy),
  serviceControls: levels('scp', scenario.serviceControls),
  resourceControls: levels('rcp', scenario.resourceControls),
});

export const requestIn = (scenario: Scenario, missing: Context['missing']): Request =>
  requestOf({ ...scenario, caller: callerOf(scenario.requester), missing });

/** What we say of it. Without `missing`, all that the scenario does not say is not in the request. */
export const decided = (scenario: Scenario, missing: Context['missing'] = 'absent'): Decision =>
  evaluate(requestIn(scenario, missing), policiesOf(scenario));
