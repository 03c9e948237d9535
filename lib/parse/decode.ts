/**
 * The text of a document: in the encoding that its first bytes, its `Content-Type` or its XML declaration name, the first
 * that it can be in; else in UTF-8; else in Windows-1252, in which there is nothing that cannot be read. Never throws.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const labels = [labelInBytes(bytes), labelInHeader(contentType), labelInXml(bytes), 'utf-8', 'windows-1252'];
  for (const label of new Set(labels)) {
    const text = label && decodedAs(label, bytes);
    if (text !== undefined) return text;
  }
  return '';
}

/** By a byte order mark; or, as whatever we read begins with an ASCII character, by a zero beside the first byte. */
function labelInBytes([first, second]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb) return 'utf-8';
  if ((first === 0xff && second === 0xfe) || (first && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second)) return 'utf-16be';
  return undefined;
}

function labelInHeader(contentType: string | null): string | undefined {
  return /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1];
}

function labelInXml(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 200));
  return /^\s*<\?xml\b[^>]*?\sencoding\s*=\s*["']([\w.:-]+)/.exec(start)?.[1];
}

/** The text, unless there is no such encoding or the bytes cannot be in it. */
function decodedAs(label: string, bytes: Uint8Array): string | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    const text = decoder.decode(bytes);
    // Nearly any bytes are valid UTF-16, but then they do not begin with an ASCII character.
    return decoder.encoding.startsWith('utf-16') && text.charCodeAt(0) > 0x7f ? undefined : text;
  } catch {
    return undefined;
  }
}
