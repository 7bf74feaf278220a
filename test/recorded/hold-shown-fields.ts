/**
 * Writes down which of the fields that checks read the fixtures show, and in how many replies. Run it after a new asset
 * type or check: `node test/recorded/hold-shown-fields.ts`.
 */
import { writeFileSync } from 'node:fs';
import { replayed } from './azure-replayed.ts';
import { replies } from './azure-replies.ts';
import { azureShown } from './azure-shown.ts';
import { ABSENT, haveFixtures } from './fixtures.ts';
import { HELD, withoutUnshown } from './shown-fields.ts';

if (!haveFixtures) throw new Error(ABSENT);
const shown = withoutUnshown(azureShown(await Promise.all(replies.map((reply) => replayed(reply)))));
writeFileSync(HELD, `${JSON.stringify(shown, null, 2)}\n`);
