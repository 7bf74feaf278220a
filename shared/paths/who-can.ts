import type { AccessIndex, Principal, Question } from '#shared/access/access-index.ts';
import type { Decision } from '#shared/access/decision.ts';
import type { Capability, CapabilityClass } from '#shared/capabilities/capability.ts';
import { capabilitiesOf } from '#shared/capabilities/index.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { Analysis } from './analyse.ts';
import { questionsMet } from './holders.ts';

/** One permission that somebody has, and the statements that decide. */
export interface Grant extends Question {
  readonly decision: Decision;
}

export interface Holder {
  readonly principal: Principal;
  /** Administers the account of the asset, and so can everything. */
  readonly isAdministrator: boolean;
  readonly access: 'yes' | 'conditional';
  /** What gives it. */
  readonly grants: readonly Grant[];
  /** The techniques by which it gets there with several permissions together. */
  readonly techniques: readonly string[];
}

export interface WhoCan {
  readonly asset: Pick<Asset, 'id' | 'type' | 'name'>;
  /** A class, or one permission. */
  readonly capability: string;
  /** What was asked for. */
  readonly permissions: readonly string[];
  /** The surest first, administrators last. */
  readonly holders: readonly Holder[];
  /** What was not read and may change the answer. */
  readonly unread: readonly string[];
}

/**
 * The questions that a class asks of an asset, or those of a permission: over what it acts on where that is known, such
 * as the objects of a bucket, and otherwise over whatever permissions act on in an asset of this type.
 */
export function questionsAbout(
  { id, type }: Asset,
  capability: CapabilityClass | { readonly permission: string },
): readonly Question[] {
  const resourceOf = ({ resource }: Capability): string => resource?.replaceAll('{id}', id) ?? id;
  const known = capabilitiesOf(type);
  if (typeof capability !== 'object')
    return known
      .filter((one) => one.class === capability)
      .map((one) => ({ permission: one.permission, resource: resourceOf(one) }));
  const { permission } = capability;
  const declared = known.filter((one) => one.permission.toLowerCase() === permission.toLowerCase());
  const resources = (declared.length > 0 ? declared : known).map(resourceOf);
  return [...new Set(declared.length > 0 ? resources : [id, ...resources])].map((resource) => ({
    permission,
    resource,
  }));
}

/** The classes of capability that techniques with a hold are told under. */
const CLASS_OF_HOLD = {
  use: 'invoke',
  read: 'read_exfil',
  change: 'modify_poison',
  control: 'exec_code',
} as const;

/** Who has a capability over an asset, by one permission or by a technique that joins several. */
export function whoCan(
  analysis: Analysis,
  asset: Asset,
  capability: CapabilityClass | { readonly permission: string },
): WhoCan {
  const { access } = analysis;
  const questions = questionsAbout(asset, capability);
  const found = new Map<number, { grants: Grant[]; techniques: string[]; isSure: boolean }>();
  const of = (principal: number) => {
    const known = found.get(principal) ?? { grants: [], techniques: [], isSure: false };
    found.set(principal, known);
    return known;
  };
  for (const question of questions) {
    const { yes, conditional } = access.holders(question);
    for (const [numbers, isSure] of [
      [yes, true],
      [conditional, false],
    ] as const)
      for (const principal of numbers) {
        const holder = of(principal);
        holder.isSure ||= isSure;
        holder.grants.push({ ...question, decision: access.decide(principal, question) });
      }
  }
  for (const { technique, target, reach } of analysis.judged) {
    if (target.id !== asset.id || reach.kind !== 'held' || technique.by !== 'principal') continue;
    if (CLASS_OF_HOLD[technique.holds] !== capability) continue;
    for (const [numbers, isSure] of [
      [reach.holders.yes, true],
      [reach.holders.conditional, false],
    ] as const)
      for (const principal of numbers) {
        const holder = of(principal);
        holder.isSure ||= isSure;
        holder.techniques.push(technique.id);
        if (holder.grants.length > 0) continue;
        holder.grants.push(
          ...questionsMet(access, technique.needs, target, principal).map((question) => ({
            ...question,
            decision: access.decide(principal, question),
          })),
        );
      }
  }
  const administrators = new Set(access.administrators(asset.scope.account));
  const holders = [...found].flatMap(([number, { grants, techniques, isSure }]): Holder[] => {
    const principal = access.principals[number];
    return principal
      ? [
          {
            principal,
            isAdministrator: administrators.has(number),
            access: isSure ? 'yes' : 'conditional',
            grants,
            techniques,
          },
        ]
      : [];
  });
  const rank = ({ isAdministrator, access: given }: Holder): number =>
    (isAdministrator ? 2 : 0) + (given === 'yes' ? 0 : 1);
  return {
    asset: { id: asset.id, type: asset.type, name: asset.name },
    capability: typeof capability === 'object' ? capability.permission : capability,
    permissions: [...new Set(questions.map(({ permission }) => permission))],
    holders: holders.sort((a, b) => rank(a) - rank(b) || (a.principal.id < b.principal.id ? -1 : 1)),
    unread: access.unread,
  };
}

