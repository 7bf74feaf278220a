import { isAsSigned } from '../../model-files/as-signed.ts';
import { storage } from './model-files.ts';

export default isAsSigned(storage);
