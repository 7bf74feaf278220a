export { allHold, holdsNot, type Judgement, oneHolds } from '../judgement.ts';