export interface CanDo {
  readonly class: CapabilityClass;
  readonly type: string;
  readonly assets: readonly {
    readonly id: string;
    readonly name: string;
    readonly access: 'yes' | 'conditional';
    readonly permission: string;
  }[];
}

export interface WhatCan {
  readonly principal: Principal;
  /** The accounts that it administers. */
  readonly administers: readonly string[];
  readonly capabilities: readonly CanDo[];
  /** What it gets hold of with several permissions together, or becomes. */
  readonly techniques: readonly {
    readonly technique: string;
    readonly gains: string;
    readonly target: Pick<Asset, 'id' | 'type' | 'name'>;
    readonly access: 'yes' | 'conditional';
  }[];
  readonly unread: readonly string[];
}

/** Everything that one principal can do with the assets on record. */
export function whatCan(analysis: Analysis, number: number): WhatCan | undefined {
  const { access, places } = analysis;
  const principal = access.principals[number];
  if (!principal) return undefined;
  const own = places.assets.filter(({ scope }) => scope.provider === principal.provider);
  const byKind = new Map<
    string,
    { class: CapabilityClass; type: string; assets: CanDo['assets'][number][] }
  >();
  for (const asset of own)
    for (const { permission, class: of, resource } of capabilitiesOf(asset.type)) {
      const question = { permission, resource: resource ? resource.replaceAll('{id}', asset.id) : asset.id };
      const given = accessIn(access, question, number);
      if (given === 'no') continue;
      const key = `${of} ${asset.type}`;
      const kind = byKind.get(key) ?? { class: of, type: asset.type, assets: [] };
      byKind.set(key, kind);
      const known = kind.assets.findIndex(({ id }) => id === asset.id);
      const one = { id: asset.id, name: asset.name, access: given, permission };
      if (known === -1) kind.assets.push(one);
      else if (kind.assets[known]?.access === 'conditional' && given === 'yes') kind.assets[known] = one;
    }
  return {
    principal,
    administers: [...new Set(own.map(({ scope }) => scope.account))].filter((account) =>
      access.administrators(account).includes(number),
    ),
    capabilities: [...byKind.values()],
    techniques: analysis.judged.flatMap(({ technique, target, reach }) => {
      if (reach.kind !== 'held') return [];
      const given = includes(reach.holders.yes, number)
        ? 'yes'
        : includes(reach.holders.conditional, number)
          ? 'conditional'
          : undefined;
      return given
        ? [
            {
              technique: technique.id,
              gains: technique.gains,
              target: { id: target.id, type: target.type, name: target.name },
              access: given,
            },
          ]
        : [];
    }),
    unread: access.unread,
  };
}

function accessIn(access: AccessIndex, question: Question, number: number): 'yes' | 'conditional' | 'no' {
  const { yes, conditional } = access.holders(question);
  return includes(yes, number) ? 'yes' : includes(conditional, number) ? 'conditional' : 'no';
}

/** In ascending numbers, so that it is found by halving. */
function includes(numbers: Uint32Array, wanted: number): boolean {
  let [low, high] = [0, numbers.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = numbers[middle] as number;
    if (found === wanted) return true;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
