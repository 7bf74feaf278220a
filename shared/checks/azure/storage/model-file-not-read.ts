import { wasReadWhole } from '../../model-files/read-whole.ts';
import { storage } from './model-files.ts';

export default wasReadWhole(storage);
