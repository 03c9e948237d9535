import type { DriverOptions, Preferences } from './session.ts';

/** Puppeteer sets most of what keeps Firefox quiet; this is what it leaves. */
const QUIET: Preferences = {
  'app.normandy.enabled': false,
  'app.update.auto': false,
  'browser.aboutwelcome.enabled': false,
  'browser.discovery.enabled': false,
  'browser.region.network.url': '',
  'browser.search.suggest.enabled': false,
  'browser.topsites.contile.enabled': false,
  'browser.urlbar.quicksuggest.enabled': false,
  // Else Firefox stops whatever runs in a page that is left, and reports it as a script that ran too long.
  'dom.ipc.cancel_content_js_when_navigating': false,
  'captivedetect.canonicalURL': '',
  'dom.push.connection.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.trr.mode': 5,
  'privacy.query_stripping.enabled': false,
  'security.OCSP.enabled': 0,
  'security.remote_settings.crlite_filters.enabled': false,
  'security.remote_settings.intermediates.enabled': false,
  'services.settings.server': 'data:,nothing',
  'termsofuse.bypassNotification': true,
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': '',
  'toolkit.telemetry.unified': false,
};

/** An extension that is only installed for a session would otherwise lose its storage at the end. */
const KEEP_STORAGE: Preferences = {
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
};

function proxy(port: number): Preferences {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    // Else an offline Firefox goes on talking to the proxy, which is on this machine.
    'network.disable-localhost-when-offline': true,
  };
}

/** Lets an extension that no store has signed start from the profile. */
const UNSIGNED: Preferences = {
  'xpinstall.signatures.required': false,
  'extensions.autoDisableScopes': 0,
  'extensions.startupScanScopes': 15,
};

/** The preferences of a launch; the extension's pages stand at the address that `uuid` makes. */
export function firefoxPreferences(id: string, uuid: string, options: DriverOptions): Preferences {
  const { headless, proxyPort, grantOptional, inProfile, privateBrowsing, idleTimeout } = options;
  const { preferences, storageLimit } = options;
  return {
    ...QUIET,
    ...KEEP_STORAGE,
    'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
    ...(proxyPort && proxy(proxyPort)),
    ...(inProfile && UNSIGNED),
    'extensions.webextOptionalPermissionPrompts': !grantOptional,
    'browser.privatebrowsing.autostart': privateBrowsing,
    // Where nobody sees a desktop there is none to show notifications: then Firefox has windows of its own for them.
    'alerts.useSystemBackend': !headless,
    ...(storageLimit !== undefined && {
      'dom.quotaManager.temporaryStorage.fixedLimit': Math.ceil(storageLimit / 1024),
    }),
    ...(idleTimeout !== undefined && { 'extensions.background.idle.timeout': idleTimeout }),
    ...preferences,
  };
}
