import { runsNoCode } from '../../model-files/runs-code.ts';
import { storage } from './model-files.ts';

export default runsNoCode(storage);
