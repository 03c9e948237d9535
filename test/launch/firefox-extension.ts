import type { FirefoxChrome } from './firefox-chrome.ts';
import type { ShownNotification } from './session.ts';
import { waitFor } from './wait-for.ts';

/** The extension in a running Firefox. */
export interface FirefoxExtension {
  badge(): Promise<string>;
  showInToolbar(): Promise<void>;
  /** Waits for Firefox to unload the idle event page, where it was told after how many ms it shall; else unloads it. */
  stopBackground(idleTimeout?: number): Promise<void>;
  setEnabled(enabled: boolean): Promise<void>;
  notifications(): Promise<ShownNotification[]>;
  clickNotification(id: string, button?: number): Promise<void>;
  hasSidePanel(): Promise<boolean>;
  runCommand(name: string): Promise<void>;
  chooseMenuItem(id: string, linkUrl: string): Promise<void>;
  /** Allows the extension in private windows. */
  allowInPrivate(): Promise<void>;
  /** Opens a private window with this page of the extension in it; the window in front stays the same. */
  openPrivately(url: string): Promise<void>;
}

export function firefoxExtension(chrome: FirefoxChrome, id: string): FirefoxExtension {
  const run = async (body: string): Promise<string> => chrome.run(scriptFor(id, body));
  const allowInPrivate = async () => void (await run(ALLOW_IN_PRIVATE));

  return {
    badge: () => run(`return button()?.action.getContextData(null).badgeText ?? '';`),
    showInToolbar: async () =>
      void (await run(`if (button()) CustomizableUI.addWidgetToArea(button().id, 'nav-bar');`)),
    async stopBackground(idleTimeout) {
      const stop = idleTimeout === undefined ? 'await extension().terminateBackground();' : '';
      const state = () => run(`${stop} return extension().backgroundState;`);
      const limit = 10_000 + (idleTimeout ?? 0);
      await waitFor(async () => (await state()) === 'stopped', 'the event page to be unloaded', limit);
    },
    setEnabled: async (enabled) => void (await run(`await (await addon()).${enabled ? 'enable' : 'disable'}();`)),
    notifications: async () => JSON.parse(await run('return JSON.stringify(notifications());')),
    async clickNotification(notification, button) {
      if (button !== undefined) throw new Error('Firefox shows no buttons in notifications.');
      const click = `
        const { title, message } = notifications().find(({ id }) => id === ${JSON.stringify(notification)});
        const shows = (alert) => alert.gIsActive && alert.arguments[1] === title && alert.arguments[2] === message;
        [...Services.wm.getEnumerator('alert:alert')].find(shows).document.getElementById('alertBox').click();
        return 'clicked';
      `;
      await waitFor(
        async () => (await run(click)) === 'clicked',
        `the notification ${notification} in a headless Firefox`,
      );
    },
    hasSidePanel: async () => (await run('return String(SidebarController.isOpen);')) === 'true',
    runCommand: async (name) => void (await run(`extension().shortcuts.onCommand(${JSON.stringify(name)});`)),
    async chooseMenuItem(item, linkUrl) {
      const chosen = await run(chooseInMenu(item, linkUrl));
      if (chosen !== 'chosen') throw new Error(`There is no ${item} in the menu on ${linkUrl}.`);
    },
    allowInPrivate,
    async openPrivately(url) {
      await allowInPrivate();
      await run(openPrivateWindow(url));
    },
  };
}

/** Script that can use the extension in many ways. */
function scriptFor(id: string, body: string): string {
  return `
    const ID = ${JSON.stringify(id)};
    const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
    const addon = () => AddonManager.getAddonByID(ID);
    const policy = () => WebExtensionPolicy.getByID(ID);
    const extension = () => policy().extension;
    const button = () => ExtensionParent.apiManager.global.browserActionFor(extension());
    const notifications = () => {
      const api = extension().apiManager.getAPI('notifications', extension(), 'addon_parent');
      const shown = [...(api?.notificationsMap.values() ?? [])];
      return shown.map(({ id, options: { title, message } }) => ({ id, title, message }));
    };
    ${body}
  `;
}

/** Has Firefox fill a menu as it does on a link of the page in front, and chooses the item if it is there. */
function chooseInMenu(item: string, linkUrl: string): string {
  return `
    const menu = document.createXULElement('menupopup');
    document.getElementById('mainPopupSet').append(menu);
    const tab = gBrowser.selectedTab;
    const linkUrl = ${JSON.stringify(linkUrl)};
    const link = { onLink: true, linkText: '', linkUrl, linkURI: Services.io.newURI(linkUrl) };
    const subject = { menu, tab, pageUrl: tab.linkedBrowser.currentURI.spec, inFrame: false, ...link };
    subject.wrappedJSObject = subject;
    Services.obs.notifyObservers(subject, 'on-build-contextmenu');
    const item = [...menu.querySelectorAll('menuitem')].find(({ id }) => id.endsWith(${JSON.stringify(`-menuitem-_${item}`)}));
    item?.doCommand();
    menu.dispatchEvent(new Event('popuphidden'));
    menu.remove();
    return item ? 'chosen' : 'not offered';
  `;
}

const ALLOW_IN_PRIVATE = `
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  if (policy().privateBrowsingAllowed) return;
  await ExtensionPermissions.add(ID, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
  await (await addon()).reload();
`;

function openPrivateWindow(url: string): string {
  return `
    const before = Services.wm.getMostRecentWindow('navigator:browser');
    const opened = OpenBrowserWindow({ private: true });
    await new Promise((loaded) => opened.addEventListener('load', loaded, { once: true }));
    await opened.delayedStartupPromise;
    const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
    opened.gBrowser.selectedBrowser.fixupAndLoadURIString(${JSON.stringify(url)}, { triggeringPrincipal });
    before.focus();
  `;
}
