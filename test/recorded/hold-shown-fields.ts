/**
 * Writes down which of the fields that checks read the fixtures show, and in how many replies. Run it after a new asset
 * type or check: `node test/recorded/hold-shown-fields.ts`.
 */
import { writeFileSync } from 'node:fs';
import * as azure from './azure-replayed.ts';
import { replies as azureReplies } from './azure-replies.ts';
import { azureShown, gcpShown } from './cloud-shown.ts';
import { ABSENT, haveFixtures } from './fixtures.ts';
import * as google from './gcp-replayed.ts';
import { replies as googleReplies } from './gcp-replies.ts';
import { HELD, withoutUnshown } from './shown-fields.ts';

if (!haveFixtures) throw new Error(ABSENT);
const shown = withoutUnshown({
  ...azureShown(await Promise.all(azureReplies.map((reply) => azure.replayed(reply)))),
  ...gcpShown(await Promise.all(googleReplies.map((reply) => google.replayed(reply)))),
});
writeFileSync(HELD, `${JSON.stringify(shown, null, 2)}\n`);
