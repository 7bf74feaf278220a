/**
 * How far somebody has got with a thing. `use`: may call it. `read`: sees what it holds. `change`: may replace or
 * alter what it holds or does. `control`: runs own code in it or acts as it. Control includes the others.
 */
export type Hold = 'use' | 'read' | 'change' | 'control';
