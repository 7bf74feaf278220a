import { isAsRegistered } from '../../model-files/as-registered.ts';
import { storage } from './model-files.ts';

export default isAsRegistered(storage);
