import type { AttackPath, Cut, PathFix } from '#shared/paths/attack-path.ts';
import { printable } from '#shared/sinks/text.ts';
import { count } from '#shared/sinks/wording.ts';
import { conditionsText, isStructural, SOURCE_TEXT, TARGET_TEXT } from './path-words.ts';
import type { Styler } from './words.ts';

export function* pathText(path: AttackPath, number: number, style: Styler): Generator<string> {
  const { source, target, steps, confidence, basis } = path;
  yield `${style('bold', `${number}. ${SOURCE_TEXT[source.kind]} → ${TARGET_TEXT[target.kind]} ${printable(target.name)}`)}\n`;
  yield `   ${count(steps.length, 'step')}, confidence ${confidence.toFixed(2)}${basis === 'inferred' ? ' (a step is inferred)' : ''}  ${style('dim', path.id)}\n`;
  yield `   ${printable(source.name)}  ${style('dim', source.type)}\n`;
  for (const step of steps) {
    const { to, sentence, access, fix, technique } = step;
    yield `   ↓ ${printable(sentence)}${access === 'conditional' ? `, ${printable(conditionsText(step))}` : ''}  ${style('dim', technique)}\n`;
    yield `     ${style('bold', printable(to.name))}  ${style('dim', `${to.type}, ${to.hold}`)}\n`;
    if (!isStructural(step)) yield `     ${style('green', 'cut:')} ${printable(fix.sentence)}\n`;
  }
  yield '\n';
}

export function* fixesText(fixes: readonly PathFix[]): Generator<string> {
  for (const [number, { sentence }] of fixes.entries()) yield `  ${number + 1}. ${printable(sentence)}\n`;
}

export function* cutsText(cuts: readonly Cut[], pairs: number): Generator<string> {
  for (const [number, { fix, cuts: together }] of cuts.entries())
    yield `  ${number + 1}. ${printable(fix.sentence)}\n     ${together} of ${pairs} are cut${number > 0 ? ', with those before' : ''}\n`;
}
