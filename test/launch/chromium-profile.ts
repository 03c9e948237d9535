import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DriverOptions } from './session.ts';

interface Manifest {
  optional_permissions?: string[];
  optional_host_permissions?: string[];
}

interface PermissionSet {
  api: string[];
  explicit_host: string[];
  manifest_permissions: never[];
  scriptable_host: never[];
}

interface ExtensionSettings {
  active_permissions: PermissionSet | undefined;
  runtime_granted_permissions: PermissionSet;
}

interface Preferences {
  extensions?: {
    pinned_extensions?: string[];
    settings?: Record<string, ExtensionSettings>;
  };
}

/** Writes into the profile, before Chromium starts, what it would otherwise have to be told by a person. */
export async function prepareProfile(options: DriverOptions): Promise<void> {
  const { extension, profile, headless, grantOptional } = options;
  const file = join(profile, 'Default/Preferences');
  const before = await preferencesIn(file);
  const extensions = { ...before?.extensions };
  const id = unpackedId(extension);
  // Chromium would hide the button, and with it the badge, in a menu. A used profile keeps what the person has chosen.
  const pinned = !headless && !before;
  if (pinned) extensions.pinned_extensions = [id];
  // Whoever has said yes once is not asked again; and what was granted before the last closing stays so.
  const granted = grantOptional && (await optionalPermissions(extension));
  if (granted) {
    const active = extensions.settings?.[id]?.active_permissions;
    const settings = { runtime_granted_permissions: granted, active_permissions: active };
    extensions.settings = { ...extensions.settings, [id]: settings };
  }
  if (!pinned && !granted) return;
  await mkdir(join(profile, 'Default'), { recursive: true });
  await writeFile(file, JSON.stringify({ ...before, extensions }));
}

async function preferencesIn(file: string): Promise<Preferences | undefined> {
  const json = await readFile(file, 'utf8').catch(() => undefined);
  return json === undefined ? undefined : JSON.parse(json);
}

async function optionalPermissions(extension: string): Promise<PermissionSet | undefined> {
  const manifest: Manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8'));
  const { optional_permissions: api = [], optional_host_permissions: explicit_host = [] } = manifest;
  if (api.length + explicit_host.length === 0) return undefined;
  return { api, explicit_host, manifest_permissions: [], scriptable_host: [] };
}

/** The id that Chromium gives to the extension in this folder: a hash of its path, written with the letters a to p. */
function unpackedId(extension: string): string {
  const hash = createHash('sha256').update(extension).digest('hex').slice(0, 32);
  return hash.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}
