import { isSigned } from '../../model-files/signed.ts';
import { storage } from './model-files.ts';

export default isSigned(storage);
