import type { AttackPath, Cut, PathFix } from '#shared/paths/attack-path.ts';
import { printable } from '#shared/sinks/text.ts';
import { count } from '#shared/sinks/wording.ts';
import type { Styler } from './words.ts';

const SOURCE: Readonly<Record<AttackPath['source']['kind'], string>> = {
  'public-endpoint': 'anybody on the internet',
  'any-principal': 'anybody with an account of the cloud',
  'federated-outsider': 'somebody who signs in elsewhere',
  'internet-facing-compute': 'compute that faces the internet',
  'unverified-agent-tool': 'a tool that nobody vouches for',
  'outside-account': 'somebody of another account',
};

const TARGET: Readonly<Record<AttackPath['target']['kind'], string>> = {
  'model-weights': 'model',
  'training-data': 'training data',
  'knowledge-base': 'knowledge base',
  'credentials-vault': 'credentials',
  'high-privilege-role': 'role that may do everything',
};

export const targetText = (kind: AttackPath['target']['kind']): string => TARGET[kind];

export function* pathText(path: AttackPath, number: number, style: Styler): Generator<string> {
  const { source, target, steps, confidence, basis } = path;
  yield `${style('bold', `${number}. ${SOURCE[source.kind]} → ${TARGET[target.kind]} ${printable(target.name)}`)}\n`;
  yield `   ${count(steps.length, 'step')}, confidence ${confidence.toFixed(2)}${basis === 'inferred' ? ' (a step is inferred)' : ''}  ${style('dim', path.id)}\n`;
  yield `   ${printable(source.name)}  ${style('dim', source.type)}\n`;
  for (const { to, sentence, access, conditions, fix, technique } of steps) {
    yield `   ↓ ${printable(sentence)}${access === 'conditional' ? `, only if ${conditions.map(printable).join(' and ') || 'a condition holds'}` : ''}  ${style('dim', technique)}\n`;
    yield `     ${style('bold', printable(to.name))}  ${style('dim', `${to.type}, ${to.hold}`)}\n`;
    if (!technique.startsWith('relation.'))
      yield `     ${style('green', 'cut:')} ${printable(fix.sentence)}\n`;
  }
  yield '\n';
}

export function* fixesText(fixes: readonly PathFix[]): Generator<string> {
  for (const [number, { sentence }] of fixes.entries()) yield `  ${number + 1}. ${printable(sentence)}\n`;
}

export function* cutsText(cuts: readonly Cut[], pairs: number): Generator<string> {
  let sum = 0;
  for (const [number, { fix, cuts: gain }] of cuts.entries()) {
    sum += gain;
    yield `  ${number + 1}. ${printable(fix.sentence)}\n     cuts ${gain} of ${pairs}, ${sum} together\n`;
  }
}
