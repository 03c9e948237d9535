import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { BLOG_ORIGIN } from './lib/blog/site.ts';

const POLYFILL = fileURLToPath(import.meta.resolve('@wxt-dev/webextension-polyfill/browser'));
const PAGE_CONTEXT = fileURLToPath(import.meta.resolve('./lib/page/context.ts'));

/** The oldest browsers that it runs in: the first with `URL.parse`, and with the declaration of what data is collected. */
const CHROME = 126;
const FIREFOX = 142;

export default defineConfig({
  modules: ['@wxt-dev/i18n/module', '@wxt-dev/auto-icons'],
  imports: false,
  manifestVersion: 3,
  i18n: { localesDir: resolve(import.meta.dirname, 'lib/locales') },
  autoIcons: { baseIconPath: 'public/icon.svg', sizes: [128, 96, 64, 48, 32, 16], developmentIndicator: false },
  vite: () => ({
    plugins: [preact(), withoutInnerHtml(), withStandIns()],
    // Dexie's package leads to its ES5 build, which is a tenth larger.
    resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
    build: {
      target: [`chrome${CHROME}`, `firefox${FIREFOX}`],
      // It makes what runs in the blog's pages a fiftieth smaller than Vite's own minifier does.
      minify: 'terser',
      terserOptions: { ecma: 2020, compress: { passes: 3, unsafe_arrows: true } },
    },
  }),
  zip: { includeSources: ['**/*', '.github/**', '.ci/**'] },
  manifest: ({ browser }) => ({
    name: '__MSG_appName__',
    description: '__MSG_appDescription__',
    default_locale: 'en',
    action: {
      default_icon: { 16: 'icons/16.png', 32: 'icons/32.png' },
      // Else the button, and the badge with it, would be behind the puzzle piece.
      ...(browser === 'firefox' && { default_area: 'navbar' }),
    },
    // Offscreen: Chrome's service worker has no DOM to read the blog's answers with.
    permissions: ['storage', 'alarms', ...(browser === 'chrome' ? ['offscreen'] : [])],
    optional_permissions: ['notifications'],
    // The browser itself sees to it that nobody but the blog is asked, not even where the blog sends on.
    content_security_policy: {
      extension_pages: `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; connect-src 'self' ${BLOG_ORIGIN}`,
    },
    host_permissions: [`${BLOG_ORIGIN}/*`],
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+N' } },
      'open-library': { description: '__MSG_commands_library__', suggested_key: { default: 'Alt+Shift+L' } },
      'check-now': { description: '__MSG_commands_check__' },
      'save-page': { description: '__MSG_commands_save__', suggested_key: { default: 'Alt+Shift+S' } },
    },
    ...(browser === 'chrome' && { minimum_chrome_version: `${CHROME}` }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'liner-notes@liner-notes.example',
          strict_min_version: `${FIREFOX}.0`,
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});

/** No HTML is ever made of a string here: what Preact would write as HTML becomes text, and the stores' linters see it. */
function withoutInnerHtml(): Plugin {
  return {
    name: 'without-inner-html',
    transform(code, id) {
      if (!/\/preact\/dist\/preact\.m?js$/.test(id)) return undefined;
      const safe = code.replace(/\.innerHTML\s*=(?!=)/g, '.textContent=');
      if (safe === code) throw new Error('Preact no longer assigns innerHTML: remove this plugin.');
      return safe;
    },
  };
}

/**
 * The browsers' API with promises, everywhere but in content scripts: those only ask, which both browsers answer with promises.
 * And a content script has a context of its own there.
 */
function withStandIns(): Plugin {
  let standIns = new Map([['wxt/browser', POLYFILL]]);
  return {
    name: 'with-stand-ins',
    enforce: 'pre',
    configResolved({ build }) {
      const isContentScript = JSON.stringify(build.lib || '').includes('.content');
      if (isContentScript) standIns = new Map([['wxt/utils/content-script-context', PAGE_CONTEXT]]);
    },
    resolveId: (id) => standIns.get(id),
  };
}
