import { browser } from 'wxt/browser';

/** What the types, which are Chrome's, lack. */
const { sidebarAction } = browser as { readonly sidebarAction?: { open(): Promise<void> } };

/** Whether there is a place for the reading list beside the page. */
export function canOpenSidePanel(): boolean {
  return sidebarAction !== undefined || 'sidePanel' in browser;
}

/** Shows the reading list beside the page, as an answer to a press: in Firefox nothing may be waited for before. */
export async function openSidePanel(): Promise<void> {
  if (sidebarAction) return sidebarAction.open();
  const { id } = await browser.windows.getCurrent();
  if (id !== undefined) await browser.sidePanel.open({ windowId: id });
}
