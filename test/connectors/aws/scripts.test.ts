import { describe, expect, it } from 'vitest';
import { secretKindsIn, withheldScript } from '#connectors/aws/sagemaker/scripts.ts';

const AWS_KEY = `AKIA${'A1B2C3D4E5F6G7H8'}`;

describe('the kinds of secret in a script', () => {
  it.each([
    ['a key in an assignment', `export AWS_ACCESS_KEY_ID=${AWS_KEY}`, ['aws-access-key']],
    ['a password in quotes', 'DB_PASSWORD="hunter22"', ['named-like-a-secret']],
    ['a password in single quotes', "db_password='hunter22'", ['named-like-a-secret']],
    ['an option of a command', 'mysql --user ml --password hunter22', ['named-like-a-secret']],
    ['an option with an equals sign', 'login --api-key=hunter22', ['named-like-a-secret']],
    ['a value in JSON', `echo '{"api_key": "hunter22"}' > c.json`, ['named-like-a-secret']],
    ['an address', 'git clone https://ada:hunter22@example.com/x.git', ['url-with-password']],
    [
      'a private key',
      '-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----',
      ['private-key'],
    ],
  ])('are found in %s', (_where, line, kinds) => {
    expect(secretKindsIn(`#!/bin/bash\n${line}\n`)).toEqual(kinds);
  });

  it('are each named once, and all of them', () => {
    expect(secretKindsIn(`A=${AWS_KEY}\nB=${AWS_KEY}\nTOKEN=hunter22`)).toEqual([
      'aws-access-key',
      'named-like-a-secret',
    ]);
  });

  it.each([
    'TOKEN=$(curl -X PUT "http://169.254.169.254/latest/api/token")',
    'TOKEN=`curl http://169.254.169.254/latest/api/token`',
    'PASSWORD="$(aws secretsmanager get-secret-value --secret-id prod/db --query SecretString)"',
    'PASSWORD=$DB_PASSWORD',
    'login --token "$TOKEN"',
    'SECRET=arn:aws:secretsmanager:eu-west-1:111122223333:secret:db',
    'IDLE_TIME=3600',
    'MAX_TOKENS=4096000',
    '# set the password here',
    'pip install tokenizers transformers',
    'unset PASSWORD DATABASE_URL',
  ])('are none in %s', (line) => {
    expect(secretKindsIn(line)).toEqual([]);
  });
});

describe('a script that is kept', () => {
  it('is decoded, looked through and dropped', () => {
    const content = Buffer.from('TOKEN=hunter22').toString('base64');
    expect(withheldScript(content)).toBe('withheld: named-like-a-secret');
    expect(withheldScript(Buffer.from('echo ready').toString('base64'))).toBe('withheld');
    expect(withheldScript(undefined)).toBeUndefined();
  });
});
