import type { AccessIndex, Holders, Question } from '#shared/access/access-index.ts';
import { both, either, NOBODY } from '#shared/access/principal-sets.ts';
import type { Asset } from '#shared/model/asset.ts';
import { isUnread } from '#shared/model/coverage.ts';
import { isObject, type Json } from '#shared/model/json.ts';
import { pathSegments } from '#shared/model/predicate.ts';
import type { Need, Resources } from './technique.ts';

/** The questions that a need asks of one target: any of them will do. */
export function questionsOf(need: Need & { readonly kind: 'permission' }, target: Asset): Question[] {
  const resources = need.on ? need.on.of(target) : [target.id];
  return resources.map((resource) => ({
    permission: need.permission,
    resource,
    ...(need.context ? { context: need.context } : {}),
  }));
}

/**
 * What belongs to the account of whoever calls: an action that takes no resource, and foundation models, which are of
 * no account.
 */
const OF_THE_CALLER = /^(?:\*|arn:[^:]+:bedrock:[^:]*::.*)$/;

function within(access: AccessIndex, { yes, conditional }: Holders, account: string): Holders {
  const isOwn = (number: number): boolean => access.principals[number]?.account === account;
  return { yes: yes.filter(isOwn), conditional: conditional.filter(isOwn) };
}

/** Who meets a need on a target. */
export function holdersOf(access: AccessIndex, need: Need, target: Asset): Holders {
  switch (need.kind) {
    case 'permission':
      return questionsOf(need, target)
        .map((question) => {
          const holders = access.holders(question);
          return OF_THE_CALLER.test(question.resource)
            ? within(access, holders, target.scope.account)
            : holders;
        })
        .reduce(either, NOBODY);
    case 'one-of':
      return need.of.map((inner) => holdersOf(access, inner, target)).reduce(either, NOBODY);
    case 'all-of':
      return holdersOfAll(access, need.of, target);
  }
}

/** Who meets all of them; asked one after the other, and no more once nobody is left. */
export function holdersOfAll(access: AccessIndex, needs: readonly Need[], target: Asset): Holders {
  let left: Holders | undefined;
  for (const need of needs) {
    const holders = holdersOf(access, need, target);
    left = left ? both(left, holders) : holders;
    if (left.yes.length + left.conditional.length === 0) break;
  }
  return left ?? NOBODY;
}

/** How one principal meets the needs: the question that decides each, of alternatives the surest. */
export const questionsMet = (
  access: AccessIndex,
  needs: readonly Need[],
  target: Asset,
  principal: number,
): Question[] => needs.flatMap((need) => questionsOfMet(access, need, target, principal));

function questionsOfMet(access: AccessIndex, need: Need, target: Asset, principal: number): Question[] {
  const sureness = (questions: readonly Question[]): number => {
    if (questions.length === 0) return 0;
    const given = questions.map((question) => access.decide(principal, question).access);
    if (given.includes('no')) return 0;
    return given.includes('conditional') ? 1 : 2;
  };
  const surest = (alternatives: readonly Question[][]): Question[] => {
    const [best] = alternatives
      .map((questions) => ({ questions, sure: sureness(questions) }))
      .sort((a, b) => b.sure - a.sure);
    return best && best.sure > 0 ? best.questions : [];
  };
  switch (need.kind) {
    case 'permission':
      return surest(questionsOf(need, target).map((question) => [question]));
    case 'one-of':
      return surest(need.of.map((inner) => questionsOfMet(access, inner, target, principal)));
    case 'all-of': {
      const met = need.of.map((inner) => questionsOfMet(access, inner, target, principal));
      return met.some((questions) => questions.length === 0) ? [] : met.flat();
    }
  }
}

/** Every place in the config of the target that the needs look at. */
export const readsOfNeeds = (needs: readonly Need[]): string[] =>
  needs.flatMap((need) => (need.kind === 'permission' ? [...(need.on?.reads ?? [])] : readsOfNeeds(need.of)));

/** The first of the paths that was not read in this asset. */
export function unreadAmong(asset: Asset, paths: readonly string[]): string | undefined {
  if (asset.unread && paths.length > 0) return paths[0];
  return paths.find((path) => {
    let at: Json | undefined = asset.config;
    for (const segment of pathSegments(path)) {
      if (isUnread(at)) return true;
      if (!isObject(at)) return false;
      at = at[segment];
    }
    return isUnread(at);
  });
}

export const idsOf = (resources: Resources | undefined, asset: Asset): readonly string[] =>
  resources ? resources.of(asset) : [];
