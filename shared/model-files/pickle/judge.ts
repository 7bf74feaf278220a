import type { Observation } from '../inspection.ts';
import { dangerOf } from '../known-callables.ts';
import { folded } from './fold.ts';
import { actsWhenCalled, isKnownHarmless } from './harmless-globals.ts';
import { arrayAfter, fileAfter } from './joblib-arrays.ts';
import type { Events } from './machine.ts';
import { rendered } from './render.ts';
import { type Call, handedOn, type Value } from './value.ts';

type Seen = Omit<Observation, 'within'>;

export interface Judged {
  readonly events: Events;
  readonly observations: Seen[];
  readonly missed: string[];
  readonly globals: Set<string>;
  /** What PyTorch loads out of bytes in the stream: a file of its own. */
  readonly tensors: (Value & { kind: 'bytes' })[];
  /** Where arrays of joblib begin. */
  readonly arrays: number[];
  readonly inner: { readonly value: Value & { kind: 'bytes' }; readonly depth: number }[];
  /** How often something was imported, called or built. */
  acts: number;
}

const MOST_OF_A_KIND = 1000;
const MOST_INNER = 64;
/** Shorter than that nothing is imported and called. */
const SHORTEST_INNER = 8;

/**
 * Judges what a load does, as it does it. Allow-list first: exactly the names that libraries need are clean, names that
 * are known to run something are dangerous, and every other name is for a person to look at.
 */
export function judging(depth = 0): Judged {
  const observations: Seen[] = [];
  const told = new Map<string, number>();
  const judged: Omit<Judged, 'events'> = {
    observations,
    missed: [],
    globals: new Set(),
    tensors: [],
    arrays: [],
    inner: [],
    acts: 0,
  };

  const observe = (seen: Seen): void => {
    const key = `${seen.rule} ${seen.global ?? ''}`;
    const count = (told.get(key) ?? 0) + 1;
    told.set(key, count);
    if (count <= MOST_OF_A_KIND) observations.push(seen);
  };

  /** Once CPython would have stopped, what follows is told where it names something, and no more is made of it. */
  let isBroken = false;
  const computed = (): 'dangerous' | 'review' => (isBroken ? 'review' : 'dangerous');

  const events: Events = {
    imported({ module, name }, written, offset) {
      judged.acts += 1;
      const global = `${module}.${name}`.slice(0, 300);
      judged.globals.add(global);
      if (isKnownHarmless(module, name) || isLoadOfTensor(module, name)) return;
      const [writtenModule = '', ...writtenName] = splitLast(written);
      const danger = dangerOf(module, name) ?? dangerOf(writtenModule, writtenName.join('.'));
      if (danger)
        observe({
          rule: 'pickle.dangerous-global',
          effect: 'dangerous',
          offset,
          global,
          text: `imports ${global}, which ${danger}`,
        });
      else
        observe({
          rule: 'pickle.unknown-global',
          effect: 'review',
          offset,
          global,
          text: `imports ${global}, of which nothing is known: importing runs its module`,
        });
    },
    importedUnknown(module, name, offset) {
      judged.acts += 1;
      observe({
        rule: 'pickle.computed-import',
        effect: computed(),
        offset,
        text: 'imports a name that is put together while it loads',
        call: `getattr(__import__(${rendered(module)}), ${rendered(name)})`,
      });
    },
    called(asMade, offset) {
      judged.acts += 1;
      // A class by way of its persistent id, as whole models of old versions of PyTorch have it.
      const made =
        asMade.callee.kind === 'persistent' ? { ...asMade, callee: handedOn(asMade.callee) } : asMade;
      if (made.callee.kind === 'global' && isKnownHarmless(made.callee.module, made.callee.name)) {
        const does = whatElse(made);
        if (does !== undefined)
          observe({
            rule: 'pickle.unknown-call',
            effect: 'review',
            offset,
            global: `${made.callee.module}.${made.callee.name}`,
            text: `calls ${made.callee.module}.${made.callee.name}, ${does}`,
            call: rendered(made),
          });
        return;
      }
      const tensor = tensorLoadedBy(made);
      if (tensor) {
        judged.tensors.push(tensor);
        return;
      }
      const told = folded(made);
      const call = rendered(told);
      const callee = told.kind === 'call' ? told.callee : made.callee;
      const isComputed = made.callee.kind !== 'global';
      if (callee.kind !== 'global') {
        observe({
          rule: 'pickle.computed-call',
          effect: computed(),
          offset,
          text: 'calls what another call gave, or what cannot be told',
          call,
        });
        return;
      }
      const global = `${callee.module}.${callee.name}`.slice(0, 300);
      const danger = dangerOf(callee.module, callee.name);
      if (isComputed) {
        judged.globals.add(global);
        observe({
          rule: 'pickle.computed-call',
          effect: computed(),
          offset,
          global,
          text: `calls ${global} by a detour${danger ? `, which ${danger}` : ''}`,
          call,
        });
      } else if (danger)
        observe({
          rule: 'pickle.dangerous-call',
          effect: 'dangerous',
          offset,
          global,
          text: `calls ${global}, which ${danger}`,
          call,
        });
      else
        observe({
          rule: 'pickle.unknown-call',
          effect: 'review',
          offset,
          global,
          text: `calls ${global}, of which nothing is known`,
          call,
        });
    },
    built(asMade, state, offset) {
      judged.acts += 1;
      const target = handedOn(asMade);
      const wrapped = fileAfter(target);
      if (wrapped !== undefined) observe({ ...wrapped, offset });
      if (target.kind === 'global')
        observe({
          rule: 'pickle.attributes-of-global',
          effect: 'dangerous',
          offset,
          global: `${target.module}.${target.name}`.slice(0, 300),
          text: `overwrites attributes of ${target.module}.${target.name}`.slice(0, 300),
          call: `${rendered(target)}.__setstate__(${rendered(state)})`.slice(0, 300),
        });
      else if (target.kind === 'unknown')
        observe({
          rule: 'pickle.attributes-of-unknown',
          effect: computed(),
          offset,
          text: `overwrites attributes of ${target.why}`,
        });
      if (target.kind === 'call' && arrayAfter(target)?.kind === 'numbers') judged.arrays.push(offset + 1);
    },
    itemsSet({ callee }, offset) {
      if (callee.kind !== 'global' || callee.module !== 'torch._utils') return;
      observe({
        rule: 'pickle.items-of-tensor',
        effect: 'review',
        offset,
        global: `${callee.module}.${callee.name}`,
        text: 'writes into a tensor while it loads, which PyTorch before 2.10 does beyond its end (CVE-2026-24747)',
      });
    },
    extension(code, offset) {
      judged.acts += 1;
      observe({
        rule: 'pickle.extension',
        effect: 'dangerous',
        offset,
        text: `imports whatever is registered as extension ${code} where it is loaded`,
      });
    },
    persistent() {
      // What it stands for is for the library to say; it imports and calls nothing.
    },
    bytes(value) {
      const { head, length } = value;
      if (length < SHORTEST_INNER || length > head.length || judged.inner.length >= MOST_INNER) return;
      // By the first byte alone: nearly all strings of bytes are arrays.
      if (head[0] === 0x80 || head[0] === 0x63 || head[0] === 0x28) judged.inner.push({ value, depth });
    },
    frame(problem, offset) {
      observe({
        rule: `pickle.frame-${problem}`,
        effect: 'dangerous',
        offset,
        text:
          problem === 'straddled'
            ? 'an operand crosses the end of its frame: loaders do not agree on which bytes are opcodes'
            : 'a frame begins within another: loaders do not agree on which bytes are opcodes',
      });
    },
    broken(why, offset) {
      isBroken = true;
      observe({
        rule: 'pickle.broken',
        effect: 'review',
        offset,
        text: `a load stops here, for ${why}; what comes before it has been done by then`,
      });
    },
    missed(why) {
      if (!judged.missed.includes(why)) judged.missed.push(why);
    },
  };
  return Object.assign(judged, { events });
}

