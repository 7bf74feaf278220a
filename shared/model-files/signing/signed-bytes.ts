/**
 * The bytes that a signature of a DSSE envelope covers.
 *
 * Source: https://github.com/secure-systems-lab/dsse/blob/v1.0.0/protocol.md
 */
export function signedBytes(payloadType: string, payload: Uint8Array): Buffer {
  const head = `DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${payload.length} `;
  return Buffer.concat([Buffer.from(head, 'utf8'), payload]);
}

/**
 * The bytes that model_signing 0.2 signed by mistake: it wrote the payload as Python shows bytes. As no two payloads are
 * shown alike, the signature covers the payload all the same.
 *
 * Source: `pae_compat` in model_signing/_signing/sign_sigstore_pb.py
 */
export function signedBytesBeforeOne(payloadType: string, payload: Uint8Array): Buffer {
  const shown = pythonBytes(payload);
  return Buffer.from(`DSSEV1 ${payloadType.length} ${payloadType} ${payload.length} ${shown}`, 'latin1');
}

const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** `repr` of bytes in Python: single quotes, unless only those stand in it. */
function pythonBytes(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const inner = text.replace(/[^ -~]|[\\']/g, (letter) => {
    if (letter === "'") return quote === "'" ? "\\'" : letter;
    return ESCAPED[letter] ?? `\\x${letter.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
  return `b${quote}${inner}${quote}`;
}
