import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askedPost } from '../lib/reader/address.ts';
import { dressAsBefore, readEarly } from '../lib/reader/early.ts';

export default defineUnlistedScript(() => {
  dressAsBefore(document.documentElement);
  const id = askedPost(location.search);
  if (id !== undefined) globalThis.linerNotesEarly = readEarly(id);
});