/** What a callable that is harmless where libraries use it does when it is called so. */
function whatElse({ callee, args, isNew }: Call): string | undefined {
  if (callee.kind !== 'global') return undefined;
  if (actsWhenCalled(callee.module, callee.name))
    return isNew ? undefined : 'whose constructor reads files or connects to other hosts';
  if (callee.module === 'copyreg') return undefined;
  const given = args.kind === 'tuple' || args.kind === 'list' ? args.items : [];
  if (given.some((each) => each.kind === 'global' && actsWhenCalled(each.module, each.name)))
    return 'with a class whose constructor reads files or connects to other hosts';
  if (callee.module !== 'torch._tensor' || callee.name !== '_rebuild_from_type_v2') return undefined;
  const [first] = given;
  return first?.kind === 'global' && first.module === 'torch._utils'
    ? undefined
    : 'which calls something other than what rebuilds a tensor';
}

/** How a tensor stands in a pickle that PyTorch did not write: the bytes of a file that `torch.load` reads. */
const isLoadOfTensor = (module: string, name: string): boolean =>
  module === 'torch.storage' && name === '_load_from_bytes';

/** Those bytes, where the call is given nothing else. */
function tensorLoadedBy({ callee, args, keywords }: Call): (Value & { kind: 'bytes' }) | undefined {
  if (callee.kind !== 'global' || !isLoadOfTensor(callee.module, callee.name) || keywords) return undefined;
  const [bytes] = args.kind === 'tuple' && args.count === 1 ? args.items : [];
  return bytes?.kind === 'bytes' && bytes.isAltered !== true ? bytes : undefined;
}

function splitLast(written: string): readonly [string, string] {
  const dot = written.lastIndexOf('.');
  return dot === -1 ? [written, ''] : [written.slice(0, dot), written.slice(dot + 1)];
}
