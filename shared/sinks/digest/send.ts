import { type SESv2Client, SESv2ServiceException, SendEmailCommand } from '@aws-sdk/client-sesv2';
import * as z from 'zod';
import type { Digest } from './compose.ts';
import { renderDigestHtml } from './html.ts';
import { renderDigestText } from './text.ts';

/** A recipient that got no message, and what SES said: its error's name and its words. */
export interface Rejection {
  readonly to: string;
  readonly reason: string;
  readonly detail: string;
}

export interface Delivery {
  readonly sent: readonly { readonly to: string; readonly messageId: string }[];
  readonly rejected: readonly Rejection[];
  /** Nothing was sent because there was nothing to say, and the caller wanted it so. */
  readonly skipped: boolean;
}

export interface DigestPost {
  readonly ses: SESv2Client;
  /** `reports@example.com` or `AI posture <reports@example.com>`; an identity that SES has verified. */
  readonly from: string;
  readonly to: readonly string[];
  readonly digest: Digest;
  /** Whether a digest without any news and any open finding is not sent at all. Default no: silence is ambiguous. */
  readonly skipEmpty?: boolean;
  readonly configurationSet?: string;
}

/**
 * An address as SES takes it. No line break can pass, so no header can be added through one; addresses
 * beyond ASCII are refused by SES anyway (`Destination` in @aws-sdk/client-sesv2: Punycode for domains).
 */
const Address = z.email().max(320);
/** The same with a display name in front of it. */
const NAMED = /^[^<>"\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]{0,100}<([^<>]*)>$/u;

const isSender = (from: string): boolean => Address.safeParse(NAMED.exec(from)?.[1] ?? from).success;

/**
 * Sends the digest, one message for each recipient. A message to several is refused as a whole when SES
 * refuses one of them (an unverified address in the sandbox, say), shows the recipients to each other or
 * needs BCC, which spam filters hold against it; and SES counts and bills recipients, not messages, so
 * nothing is saved. The limit of 50 recipients a message is thereby never met.
 *
 * What SES refuses is a value, and does not keep the others from theirs. Throws a RangeError when `from` is
 * no address, and whatever is not an answer of SES or of the way to it.
 */
export async function sendDigest({
  ses,
  from,
  to,
  digest,
  skipEmpty = false,
  configurationSet,
}: DigestPost): Promise<Delivery> {
  if (!isSender(from)) throw new RangeError('the digest’s sender is no e-mail address');
  if (digest.empty && skipEmpty) return { sent: [], rejected: [], skipped: true };
  const content = {
    Simple: {
      Subject: { Data: onOneLine(digest.subject), Charset: 'UTF-8' },
      Body: {
        Html: { Data: renderDigestHtml(digest), Charset: 'UTF-8' },
        Text: { Data: renderDigestText(digest), Charset: 'UTF-8' },
      },
    },
  };
  const sent: { to: string; messageId: string }[] = [];
  const rejected: Rejection[] = [];
  for (const recipient of new Set(to)) {
    if (!Address.safeParse(recipient).success) {
      rejected.push({ to: recipient, reason: 'InvalidAddress', detail: 'this is no e-mail address' });
      continue;
    }
    try {
      const { MessageId } = await ses.send(
        new SendEmailCommand({
          FromEmailAddress: from,
          Destination: { ToAddresses: [recipient] },
          Content: content,
          ConfigurationSetName: configurationSet,
        }),
      );
      if (MessageId) sent.push({ to: recipient, messageId: MessageId });
      else
        rejected.push({ to: recipient, reason: 'NoMessageId', detail: 'SES answered without a message id' });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      rejected.push({ to: recipient, reason: error.name, detail: error.message });
    }
  }
  return { sent, rejected, skipped: false };
}

/** SES answered with an error, or could not be reached: the SDK marks what it retried with `$metadata`. */
const isRefusal = (error: unknown): error is Error =>
  error instanceof SESv2ServiceException || (error instanceof Error && '$metadata' in error);

/** Composed subjects are one line already; a digest that was made otherwise must not add headers either. */
const onOneLine = (subject: string): string => subject.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').toWellFormed();
