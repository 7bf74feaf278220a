import type { Inspecting } from '../format.ts';
import { isObject, type Json } from '../json/parse-json.ts';
import { quoted } from '../text/quoted.ts';

/** What expressions of sizes are made of: names, numbers and operators. */
const PLAIN = /^[\w\s+\-*/%(),.<>=!&|~^]*$/;
/** An attribute, an internal name, or a built-in function that acts on what it is given. */
const ACTS =
  /__|[A-Za-z_)\]]\s*\.\s*[A-Za-z_]|\b(?:eval|exec|compile|open|getattr|setattr|globals|locals|vars|input|breakpoint|lambda|import)\b/;
/** Sizes are short; to look for functions in what is not takes long. */
const LONGEST_SIZE = 4096;
/** Functions of SymPy, and those that PyTorch adds. */
const FUNCTIONS: ReadonlySet<string> = new Set(
  (
    'Abs Add And CeilDiv CeilToInt CleanDiv Eq Equality Float FloatPow FloatTrueDiv Floor FloorDiv FloorToInt Ge ' +
    'Gt GreaterThan Identity Integer IntTrueDiv Le LessThan LShift Lt Max Min Mod ModularIndexing Mul Ne Not Or ' +
    'Piecewise Pow PowByNatural PythonMod Rational RoundDecimal RoundToInt RShift StrictGreaterThan ' +
    'StrictLessThan Symbol ToFloat TruncToFloat TruncToInt Unequality Where Xor ceiling cos exp floor log sin sqrt tan'
  ).split(' '),
);

/**
 * Looks at the sizes in a program of torch.export. SymPy reads them with Python's own eval. Source:
 * torch/_export/serde/serialize.py, `sympy.sympify(…expr_str)`. Returns whether there are any.
 */
export function inspectExpressions(program: Json, inspecting: Inspecting): boolean {
  let count = 0;
  const open: Json[] = [program];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if ((count & 1023) === 0) inspecting.spending.inTime();
    if (isObject(value)) {
      const expression = value.get('expr_str');
      if (typeof expression === 'string') {
        count += 1;
        inspectExpression(expression, inspecting);
      }
      for (const each of value.values()) if (typeof each === 'object') open.push(each);
    } else if (Array.isArray(value)) for (const each of value) if (typeof each === 'object') open.push(each);
  }
  return count > 0;
}

function inspectExpression(expression: string, inspecting: Inspecting): void {
  const acts = ACTS.test(expression);
  const isKnown =
    expression.length <= LONGEST_SIZE &&
    PLAIN.test(expression) &&
    [...expression.matchAll(/([A-Za-z_]\w*)\s*\(/g)].every(([, name = '']) => FUNCTIONS.has(name));
  if (acts || !isKnown)
    inspecting.observe({
      rule: 'torch-export.expression',
      effect: acts ? 'dangerous' : 'review',
      text: `Loading the program has Python evaluate a size: ${quoted(expression, 160)}.`,
      call: `eval(${quoted(expression, 160)})`,
    });
}
