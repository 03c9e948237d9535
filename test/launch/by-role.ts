import { build } from 'esbuild';
import type { ElementHandle, JSHandle, Page } from 'puppeteer-core';
import type { NamePattern } from './by-role-in-page.ts';
import { waitFor } from './wait-for.ts';

export interface ByRoleOptions {
  /** Look only inside this element. */
  within?: ElementHandle;
  /** Milliseconds to wait; as long as `waitFor` does by default. */
  timeout?: number;
}

type Control = ElementHandle<HTMLElement>;

/**
 * Waits until exactly one element that people can perceive has this role and accessible name, in open shadow roots too.
 * A string has to be the whole name, a regular expression a part. Throws an Error that lists what there is instead.
 */
export async function getByRole(
  page: Page,
  role: string,
  name: string | RegExp,
  options: ByRoleOptions = {},
): Promise<Control> {
  const { within, timeout } = options;
  let found: Control[] = [];
  const only = async () => {
    found = await queryAllByRole(page, role, name, within);
    return found.length === 1 && found[0];
  };
  try {
    return await waitFor(only, `one ${role} named ${String(name)}`, timeout);
  } catch (error) {
    const present = (await describeRole(page, role, within)).join(', ') || `no ${role}`;
    throw new Error(`Not one ${role} named ${String(name)} but ${found.length}; the page has: ${present}`, {
      cause: error,
    });
  }
}

/** All elements that match now, in the order of the document. */
export async function queryAllByRole(
  page: Page,
  role: string,
  name?: string | RegExp,
  within?: ElementHandle,
): Promise<Control[]> {
  await install(page);
  const list = await page.evaluateHandle(
    (role, name, within) => globalThis.linerNotesByRole?.find(role, name, within) ?? [],
    role,
    patternOf(name),
    within ?? null,
  );
  const count = await list.evaluate((elements) => elements.length);
  const handles = await Promise.all(Array.from({ length: count }, (_, index) => at(list, index)));
  await list.dispose();
  return handles;
}

/** The text that people read in the element, white space collapsed. */
export async function textOf(handle: ElementHandle): Promise<string> {
  const text = await handle.evaluate((element) => (element instanceof HTMLElement ? element.innerText : ''));
  return text.replace(/\s+/g, ' ').trim();
}

async function at(list: JSHandle<Element[]>, index: number): Promise<Control> {
  const handle = await list.evaluateHandle((elements, index) => elements[index], index);
  const element = handle.asElement();
  if (!element) throw new Error('The page changed while it was searched.');
  return element as Control;
}

async function describeRole(page: Page, role: string, within?: ElementHandle): Promise<string[]> {
  await install(page);
  return page.evaluate(
    (role, within) => globalThis.linerNotesByRole?.describe(role, within) ?? [],
    role,
    within ?? null,
  );
}

function patternOf(name: string | RegExp | undefined): NamePattern | null {
  if (name === undefined) return null;
  return typeof name === 'string' ? { text: name } : { source: name.source, flags: name.flags };
}

let bundle: Promise<string> | undefined;

async function install(page: Page): Promise<void> {
  if (await page.evaluate(() => globalThis.linerNotesByRole !== undefined)) return;
  bundle ??= bundled();
  await page.evaluate(await bundle);
}

async function bundled(): Promise<string> {
  const entryPoints = [`${import.meta.dirname}/by-role-in-page.ts`];
  const { outputFiles } = await build({ entryPoints, bundle: true, format: 'iife', minify: true, write: false });
  return outputFiles[0]?.text ?? '';
}
