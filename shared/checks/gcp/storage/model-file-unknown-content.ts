import { holdsOnlyKnown } from '../../model-files/known-content.ts';
import { storage } from './model-files.ts';

export default holdsOnlyKnown(storage);
