import { bot } from '#shared/assets/aws/lex.ts';
import { check } from '#shared/model/check.ts';
import { field, not } from '#shared/model/predicate.ts';

export default check(bot, {
  title: 'Sessions of Lex bots end within an hour of silence',
  severity: 'low',
  fails: not(field('idleSessionTTLInSeconds').atMost(3600)),
  why: 'A session keeps the slots that a caller filled and who they said they were; whoever goes on with it goes on as them.',
  fix: {
    console: 'Edit the bot’s settings and set the session timeout to an hour or less.',
    cli: 'aws lexv2-models update-bot --bot-id … --bot-name … --role-arn … --data-privacy childDirected=… --idle-session-ttl-in-seconds 300',
    cloudformation: { IdleSessionTTLInSeconds: 300 },
  },
  source: 'DescribeBot response, @aws-sdk/client-lex-models-v2',
  frameworks: { 'mitre-atlas': ['AML.T0092'] },
  examples: {
    pass: [{ idleSessionTTLInSeconds: 300 }],
    fail: [{ idleSessionTTLInSeconds: 86400 }],
    unknown: [{}],
  },
});
